import Care
import Domain
import Fiscal
import Formulas

/// A value asked for: an indicator in an area and a year.
public struct Outcome: Hashable, Sendable {
  public let indicator: String
  public let area: Int
  public let year: Year

  public init(_ indicator: String, area: Int, year: Year) {
    self.indicator = indicator
    self.area = area
    self.year = year
  }
}

/// How far a run has to go along the kernels for what its formulas read.
enum Kernels: Int, Comparable, Sendable {
  /// Nothing is read of people.
  case none
  case people
  /// People by ability level as well.
  case ability

  static func < (a: Kernels, b: Kernels) -> Bool { a.rawValue < b.rawValue }

  /// What measures come from.
  init(filling measures: some Sequence<Measure>) {
    let ofAbility = Set(AbilityModel.measures + Care.expectancyMeasures.map(\.measure))
    var result = Kernels.none
    for measure in measures { result = max(result, ofAbility.contains(measure) ? .ability : .people) }
    self = result
  }
}

extension Plan {
  /// The plan for what is asked alone: its program has what the outcomes need, to the last year of them.
  ///
  /// Their values are the same to the bit.
  public func limited(to outcomes: [Outcome]) -> Plan {
    let indicators = program.indicators
    let formulas = Dictionary(uniqueKeysWithValues: indicators.map { ($0.name, $0.formula) })
    var needed = Set<String>()
    var waiting = outcomes.map(\.indicator)
    var readsFund = false
    while let name = waiting.popLast() {
      guard let formula = formulas[name], needed.insert(name).inserted else { continue }
      waiting += formula.mentioned
      if !readsFund, let fund = model.budget?.fund, !Set(model.decisions).isDisjoint(with: formula.parameters) {
        readsFund = true
        waiting += fund.figureNames
      }
    }
    var plan = self
    plan.take(
      Program(
        indicators.filter { needed.contains($0.name) }, parameters: program.parameters, measures: program.measures),
      until: outcomes.map(\.year).max())
    plan.readsFund = readsFund
    return plan
  }
}
