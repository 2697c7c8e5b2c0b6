import Domain

extension Problem {
  /// The sentence about an allocation problem, nil for other problems.
  func allocationWords(_ l: Language) -> String? {
    let say = l.say
    switch self {
    case .tooMany(let what, let limit): return say("\(what.zh)超过 \(limit) 个", "more than \(limit) \(what.en)")
    case .oneOf(let keys):
      return say(
        "\(keys.joined(separator: "、")) 要给且只给一个", "give one of \(keys.joined(separator: " and ")), and only one")
    case .risingValue(let text, let before):
      return say(
        "台阶的 value ‘\(text)’ 高于前一级的 \(before)；每元的价值只能递减",
        "the value of this step, '\(text)', is above that of the one before, \(before); values fall from step to step")
    case .endlessStep:
      return say("只有最后一级台阶可以不写 width", "only the last step can do without a width")
    case .givesAndReceives(let account):
      return say("账户 ‘\(account)’ 既转出又转入", "the account '\(account)' both gives and receives transfers")
    default: return nil
    }
  }
}
