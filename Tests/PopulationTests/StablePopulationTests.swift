import Domain
import Formulas
import NumericCore
import Population
import Testing

/// A closed population under constant rates that grows at Lotka's rate and keeps its form.
///
/// Source: Preston, Heuveline and Guillot (2001), *Demography*, chapter 7; the
/// equation is written in the step's own convention of discrete years.
struct StablePopulationTests {
  private let srb = 1.06

  /// Survivorship by sex and age that no law of mortality has, only plausible sizes.
  private func sx(_ sex: Sex, _ age: Int) -> Double {
    age == 0 ? 0.98 : age == 100 ? 0.55 : 1 - 0.0005 - 0.3 * Double(age * age * age) / 1e6 * (sex == .male ? 1.1 : 1)
  }

  private func asfr(_ age: Int, tfr: Double) -> Double { (20...39).contains(age) ? tfr / 20 : 0 }

  /// People of both sexes with one girl aged 0, growing by a factor a year.
  private func form(growth: Double) -> AgeTable {
    var table = AgeTable()
    for sex in Sex.allCases {
      table[Age(0), sex] = sex == .male ? srb * sx(.male, 0) / sx(.female, 0) : 1
      for age in 1..<100 { table[Age(age), sex] = table[Age(age - 1), sex] * sx(sex, age) / growth }
      table[Age(100), sex] = table[Age(99), sex] * sx(sex, 100) / (growth - sx(sex, 100))
    }
    return table
  }

  /// Girls aged 0 at year-end for each girl aged 0 a year before, over the factor: one at Lotka's rate.
  private func replacement(growth: Double, tfr: Double) -> Double {
    let women = form(growth: growth)
    let births = (0...100).reduce(0.0) { $0 + asfr($1, tfr: tfr) * 0.5 * (1 + growth) * women[Age($1), .female] }
    return births / (1 + srb) * sx(.female, 0) / growth
  }

  /// The growth factor at which a generation replaces itself, by halving.
  private func growth(tfr: Double) -> Double {
    var low = 0.9
    var high = 1.1
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if replacement(growth: middle, tfr: tfr) > 1 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  @Test(arguments: [1.0, 2.1, 3.5])
  func everyCellGrowsAtLotkasRate(tfr: Double) throws {
    let growth = growth(tfr: tfr)
    let start = form(growth: growth)
    var people = People(.resident, districts: [start])
    var survivorship = Survivorship(areas: 2)
    for area in 0..<2 {
      for sex in Sex.allCases {
        for age in 0...100 { survivorship.sx[survivorship.cell(area, sex, age)] = LaneVector(repeating: sx(sex, age)) }
      }
    }
    let rates = CohortRates(
      survivorship: survivorship, fertilityPattern: (0...100).map { asfr($0, tfr: 1) }, tfr: .uniform(tfr),
      fertilityFactor: [.uniform(1)], srb: .uniform(srb), netMigrants: .uniform(0), migrantShare: [.uniform(1)],
      migrantProfile: AgeTable(repeating: 1.0 / 202))
    for year in 2021...2060 { _ = try people.step(rates, year: year) }
    let factor = (0..<40).reduce(1.0) { product, _ in product * growth }
    let end = people.table(0, lane: 0)
    for (found, before) in zip(end.values, start.values) {
      #expect(abs(found / (before * factor) - 1) < 1e-10)
    }
  }
}
