import Care
import Domain
import Formulas
import NumericCore
import Population
import Testing

struct CareSettingsTests {
  private static let settings = ["home", "family_bed", "community", "institution", "waiting"]

  @Test func settingsAddUpToPeopleAgedSixtyAndOver() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      // From half-empty homes to homes with a queue.
      var town = CareCase()
      town.values["care.beds.opening"] = Double(seed) * 2000
      let result = try settle(town, seed: seed)
      for area in 0..<town.areas.count {
        let sum = CareSettingsTests.settings.reduce(0) { $0 + result("care.setting.\($1)", area) }
        #expect(abs(sum / result("population.aged_60_plus", area) - 1) < 1e-12, "seed \(seed), area \(area)")
      }
    }
  }

  @Test func bedsInUseStopAtTheOccupancyLimit() throws {
    var town = CareCase()
    town.values["care.beds.opening"] = 100
    let result = try settle(town, seed: 1)
    let city = town.areas.cityIndex
    #expect(abs(result("care.beds.occupancy", city) - 0.9) < 1e-12)
    #expect(abs(result("care.setting.institution", city) - 90) < 1e-9)
    #expect(abs(result("care.setting.waiting", city) - result("care.beds.demand", city) + 90) < 1e-6)
    #expect(abs(result("care.setting.waiting", city) - result("care.beds.shortage", city)) < 1e-9)
  }

  /// The eastern district can place three fifths of those who seek a place; in the west a tenth as many as usual ask
  /// for one. A place that is free in the west is no place in the east.
  @Test func peopleWaitWhereTheirDistrictIsFull() throws {
    var town = CareCase()
    town.values["care.beds.occupancy_limit"] = 0.9
    let plain = try settle(town, seed: 4)
    let demand = (0..<2).map { plain("care.beds.demand", $0) }
    let share = (0..<2).map { plain("care.beds.stock", $0) / 1000 }
    // A stock at which the eastern district has three fifths of what it needs.
    town.values["care.beds.opening"] = 0.6 * demand[0] / (0.9 * share[0])
    // And far fewer people in the west ask for a place.
    town.districtValues["care.institution.district_factor"] = [1, 0.1]
    let full = try settle(town, seed: 4)
    #expect(abs(full("care.setting.waiting", 0) - 0.4 * demand[0]) < 1e-6 * demand[0])
    #expect(full("care.setting.waiting", 1) == 0)
    #expect(full("care.setting.waiting", town.areas.cityIndex) == full("care.setting.waiting", 0))
    #expect(full("care.beds.occupancy", 1) < 0.9 && abs(full("care.beds.occupancy", 0) - 0.9) < 1e-12)
    // Who waits lives at home and is counted apart; nobody is lost or counted twice.
    for area in 0..<2 {
      let settled = CareSettingsTests.settings.reduce(0) { $0 + full("care.setting.\($1)", area) }
      #expect(abs(settled / full("population.aged_60_plus", area) - 1) < 1e-12)
      #expect(full("care.beds.demand", area) >= full("care.setting.institution", area))
    }
  }

  @Test func fewerBedsNeverLeaveFewerWaiting() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var before: [Double]?
      for beds in [80_000.0, 20_000, 10_000, 5000, 1000, 0] {
        var town = CareCase()
        town.values["care.beds.opening"] = beds
        let result = try settle(town, seed: seed)
        let waiting = (0...2).map { result("care.setting.waiting", $0) }
        let served = (0...2).map { result("care.setting.institution", $0) }
        if let before {
          for area in 0...2 { #expect(waiting[area] >= before[area], "seed \(seed), \(beds) beds, area \(area)") }
        }
        #expect(zip(waiting, served).allSatisfy { $0 >= 0 && $1 >= 0 })
        before = waiting
      }
      #expect(before?.allSatisfy { $0 > 0 } == true, "seed \(seed): without beds everyone who seeks one waits")
    }
  }

  @Test func aLowerOccupancyLimitLeavesMoreWaiting() throws {
    var town = CareCase()
    town.values["care.beds.opening"] = 5000
    let city = town.areas.cityIndex
    let usual = try settle(town, seed: 5)("care.setting.waiting", city)
    town.values["care.beds.occupancy_limit"] = 0.8
    #expect(abs(try settle(town, seed: 5)("care.setting.waiting", city) - usual - 500) < 1e-6)
  }

  @Test func amplyProvidedTownHasNoQueue() throws {
    var town = CareCase()
    town.values["care.beds.opening"] = 1_000_000
    let result = try settle(town, seed: 2)
    for area in 0..<town.areas.count {
      #expect(result("care.setting.waiting", area) == 0)
      #expect(result("care.beds.shortage", area) == 0)
    }
  }

  @Test func townWhereNobodySeeksAnInstitutionHasItsOtherFigures() throws {
    var town = CareCase()
    for level in Ability.allCases { town.values["care.institution.use_\(level.name)"] = 0 }
    town.values["care.norm.severe"] = 0.7
    let result = try settle(town, seed: 3)
    for area in 0..<town.areas.count {
      #expect(result("care.setting.institution", area) == 0)
      #expect(result("care.unmet_need", area) > 0)
      #expect(result("care.workers.needed", area) > 0)
    }
  }

  @Test func unmetNeedLiesBetweenNothingAndTheNorm() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var town = CareCase()
      town.values["care.norm.moderate"] = 0.4
      town.values["care.norm.severe"] = 0.7
      town.values["care.norm.complete"] = 0.8
      let result = try settle(town, seed: seed)
      for area in 0..<town.areas.count {
        let unmet = result("care.unmet_need", area)
        #expect(unmet >= 0 && unmet <= result("care.norm_need", area), "seed \(seed), area \(area)")
      }
    }
  }

  /// The indicators of the base year for random people: a value by name and area.
  private func settle(_ town: CareCase, seed: UInt64) throws -> (String, Int) -> Double {
    let residents = CareCase.people(seed: seed)
    let registered = CareCase.people(seed: seed + 1000, .registered)
    let model = try town.model(residents)
    let measures = Demography.measures + AbilityModel.measures + Care.expectancyMeasures.map(\.measure)
    var values: [String: [Double]] = [:]
    for band in Demography.bands {
      let people = band.kind == .resident ? residents : registered
      values[band.measure.name] = (0..<2).map { people.sum($0, ages: band.ages)[0] }
    }
    for district in 0..<2 {
      for (name, count) in CareCase.counts(model, residents, district) { values[name, default: []].append(count) }
    }
    let table = measures.flatMap { measure -> [LaneVector] in
      guard let districts = values[measure.name] else { return Array(repeating: LaneVector(repeating: .nan), count: 3) }
      return (districts + [districts[0] + districts[1]]).map { LaneVector(repeating: $0) }
    }
    let parameters = try town.parameters()
    let indicators =
      Demography.indicators + Care.indicators + Care.indicators(servedIn: .together) + CareCase.withoutBenefits
    let program = Program(indicators, parameters: Care.parameters, measures: measures)
    var evaluation = Evaluation(
      program, areas: town.areas, baseYear: CareCase.baseYear,
      held: HeldValues(program, Observations([]), areas: town.areas))
    evaluation.evaluate(CareCase.baseYear, parameters: parameters.all, measures: table)
    return { name, area in
      guard let index = indicators.firstIndex(where: { $0.name == name }) else { return .nan }
      return evaluation.value(index, area: area)[0]
    }
  }
}
