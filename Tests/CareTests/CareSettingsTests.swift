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
    let indicators = Demography.indicators + Care.indicators
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
