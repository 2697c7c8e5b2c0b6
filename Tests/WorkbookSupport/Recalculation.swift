import TestSupport

/// A workbook worked out anew from its formulas, whatever it says they come to; some cells may hold other numbers.
public final class Recalculation {
  private let book: ReadWorkbook
  private var known: [String: [String: Double]] = [:]

  /// - Parameter changes: numbers in place of what cells hold, by sheet and place.
  public init(_ book: ReadWorkbook, changes: [String: [String: Double]] = [:]) {
    self.book = book
    known = changes
  }

  /// What a cell comes to; not a number where it has no value.
  public func value(_ sheet: String, _ place: String) -> Double {
    if let value = known[sheet]?[place] { return value }
    let value = worked(sheet, place)
    known[sheet, default: [:]][place] = value
    return value
  }

  private func worked(_ sheet: String, _ place: String) -> Double {
    guard let cell = book[sheet, place] else { return 0 }
    guard let formula = cell.formula else { return cell.isText ? .nan : cell.value.flatMap { Double($0) } ?? 0 }
    var calculator = SheetCalculator { [unowned self] name in
      let parts = name.split(separator: "!").map(String.init)
      let cell = (parts.last ?? "").filter { $0 != "$" }
      return value(parts.count == 2 ? parts[0] : sheet, cell)
    }
    return calculator.value(of: Recalculation.withoutRanges(formula))
  }

  /// Ranges of a column written out.
  private static func withoutRanges(_ formula: String) -> String {
    guard let colon = formula.firstIndex(of: ":") else { return formula }
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "$" }
    let head = formula[..<colon].reversed().prefix(while: isPart)
    let first = String(head.reversed())
    let last = formula[formula.index(after: colon)...].prefix(while: isPart)
    let column = first.filter(\.isLetter)
    guard let from = Int(first.filter(\.isNumber)), let to = Int(last.filter(\.isNumber)), from <= to else {
      return formula
    }
    let list = (from...to).map { "\(column)\($0)" }.joined(separator: ",")
    return String(formula[..<colon].dropLast(first.count)) + list
      + withoutRanges(String(formula[formula.index(colon, offsetBy: last.count + 1)...]))
  }
}
