import Domain
import Formulas
import Simulation
import Testing

/// One lever at a time, up and down, in one district and in all, from two dates: sign, date, no effect elsewhere, and
/// books that hold.
struct ExperimentTests {
  private static func run(_ overrides: [Override]) throws -> Results {
    let city = try Cities.hangzhou()
    return try Plan(
      city,
      Scenario(
        name: "test", title: nil, horizon: city.baseYear...2034, knownUntil: nil, seed: 1, overrides: overrides)
    ).run()
  }

  private static let baseline = Result { try run([]) }
  private static let withHands = Result { try run([Experiment.hands]) }

  @Test func fortyAreTried() {
    #expect(Experiment.all.count >= 40)
    #expect(Set(Experiment.all.map(\.name)).count == Experiment.all.count)
    #expect(Experiment.all.contains { $0.from == 2030 } && Experiment.all.contains { $0.district != nil })
  }

  @Test(arguments: Experiment.all) func leverMovesWhatItShould(experiment: Experiment) throws {
    let before = try (experiment.hasHands ? ExperimentTests.withHands : ExperimentTests.baseline).get()
    let after = try ExperimentTests.run((experiment.hasHands ? [Experiment.hands] : []) + [experiment.override])
    let areas = before.areas
    let own = experiment.district.flatMap(areas.index) ?? areas.cityIndex
    for (name, sense) in experiment.expected {
      // Stocks need a year to follow.
      let year = experiment.from + 2
      let (old, new) = (before.value(name, area: own, year: year), after.value(name, area: own, year: year))
      let (from, to) = (try #require(old, "\(name)"), try #require(new, "\(name)"))
      let close = 1e-9 * max(abs(from), 1)
      switch sense {
      case .up: #expect(to > from + close, "\(name): \(from) to \(to)")
      case .down: #expect(to < from - close, "\(name): \(from) to \(to)")
      case .same: #expect(abs(to - from) <= close, "\(name): \(from) to \(to)")
      case .nothing: #expect(abs(to) <= 1e-6 && from > 1, "\(name): \(from) to \(to)")
      }
    }
    // Nothing of it shows before its date; of one district nothing in another's care.
    for indicator in before.indicators where indicator.name.hasPrefix("care.") {
      for area in areas.districts.indices {
        for year in before.years {
          guard year < experiment.from || experiment.district != nil && area != own else { continue }
          let (old, new) = (
            before.value(indicator.name, area: area, year: year), after.value(indicator.name, area: area, year: year)
          )
          guard old != new else { continue }
          Issue.record("\(indicator.name), area \(area), \(year): \(old ?? .nan) to \(new ?? .nan)")
        }
      }
    }
  }

  /// What is ordered in vain costs nothing: a cost stops where there is nothing left to do.
  @Test func costsStopWhereThereIsNothingLeftToDo() throws {
    let before = try ExperimentTests.baseline.get()
    let experiment = try #require(Experiment.all.first { $0.name == "more converted than there are" })
    let after = try ExperimentTests.run([experiment.override])
    let city = before.areas.cityIndex
    let done = try #require(after.step("care.beds.converted", area: city, year: 2032))
    #expect(try #require(after.city("care.beds.nursing_share", 2032)) <= 1 + 1e-12)
    #expect(try #require(after.city("care.in_vain.convert", 2032)) > 25_000)
    #expect(done < 3000)
    for (name, stock) in [("more dementia-care beds than beds", "care.beds.dementia")] {
      let experiment = try #require(Experiment.all.first { $0.name == name })
      let results = try ExperimentTests.run([experiment.override])
      for area in results.areas.districts.indices {
        let beds = try #require(results.value("care.beds.stock", area: area, year: 2034))
        #expect(try #require(results.value(stock, area: area, year: 2034)) <= beds * (1 + 1e-12))
      }
    }
  }

  /// More exits never leave more workers, whatever part of a shortage is filled.
  @Test func stockNeverGrowsWithExits() throws {
    var last = Double.infinity
    for rate in [0.0, 0.1, 0.3, 0.6, 0.9, 1] {
      let change = Override(
        path: "care.workers.uncertified_exit_rate",
        change: .points([Override.Point(from: Day(firstOf: 2026), value: rate)]),
        origin: Origin(file: "test", line: 1, column: 1))
      let stock = try #require(try ExperimentTests.run([change]).city("care.workers.stock", 2034))
      #expect(stock <= last)
      last = stock
    }
  }
}
