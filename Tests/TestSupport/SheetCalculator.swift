import NumericCore

/// Works out a cell of a spreadsheet: numbers, references, operators and the functions that formulas are written with.
public struct SheetCalculator {
  /// What a reference holds; NaN for no value.
  private let cells: (String) -> Double
  private var text: [Character] = []
  private var place = 0

  public init(cells: @escaping (String) -> Double) { self.cells = cells }

  public mutating func value(of expression: String) -> Double {
    (text, place) = (Array(expression), 0)
    let result = sum()
    precondition(place == text.count, "rest of \(expression) from \(place)")
    return result
  }

  private mutating func take(_ character: Character) -> Bool {
    guard place < text.count, text[place] == character else { return false }
    place += 1
    return true
  }

  private mutating func sum() -> Double {
    var result = product()
    while true {
      if take("+") { result += product() } else if take("-") { result -= product() } else { return result }
    }
  }

  private mutating func product() -> Double {
    var result = atom()
    while true {
      if take("*") { result *= atom() } else if take("/") { result = quotient(result, atom()) } else { return result }
    }
  }

  /// Division by zero is an error, as no value is.
  private func quotient(_ a: Double, _ b: Double) -> Double { b == 0 ? .nan : a / b }

  private mutating func word() -> String {
    let start = place
    while place < text.count, text[place].isLetter || text[place].isNumber || "._!$".contains(text[place]) {
      place += 1
      if text[place - 1] == "E", text[start].isNumber, place < text.count, text[place] == "+" { place += 1 }
    }
    return String(text[start..<place])
  }

  private mutating func atom() -> Double {
    if take("-") { return -atom() }
    if take("(") {
      let result = sum()
      precondition(take(")"), "a parenthesis is closed")
      return result
    }
    let word = word()
    guard take("(") else { return Double(word) ?? cells(word) }
    var arguments: [Double] = []
    while !take(")") {
      let value = sum()
      arguments.append(take("=") ? (value == sum() ? 1 : 0) : value)
      _ = take(",")
    }
    return call(word, arguments)
  }

  private func call(_ name: String, _ x: [Double]) -> Double {
    func unlessAbsent(_ value: Double?) -> Double { x.contains(where: \.isNaN) ? .nan : value ?? .nan }
    return switch name {
    case "NA": .nan
    case "IFERROR": x[0].isNaN ? x[1] : x[0]
    case "IF": x[0].isNaN ? .nan : x[0] != 0 ? x[1] : x[2]
    case "COUNT": Double(x.count { !$0.isNaN })
    case "MIN": unlessAbsent(x.min())
    case "MAX": unlessAbsent(x.max())
    case "SUM": x.reduce(0, +)
    case "PRODUCT": x.reduce(1, *)
    case "CEILING": (x[0] / x[1]).rounded(.up) * x[1]
    case "ROUND": (x[0] * ten(to: x[1])).rounded() / ten(to: x[1])
    case "POWER": power(x[0], x[1])
    case "LN": naturalLogarithm(x[0])
    case "NORMSDIST": standardNormalShare(.init(repeating: x[0]))[0]
    default: preconditionFailure("no function \(name)")
    }
  }

  /// A whole power of ten, exact.
  private func ten(to places: Double) -> Double { (0..<Int(places)).reduce(1) { power, _ in power * 10 } }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    base == 0 ? 0 : exponential(.init(repeating: exponent * naturalLogarithm(base)))[0]
  }
}
