import CSV
import Domain

extension Quantity {
  /// A value as it would be written in a file, such as `55.8%`, `900 张` or `15 万元`; read again it is the same number.
  public static func written(_ value: Double, in unit: Unit) -> String {
    guard let spelling = spelling(of: value, in: unit) else { return shifted(value, by: 0) }
    let number = shifted(value, by: -spelling.power)
    return spelling.name == "%" ? number + "%" : "\(number) \(spelling.name)"
  }

  /// The name of the unit, and how many powers of ten one of it is; nil for numbers that go without.
  private static func spelling(of value: Double, in unit: Unit) -> (name: String, power: Int)? {
    let spellings = unit.examples.compactMap { name -> (name: String, power: Int)? in
      // What is called by its symbol alone, as a ratio, is written without.
      guard name != unit.symbol, let read = Unit(parsing: name), unit.takes(read) else { return nil }
      let powers = (-8...8).filter { abs(read.scale / unit.scale - powerOfTen($0)) < 1e-9 * powerOfTen($0) }
      return powers.first.map { (name, $0) }
    }
    // The largest in which it is one or more, as sums of 万元 and 亿元; else the smallest.
    let fitting = spellings.filter { value.magnitude >= powerOfTen($0.power) }
    return fitting.max { $0.power < $1.power } ?? spellings.min { $0.power < $1.power }
  }

  /// The number with its decimal point moved, no digit changed.
  private static func shifted(_ value: Double, by power: Int) -> String {
    guard power != 0, value != 0, value.isFinite else { return decimalText(value) ?? "" }
    let decimal = DecimalDigits(value)
    let exponent = decimal.exponent + power
    let digits = decimal.digits.map(\.description)
    let whole = (0..<max(exponent, 0)).map { $0 < digits.count ? digits[$0] : "0" }.joined()
    let zeros = String(repeating: "0", count: max(-exponent, 0))
    let fraction = zeros + digits.dropFirst(max(exponent, 0)).joined()
    return (decimal.isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
