import Domain
import Formulas

extension Parameter.Role {
  /// What decides the value, in words.
  var label: Label {
    switch self {
    case .lever: Label(zh: "政策", en: "lever")
    case .uncertainty: Label(zh: "不确定", en: "uncertainty")
    case .fact: Label(zh: "事实", en: "fact")
    }
  }
}

extension Parameter.Scope {
  /// For whom a value holds, in words.
  var label: Label {
    switch self {
    case .city: Label(zh: "全市", en: "city")
    case .district: Label(zh: "各区县", en: "each district")
    case .split: Label(zh: "全市分摊", en: "city, shared out")
    }
  }
}

extension Indicator.Aggregation {
  /// How the city's value comes about, in words.
  var label: Label {
    switch self {
    case .sum: Label(zh: "区县之和", en: "sum of districts")
    case .ratio: Label(zh: "各自计算", en: "worked out by area")
    case .uniform: Label(zh: "全市统一", en: "one for all")
    case .city: Label(zh: "只有全市", en: "city only")
    }
  }
}

extension String {
  /// The name before numbered choices in brackets, and the words of one of them: of "reading (1 mild; 2 moderate)" the
  /// second is "moderate". Nil for a label without such choices.
  func choice(_ number: Int) -> (name: String, words: String)? {
    guard let open = firstIndex(where: { "(（".contains($0) }), let close = lastIndex(where: { ")）".contains($0) }),
      open < close
    else { return nil }
    let choices = self[index(after: open)..<close].split { ";；，".contains($0) }
    let wanted = choices.map { $0.drop(while: { $0 == " " }) }.first { $0.hasPrefix("\(number) ") }
    guard let wanted else { return nil }
    var name = self[..<open]
    while name.last == " " { name.removeLast() }
    return (String(name), String(wanted.dropFirst("\(number) ".count)))
  }
}
