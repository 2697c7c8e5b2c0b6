import Domain
import Formulas
import Simulation
import Studies

/// Reads what the command line wants of outcomes: `INDICATOR@YEAR[/DISTRICT]>=VALUE`.
public struct ConditionReader {
  private let option: String
  private let plan: Plan

  /// - Parameter option: where the text stands, such as `--until`.
  public init(of option: String, _ plan: Plan) {
    self.option = option
    self.plan = plan
  }

  /// - Throws: ``InputError`` at what is not understood.
  public func condition(_ text: String) throws(InputError) -> Condition {
    let document = YAMLDocument(argument: text, named: option)
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    guard let sign = ConditionReader.sign(in: text) else {
      throw InputError([document.diagnostic(.badCondition(text: text), at: whole)])
    }
    var selectors = OutcomeSelectors(document, plan.model, plan.city.areas, plan.scenario.horizon)
    let outcome = selectors.outcome(text[..<sign.range.lowerBound], of: whole)
    var diagnostics = selectors.diagnostics
    let value = document.part(text[sign.range.upperBound...], of: text, at: whole)
    let unit = outcome.flatMap { outcome in plan.model.published.first { $0.name == outcome.indicator }?.unit }
    var threshold: Double?
    if let unit {
      // 28 per 10 000 is clear, an amount of money without its unit is not.
      switch Quantity.read(value.text ?? "", as: unit, mayBeBare: unit.dimension.yuan == 0 ? true : nil) {
      case .success(let number): threshold = number
      case .failure(let error): diagnostics.append(document.diagnostic(error.problem, at: value))
      }
    }
    guard diagnostics.isEmpty, let outcome, let threshold else { throw InputError(diagnostics) }
    return Condition(text, outcome, sign.comparator, threshold)
  }

  /// What something counts that is missed: an amount for each unit, or one amount where the text ends with 'once'.
  ///
  /// - Parameter unit: of what options are judged by.
  public func price(_ text: String, in unit: Unit) throws(InputError) -> DecisionRule.Price {
    let document = YAMLDocument(argument: text, named: option)
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    let word = ConditionReader.once.first { text.hasSuffix($0) }
    let amount = word.map { text.dropLast($0.count).trimmed } ?? text
    switch Quantity.read(amount, as: unit) {
    case .success(let number) where number >= 0: return word == nil ? .perUnit(number) : .once(number)
    case .success: throw InputError([document.diagnostic(.negative(text: quoted(text)), at: whole)])
    case .failure(let error): throw InputError([document.diagnostic(error.problem, at: whole)])
    }
  }

  /// The words for a price that counts but once, in both languages.
  private static let once = ["once", "一次"]

  private static func sign(in text: String) -> (range: Range<String.Index>, comparator: Condition.Comparator)? {
    let signs: [(String, Condition.Comparator)] = [
      (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≤", .atMost), (">", .above), ("<", .below),
    ]
    for (sign, comparator) in signs {
      if let range = text.firstRange(of: sign) { return (range, comparator) }
    }
    return nil
  }
}
