import Domain
import Studies

/// Why scenarios cannot be compared, in words.
public func comparisonText(_ error: ComparisonError, language: Language) -> String {
  func words(_ setting: ComparisonError.Setting) -> String {
    switch setting {
    case .dataset: language.say("数据集", "dataset")
    case .seed: language.say("种子", "seed")
    case .draws: language.say("模拟次数", "number of worlds")
    case .knownUntil: language.say("信息截止年", "information date")
    }
  }
  switch error {
  case .nothingToCompare: return language.say("请给出至少两个情景\n", "give two scenarios or more\n")
  case .differ(let setting, let first, let a, let second, let b):
    let option: String? =
      switch setting {
      case .dataset: "--dataset"
      case .seed: "--seed"
      case .draws: "--draws"
      case .knownUntil: "--known-until"
      }
    return language.say(
      "‘\(first)’ 与 ‘\(second)’ 的\(words(setting))不同（\(a)，\(b)），面对的不是同一组模拟；请用 \(option ?? "") 统一\n",
      "'\(first)' and '\(second)' do not face the same worlds: their \(words(setting)) is \(a) and \(b); set one with \(option ?? "")\n"
    )
  case .sameName(let name):
    return language.say("有两个情景都叫 ‘\(name)’\n", "two scenarios are called '\(name)'\n")
  case .noCommonYears:
    return language.say("这些情景没有共同的年份\n", "the scenarios have no year in common\n")
  }
}
