import Domain
import Formulas
import Inputs
import Simulation
import Testing

/// Walks the lists of the model for both cities.
struct ModelTests {
  @Test(arguments: Cities.names)
  func everyIndicatorFitsItsUnit(name: String) throws {
    for indicator in try Cities.city(named: name).model.indicators {
      #expect(throws: Never.self, "\(indicator.name)") { try indicator.checkUnits() }
    }
  }

  @Test(arguments: Cities.names)
  func noNameIsUsedTwice(name: String) throws {
    let model = try Cities.city(named: name).model
    let names = model.parameters.map(\.path) + model.indicators.map(\.name)
    for (name, uses) in Dictionary(grouping: names, by: \.self) { #expect(uses.count == 1, "\(name)") }
  }

  @Test(arguments: Cities.names)
  func everyPublishedIndicatorHasBothLabels(name: String) throws {
    for indicator in try Cities.city(named: name).model.published {
      #expect(!indicator.label.zh.isEmpty && !indicator.label.en.isEmpty, "\(indicator.name)")
      #expect(indicator.label.zh != indicator.label.en, "\(indicator.name)")
    }
  }

  @Test(arguments: Cities.names)
  func everyParameterIsGivenWithinItsRange(name: String) throws {
    let city = try Cities.city(named: name)
    let given = city.model.given
    for parameter in given {
      guard let values = city.values[parameter.path] else {
        Issue.record("\(parameter.path) is not in \(name)")
        continue
      }
      #expect(values.all.allSatisfy { parameter.range.contains($0.value) }, "\(parameter.path)")
    }
    #expect(Set(city.values.keys) == Set(given.map(\.path)))
  }

  @Test(arguments: Cities.names)
  func pathsStartWithTheirPart(name: String) throws {
    let parts = ["demography.", "care.", "benefits.", "programmes.", "fiscal.", "fund.", "index."]
    for parameter in try Cities.city(named: name).model.given {
      #expect(parts.contains { parameter.path.hasPrefix($0) }, "\(parameter.path)")
      #expect(parameter.path.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "." || $0 == "_" })
    }
  }

  /// The names other programs read; those of later parts are not promised yet.
  @Test func namesOfTheInterfaceArePublished() {
    let published = Set(Model(programmes: []).published.map(\.name))
    let population = [
      "total", "aged_0_14", "aged_15_59", "aged_60_plus", "aged_65_plus", "aged_80_plus", "aged_60_plus_share",
      "registered", "registered_60_plus", "old_age_dependency", "births", "deaths", "net_migrants",
      "life_expectancy_female", "life_expectancy_male",
    ].map { "population.\($0)" }
    let people = ["intact", "mild", "moderate", "severe", "complete", "disabled", "dementia"].map {
      "care.people.\($0)"
    }
    let settings = ["home", "family_bed", "community", "institution", "waiting"].map { "care.setting.\($0)" }
    let beds = [
      "demand", "stock", "shortage", "occupancy", "nursing_share", "public_nursing_share", "dementia_per_10k",
      "family_care",
    ].map { "care.beds.\($0)" }
    let workers = ["needed", "stock", "shortage", "at_work", "certified", "certified_per_10k", "senior_share"]
      .map { "care.workers.\($0)" }
    let ledger =
      ["institution", "community", "family_bed", "home", "light"].flatMap { setting in
        ["sought", "got", "hours_sought", "hours_given", "contact_hours"].map { "care.ledger.\(setting).\($0)" }
      } + ["care.ledger.waiting", "care.ledger.none"]
    let rest =
      ["care.unmet_need", "care.unmet_hours", "benefits.dibao.standard", "benefits.low_edge.line", "benefits.payment"]
      + Model.gaps.flatMap { gap in ["ratio", "spread", "urban_rural"].map { "\(gap.name)_\($0)" } }
    let fiscal =
      ["cost", "fiscal_cost", "insurance_cost", "household_cost", "public_cost", "capital", "running", "real_cost"].map
    { "fiscal.\($0)" }
      + ["city", "district", "centre", "lottery_fund", "insurance", "household"].map { "fiscal.payer.\($0)" }
    for name in population + people + settings + ledger + beds + workers + rest + fiscal {
      #expect(published.contains(name), "\(name)")
    }
  }
}
