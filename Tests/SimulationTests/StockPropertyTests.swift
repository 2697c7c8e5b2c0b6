import Domain
import Formulas
import Simulation
import Testing

/// What must hold of every stock, whatever the figures.
struct StockPropertyTests {
  private typealias Change = (path: String, change: Override.Change)

  /// Stocks of beds and care workers with what takes from them and what adds to them, each from 2023 on.
  private static let outflows: [(path: String, by: Double, stocks: [String])] = [
    ("care.workers.exit_rate", 0.1, ["workers.certified", "workers.senior", "workers.stock"]),
    ("care.workers.uncertified_exit_rate", 0.1, ["workers.uncertified", "workers.stock"]),
    ("care.beds.retire", 30, ["beds.stock"]), ("care.beds.public_retire", 15, ["beds.public"]),
    ("care.beds.retire_nursing_share", 0.3, ["beds.nursing"]),
    ("care.beds.public_retire_nursing_share", 0.3, ["beds.public_nursing"]),
  ]
  private static let inflows: [(path: String, by: Double, stocks: [String])] = [
    ("care.workers.training_intake", 20, ["workers.certified", "workers.senior"]),
    ("care.workers.pass_rate", 0.1, ["workers.certified"]), ("care.workers.hires", 20, ["workers.stock"]),
    ("care.workers.promotion_rate", 0.05, ["workers.senior"]),
    ("care.beds.build", 30, ["beds.stock", "beds.nursing"]), ("care.beds.convert", 20, ["beds.nursing"]),
    ("care.beds.public_build", 15, ["beds.public", "beds.public_nursing"]),
    ("care.beds.public_convert", 10, ["beds.public_nursing"]), ("care.beds.dementia_build", 10, ["beds.dementia"]),
    ("care.family_beds.build", 10, ["beds.family_care"]),
  ]

  @Test func moreExitsNeverLeaveMoreAndMoreEntrantsNeverFewer() throws {
    for name in Cities.names {
      let city = try Cities.city(named: name)
      let before = try city.run(to: 2029)
      for (flows, sign) in [(Self.outflows, -1.0), (Self.inflows, 1.0)] {
        for flow in flows {
          let first = before.plan.knownUntil + 1
          let after = try city.run([(flow.path, .add(flow.by, from: first, to: nil))], to: 2029)
          for stock in flow.stocks {
            for area in 0..<before.areas.count {
              for year in before.years {
                let (a, b) = (held(after, stock, area, year), held(before, stock, area, year))
                let isKnown = year < first ? a == b : sign * (a - b) >= -1e-9 * abs(b)
                #expect(isKnown, "\(name): \(flow.path), \(stock), area \(area), \(year)")
              }
            }
            let moved = held(after, stock, before.areas.cityIndex, 2029)
            let still = held(before, stock, before.areas.cityIndex, 2029)
            #expect(sign * (moved - still) > 0, "\(name): \(flow.path) moves \(stock)")
          }
        }
      }
    }
  }

  private func held(_ results: Results, _ stock: String, _ area: Int, _ year: Year) -> Double {
    results.step("care.\(stock)", area: area, year: year) ?? .nan
  }

  /// Every lever of the model changed at once from 2026 on leaves everything before as it was, in every world.
  @Test func aPolicyFrom2026ChangesNothingBeforeInAnyWorld() async throws {
    let city = try UncertainTown.city()
    let changes: [Change] = Model(programmes: []).given.compactMap { parameter in
      guard parameter.role == .lever, !parameter.isFixed, parameter.scope != .district,
        let values = city.values[parameter.path], !values.all.isEmpty
      else { return nil }
      let last = values.all.max { $0.from < $1.from }?.value ?? 0
      // A little more, or less where more is out of range.
      let more = last == 0 ? min(1, parameter.range.upperBound) * 0.01 : last * 1.01
      let value = parameter.range.contains(more) ? more : last * 0.99
      guard parameter.range.contains(value), !parameter.isWhole, !parameter.path.contains(".share_") else { return nil }
      return (parameter.path, .points([.init(from: Day(firstOf: 2026), value: value)]))
    }
    #expect(changes.count > 60)
    let kept = city.model.published.map(\.name)
    let options = EnsembleOptions(draws: 24, threads: 2, kept: kept)
    let plain = try await city.plan(to: 2028).run(options)
    let reform = try await city.plan(changes, to: 2028).run(options)
    for (cell, other) in zip(plain.cells, reform.cells) where cell.year < 2026 {
      let name = cell.indicator.name
      #expect(cell.value?.bitPattern == other.value?.bitPattern, "\(name), area \(cell.area), \(cell.year)")
    }
    for name in kept {
      for area in 0..<plain.areas.count {
        for year in 2020..<2026 {
          let before = plain.members(name, area: area, year: year)?.map(\.bitPattern)
          let after = reform.members(name, area: area, year: year)?.map(\.bitPattern)
          #expect(before == after, "\(name), area \(area), \(year)")
        }
      }
    }
    let moved = kept.filter {
      plain.members($0, area: plain.areas.cityIndex, year: 2028)
        != reform.members($0, area: plain.areas.cityIndex, year: 2028)
    }
    #expect(moved.count > 60)
  }
}
