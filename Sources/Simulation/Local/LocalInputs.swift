import Benefits
import Domain
import Fiscal
import Formulas

/// Which inputs move some indicators through formulas of money alone, so that a workbook can follow them: neither
/// people nor care nor the sharing out of the fund changes with them.
public struct LocalInputs: Sendable {
  /// Why an input is not followed.
  public enum Barrier: Equatable, Sendable {
    /// It moves people.
    case people
    /// Another input goes on with it; its path.
    case followed(by: String)
    /// It goes on with an indicator itself.
    case carried(with: String)
    /// It moves an indicator that is not of money, or is known in these years.
    case wider(Indicator)
    /// What counts is not its value at the end of the year.
    case withinYear
    /// The fund is shared out by it.
    case allocation
    /// It moves none of the indicators.
    case unread
  }

  /// In the order of the model.
  public let live: [Parameter]
  public let held: [(parameter: Parameter, why: Barrier)]
  /// Those that live inputs move, as they are computed, in the order of the program.
  public let indicators: [Indicator]

  /// - Parameters:
  ///   - plan: with the fund's money shared out.
  ///   - shown: names of the indicators that are followed.
  public init(_ plan: Plan, shown: [String], in years: ClosedRange<Year>) {
    let graph = Graph(plan, shown: shown)
    var live: [Parameter] = []
    var held: [(Parameter, Barrier)] = []
    var moved: Set<String> = []
    for parameter in plan.model.parameters {
      let cone = graph.cone(of: parameter)
      if let barrier = plan.barrier(to: parameter, cone, graph, years) {
        held.append((parameter, barrier))
      } else {
        live.append(parameter)
        moved.formUnion(cone)
      }
    }
    (self.live, self.held) = (live, held)
    indicators = plan.program.indicators.filter { moved.contains($0.name) }
  }

  /// What reads what, among the indicators that those shown need.
  struct Graph {
    let indicators: [String: Indicator]
    private let needed: Set<String>
    /// By indicator, those whose formulas mention it.
    private var readers: [String: [String]] = [:]
    /// By path, the indicators whose formulas read the parameter, and how.
    private(set) var readings: [String: [(indicator: String, reading: Formula.Reading, lag: Int)]] = [:]

    init(_ plan: Plan, shown: [String]) {
      indicators = Dictionary(plan.program.indicators.map { ($0.name, $0) }) { first, _ in first }
      var found = Set(shown)
      var waiting = shown
      while let name = waiting.popLast() {
        for next in indicators[name]?.formula.mentioned ?? [] where found.insert(next).inserted { waiting.append(next) }
      }
      needed = found
      for indicator in plan.program.indicators where found.contains(indicator.name) {
        for name in Set(indicator.formula.mentioned) { readers[name, default: []].append(indicator.name) }
        collect(indicator.formula, 0, in: indicator.name)
      }
    }

    private mutating func collect(_ formula: Formula, _ lag: Int, in name: String) {
      if case .parameter(let parameter, let reading) = formula.leaf {
        readings[parameter.path, default: []].append((name, reading, lag))
      }
      for part in formula.parts { collect(part, formula.looksBack ? lag + 1 : lag, in: name) }
    }

    /// The indicators needed that a parameter moves.
    func cone(of parameter: Parameter) -> Set<String> {
      var waiting = (readings[parameter.path] ?? []).map(\.indicator)
      var found = Set(waiting)
      while let name = waiting.popLast() {
        for next in readers[name] ?? [] where found.insert(next).inserted { waiting.append(next) }
      }
      return found
    }
  }
}

extension Plan {
  /// Why a parameter cannot be followed by formulas of money; nil where it can.
  fileprivate func barrier(
    to parameter: Parameter, _ cone: Set<String>, _ graph: LocalInputs.Graph, _ years: ClosedRange<Year>
  ) -> LocalInputs.Barrier? {
    if Plan.readByKernels.contains(parameter) { return .people }
    guard !cone.isEmpty else {
      let isOfFund = model.budget?.fund.parameters.contains(parameter) == true
      return isOfFund && parameter.isChoice ? .allocation : .unread
    }
    if case .index(let path)? = values[parameter.path]?.beyond, graph.indicators[path] != nil {
      return .carried(with: path)
    }
    if let other = model.parameters.first(where: { values[$0.path]?.followed.contains(parameter.path) == true }) {
      return .followed(by: other.path)
    }
    let wide = program.indicators.first { cone.contains($0.name) && !isOfMoney($0, in: years) }
    if let wide { return .wider(wide) }
    let isAtYearEnd = (graph.readings[parameter.path] ?? []).allSatisfy { reading in
      switch reading.reading {
      case .asGiven: false
      case .meanOverYear: reading.lag == 0 && isLevel(parameter, in: years)
      case .atYearEnd, .ofCity, .ownValue: reading.lag <= 1
      }
    }
    return isAtYearEnd && !parameter.isFixed ? nil : .withinYear
  }

  /// Whether an indicator is worked out by a formula about money in all these years.
  private func isOfMoney(_ indicator: Indicator, in years: ClosedRange<Year>) -> Bool {
    guard model.ofMoney.contains(indicator.name) || indicator.name.hasPrefix(Indexation.prefix) else { return false }
    return years.allSatisfy { year in
      city.areas.all.indices.allSatisfy { mark(of: indicator, area: $0, year: year) == .computed }
    }
  }

  /// Whether a parameter's mean over each year is its value at the end, also after a change at the year's beginning.
  private func isLevel(_ parameter: Parameter, in years: ClosedRange<Year>) -> Bool {
    guard values[parameter.path]?.between == .step else { return false }
    return city.areas.all.indices.allSatisfy { area in
      let series = parameters[parameter].series(in: area)
      return years.allSatisfy { year in
        let (mean, end) = (series.mean(in: year), series.value(in: year))
        return mean == end || mean.isAbsent && end.isAbsent
      }
    }
  }
}
