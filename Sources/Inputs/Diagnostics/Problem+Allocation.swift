import Domain

/// Allocation problems: accounts, uses, steps of value and rules.
extension Problem {
  public static func tooMany(what: Label, limit: Int) -> Problem {
    Problem(
      "too-many", zh: "\(what.zh)超过 \(limit) 个", en: "more than \(limit) \(what.en)",
      mend: Label(zh: "合并相近的各项", en: "Merge those that are near each other."))
  }

  public static func oneOf(keys: [String]) -> Problem {
    Problem(
      "one-of", zh: "\(keys.listed.zh) 要给且只给一个", en: "give one of \(keys.joined(separator: " and ")), and only one",
      mend: Label(
        zh: "金额用 yuan，占比用 share，留一个", en: "Write yuan for an amount or share for a share, and leave the other out."))
  }

  public static func risingValue(text: String, before: String) -> Problem {
    Problem(
      "rising-value", zh: "台阶的 value ‘\(text)’ 高于前一级的 \(before)；每元的价值只能递减",
      en:
        "the value of this step, '\(text)', is above that of the one before, \(before); values fall from step to step",
      mend: Label(zh: "把台阶按 value 从高到低排列", en: "Put the steps in the order of falling values."))
  }

  public static let endlessStep = Problem(
    "endless-step", zh: "只有最后一级台阶可以不写 width", en: "only the last step can do without a width",
    mend: Label(zh: "给这一级写 width，或把它放在最后", en: "Give the step a width, or put it last."))

  public static func givesAndReceives(account: String) -> Problem {
    Problem(
      "gives-and-receives", zh: "账户 ‘\(account)’ 既转出又转入",
      en: "the account '\(account)' both gives and receives transfers",
      mend: Label(zh: "只由一方转给另一方；去掉其中一条", en: "Let money go one way only; leave one of the transfers out."))
  }
}
