import Domain
import Formulas
import NumericCore

/// Evaluates formulas over the invented town for members that differ.
struct Workbench: Sendable {
  var areas = Town.areas
  /// A block of eight at most.
  var members = 0..<8
  var years: ClosedRange<Year> = 2020...2022
  var parameters: [ResolvedParameter] = []
  var measures: [Measure] = []
  /// What a kernel found: by measure, area, member and year.
  var found: @Sendable (_ measure: String, _ area: Int, _ member: Int, _ year: Year) -> Double = { _, _, _, _ in .nan }
  var observations: [Observation] = []

  /// The values of indicators by name, year, area and member.
  struct Findings {
    fileprivate var values: [String: [Year: [[Double]]]] = [:]

    /// The value of each member in an area.
    func members(_ name: String, _ area: Int, _ year: Year) -> [Double] { values[name]?[year]?[area] ?? [] }

    /// The value of the first member.
    func callAsFunction(_ name: String, _ area: Int, _ year: Year) -> Double { members(name, area, year)[0] }
  }

  func evaluate(_ indicators: [Indicator]) -> Findings {
    let program = Program(indicators, parameters: parameters.map(\.parameter), measures: measures)
    var evaluation = Evaluation(
      program, areas: areas, baseYear: years.lowerBound,
      held: HeldValues(program, Observations(observations), areas: areas))
    var findings = Findings()
    for year in years {
      evaluation.evaluate(year, parameters: parameters, measures: measured(year))
      for (index, indicator) in indicators.enumerated() {
        findings.values[indicator.name, default: [:]][year] = (0..<areas.count).map { area in
          (0..<members.count).map { evaluation.value(index, area: area)[$0] }
        }
      }
    }
    return findings
  }

  /// Evaluates one formula as an indicator called `x`.
  func evaluate(_ formula: Formula, _ aggregation: Indicator.Aggregation = .ratio) -> Findings {
    evaluate([indicator("x", aggregation, formula: formula)])
  }

  private func measured(_ year: Year) -> [LaneVector] {
    measures.flatMap { measure in
      (0..<areas.count).map { area in
        var lanes = LaneVector(repeating: .nan)
        for lane in 0..<members.count { lanes[lane] = found(measure.name, area, members.lowerBound + lane, year) }
        return lanes
      }
    }
  }
}

func indicator(
  _ name: String, _ aggregation: Indicator.Aggregation = .ratio, observation: Indicator.Observation = .holds,
  basis: Indicator.Basis = .simulated, formula: Formula
) -> Indicator {
  Indicator(
    name, .persons, zh: name, en: name, aggregation, observation: observation, basis: basis, formula: formula)
}

func measure(_ name: String) -> Measure { Measure(name, .persons, zh: name, en: name) }

/// A published value of the indicator `x`.
func published(_ area: Int, _ year: Year, _ value: Double, _ evidence: Evidence = .observed) -> Observation {
  Observation(indicator: "x", area: area, year: year, value: value, evidence: evidence, source: "invented")
}
