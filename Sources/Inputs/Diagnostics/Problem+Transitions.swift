import Domain

/// Tables of transitions between states.
extension Problem {
  public static func aboveOne(what: String, sum: Double) -> Problem {
    Problem(
      "above-one", zh: "\(what)：转出概率之和为 \(sum.summed)，大于 1",
      en: "\(what): the ways out add up to \(sum.summed), more than 1",
      mend: Label(
        zh: "减小转出概率，使同一状态、年龄、性别之和不超过 1",
        en: "Lower the probabilities that lead out of the state at that age and sex to a sum of at most 1."))
  }

  public static func remainderDiffers(text: String, remainder: Double) -> Problem {
    Problem(
      "remainder-differs", zh: "留在原状态的概率 ‘\(text)’ 与转出概率所余的 \(remainder.summed) 不符",
      en: "the probability of staying, '\(text)', is not what the ways out leave, \(remainder.summed)",
      mend: Label(
        zh: "删去留在原状态的行，它等于 1 减转出概率；或改正转出概率",
        en: "Leave the row of staying out, which is 1 less the ways out, or correct the ways out."))
  }

  public static func noWayOn(state: String, sex: Sex, age: Int) -> Problem {
    Problem(
      "no-way-on", zh: "有人可以在 \(age) 岁（\(sex.name)）处于 ‘\(state)’，但没有从那里出发的行",
      en: "people can be in '\(state)' at age \(age) (\(sex.name)), but no row leads on from there",
      mend: Label(
        zh: "补上从该状态出发的行；若无人离开，写一行 from 与 to 相同、概率为 1",
        en: "Add rows from that state; where nobody leaves it, a row with the same from and to and probability 1."))
  }

  public static func tooManyStates(limit: Int) -> Problem {
    Problem(
      "too-many-states", zh: "状态超过 \(limit) 个", en: "more than \(limit) states",
      mend: Label(
        zh: "看 from 与 to 两列是否给错了内容；合并状态", en: "See whether from and to hold what they should; merge states."))
  }

  public static func reservedName(text: String) -> Problem {
    Problem(
      "reserved-name", zh: "‘\(text)’ 在结果中表示期初的构成，不能作状态名",
      en: "'\(text)' stands for the start's mix of states in the results and cannot name a state",
      mend: Label(zh: "换一个状态名", en: "Give the state another name."))
  }
}
