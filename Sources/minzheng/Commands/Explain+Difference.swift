import Domain
import Formulas
import Foundation
import Inputs
import Reports
import Simulation
import Studies

/// What the difference of two numbers is made of.
extension Explain {
  /// As many worlds as give an interval for each share.
  private static let usualDraws = 100

  func difference() async throws {
    var options = members
    options.draws = members.draws ?? Explain.usualDraws
    let loaded = try changes.read(scenarios, options)
    let plans = try loaded.enumerated().map { place, own in
      try Plan(own, or: loaded.count == 2 ? loaded[1 - place].scenario.overrides : [])
    }
    let (run, indicator, start, end) = loaded.count == 2 ? try await ofScenarios(plans) : try await ofYears(plans[0])
    let threads = usableThreads(members.threads)
    guard
      let difference = try await refusing(
        plans[0],
        { () async throws(CutRun.Unlike) in
          try await Difference.all(of: run, draws: options.draws ?? 0, threads: threads)[0]
        })
    else {
      throw Refusal(
        lang.say("这个指标在其中一边没有数值\n", "the indicator has no value on one of the sides\n"), Exit.badInput)
    }
    let page = DifferencePage(
      difference, indicator, plans[0].city.areas[run.area], from: start, to: end, language: lang)
    try say(format == .json ? page.json : format.text(of: page.document, rows: page.rows))
  }

  private typealias Sides = (run: CutRun, indicator: Indicator, start: DifferencePage.Side, end: DifferencePage.Side)

  private func ofScenarios(_ plans: [Plan]) async throws -> Sides {
    do { _ = try Comparison.commonYears(of: plans) } catch { throw Refusal(error, in: lang) }
    let outcome = try outcome(indicator, plans[0])
    _ = try self.outcome(indicator, plans[1])
    let run = try await refusing(plans[0]) { () throws(CutRun.Unlike) in
      try CutRun([outcome.indicator], area: outcome.area, year: outcome.year, from: plans[0], to: plans[1])
    }
    let sides = plans.map { DifferencePage.Side(scenario: $0.scenario.name, year: outcome.year) }
    return (run, named(outcome, plans[0]), sides[0], sides[1])
  }

  private func ofYears(_ plan: Plan) async throws -> Sides {
    let (first, last) = try twoYears()
    let (from, to) = (try outcome(first, plan), try outcome(last, plan))
    let run = try await refusing(plan) { () throws(CutRun.Unlike) in
      try CutRun([from.indicator], area: from.area, plan, from: from.year, to: to.year)
    }
    let sides = [from, to].map { DifferencePage.Side(scenario: plan.scenario.name, year: $0.year) }
    return (run, named(from, plan), sides[0], sides[1])
  }

  /// NAME@A..B/DISTRICT as NAME@A/DISTRICT and NAME@B/DISTRICT.
  private func twoYears() throws -> (String, String) {
    let parts = indicator.split(separator: "@", maxSplits: 1)
    let place = parts[1].split(separator: "/", maxSplits: 1)
    let years = place[0].components(separatedBy: "..")
    guard years.count == 2, years.allSatisfy({ !$0.isEmpty }) else {
      throw misuse(
        "--indicator 的两个年份写作 2025..2030，不是 ‘\(place[0])’", "two years are written 2025..2030, not '\(place[0])'")
    }
    let rest = place.count == 2 ? "/\(place[1])" : ""
    return ("\(parts[0])@\(years[0])\(rest)", "\(parts[0])@\(years[1])\(rest)")
  }

  func outcome(_ text: String, _ plan: Plan) throws -> Outcome {
    try OutcomeSelectors.outcomes(in: text, of: "--indicator", plan)[0]
  }

  private func named(_ outcome: Outcome, _ plan: Plan) -> Indicator {
    guard let indicator = plan.model.indicators.first(where: { $0.name == outcome.indicator }) else {
      preconditionFailure("a selector names an indicator of the model")
    }
    return indicator
  }

  private func refusing<T>(_ plan: Plan, _ work: () async throws(CutRun.Unlike) -> T) async throws -> T {
    do { return try await work() } catch { throw refusal(error, plan) }
  }

  private func refusal(_ error: CutRun.Unlike, _ plan: Plan) -> Refusal {
    switch error {
    case .run(let error): Refusal(error, plan.city.areas, in: lang)
    case .worlds(let error): Refusal(error, in: lang)
    case .programs:
      Refusal(
        lang.say(
          "两个情景改动同一参数的方式不同，公式不能逐项相比\n",
          "the scenarios change a parameter in different ways, so that their formulas cannot be held against each other\n"
        ),
        Exit.badInput)
    }
  }
}
