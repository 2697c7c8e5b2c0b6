import Domain
import Fiscal
import Simulation

/// Reads what the command line caps: `city=6亿元@2027`.
public struct CapReader {
  private let option: String

  /// - Parameter option: where the text stands, such as `--cap`.
  public init(of option: String) { self.option = option }

  /// A cap in one of the years of a plan.
  ///
  /// - Throws: ``InputError`` at what is not understood.
  public func cap(_ text: String, _ plan: Plan) throws(InputError) -> BudgetCap {
    let document = YAMLDocument(argument: text, named: option)
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    guard let equals = text.firstIndex(of: "="), let at = text.lastIndex(of: "@"), equals < at else {
      throw InputError([document.diagnostic(.badCap(text: text), at: whole)])
    }
    var diagnostics: [Diagnostic] = []
    let payer = payer(text[..<equals], of: text, document, &diagnostics)
    let amount = document.part(text[text.index(after: equals)..<at], of: text, at: whole)
    var yuan = 0.0
    switch Quantity.read(amount.text ?? "", as: .yuan) {
    case .success(let number): yuan = number
    case .failure(let error): diagnostics.append(document.diagnostic(error.problem, at: amount))
    }
    if yuan < 0 { diagnostics.append(document.diagnostic(.negative(text: quoted(amount.text ?? "")), at: amount)) }
    let last = document.part(text[text.index(after: at)...], of: text, at: whole)
    let years = max(plan.years.lowerBound, plan.city.baseYear + 1)...max(plan.years.upperBound, plan.city.baseYear + 1)
    guard let year = Int(last.text ?? ""), years.contains(year) else {
      diagnostics.append(
        document.diagnostic(
          .outOfRange(text: last.text ?? "", low: "\(years.lowerBound)", high: "\(years.upperBound)"), at: last))
      throw InputError(diagnostics)
    }
    guard diagnostics.isEmpty else { throw InputError(diagnostics) }
    return BudgetCap(payer, yuan: yuan, year: year)
  }

  /// A payer by its name in files or in a report; nil for fiscal money in all.
  private func payer(
    _ piece: Substring, of text: String, _ document: YAMLDocument, _ diagnostics: inout [Diagnostic]
  ) -> Payer? {
    let name = piece.trimmed
    let payer = Payer.allCases.first { $0.isCalled(name) }
    if payer == nil, ![BudgetCap.fiscalWord, "财政性资金"].contains(name) {
      let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
      let names = Payer.allCases.map(\.rawValue) + [BudgetCap.fiscalWord]
      diagnostics.append(
        document.diagnostic(
          .unknownWord(text: quoted(name), nearest: nearestName(to: name, in: names), allowed: names),
          at: document.part(piece, of: text, at: whole)))
    }
    return payer
  }
}
