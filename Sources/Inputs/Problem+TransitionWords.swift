import Domain

extension Problem {
  /// The sentence about a table of transitions between states, nil for other problems.
  func transitionWords(_ l: Language) -> String? {
    let say = l.say
    switch self {
    case .aboveOne(let what, let sum):
      return say(
        "\(what)：转出概率之和为 \(sum.summed)，大于 1", "\(what): the ways out add up to \(sum.summed), more than 1")
    case .remainderDiffers(let text, let remainder):
      return say(
        "留在原状态的概率 ‘\(text)’ 与转出概率所余的 \(remainder.summed) 不符",
        "the probability of staying, '\(text)', is not what the ways out leave, \(remainder.summed)")
    case .noWayOn(let state, let sex, let age):
      return say(
        "有人可以在 \(age) 岁（\(sex.name)）处于 ‘\(state)’，但没有从那里出发的行",
        "people can be in '\(state)' at age \(age) (\(sex.name)), but no row leads on from there")
    case .tooManyStates(let limit): return say("状态超过 \(limit) 个", "more than \(limit) states")
    case .reservedName(let text):
      return say(
        "‘\(text)’ 在结果中表示期初的构成，不能作状态名",
        "'\(text)' stands for the start's mix of states in the results and cannot name a state")
    default: return nil
    }
  }
}
