import CSV
import Domain
import Fiscal
import Foundation
import Inputs
import Reports
import Simulation
import Studies
import Tables
import Testing

struct BudgetBookTests {
  private let town: Tinytown

  init() throws { town = try Tinytown() }

  private func book(_ language: Language, years: Int = 5) async throws -> String {
    var choice = BudgetChoice(years: years)
    let plan = town.results.plan
    if let grown = choice.growthYears(plan) {
      choice.growth = try await BudgetGrowth(plan, area: plan.city.areas.cityIndex, in: grown)
    }
    return try #require(BudgetBook(town.results, town.loaded.dataset, choice, language: language)).document.text
  }

  /// `RECORD=1` rewrites the files and still fails.
  @Test(arguments: Language.allCases)
  func bookIsAsRecorded(language: Language) async throws {
    let file = Tinytown.tests.appendingPathComponent("ReportsTests/Golden/budget.\(language.rawValue).txt")
    let text = try await book(language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// A year alone has grown since the last year known.
  @Test func growthBeginsWithTheLastYearKnown() async throws {
    for years in [1, 5] {
      let heads = try await book(.en, years: years).split(separator: "\n").filter { $0.contains("Line (million yuan)") }
      #expect(heads.contains { $0.contains("2022") && $0.contains("Standards") })
    }
  }

  @Test func theBookGivesWhatTheMembersSay() async throws {
    let root = Tinytown.tests.deletingLastPathComponent()
    let request = ScenarioRequest(
      root.appendingPathComponent("scenarios/baseline.yaml").path, changes: ["horizon.to=2027"], draws: 24)
    let loaded = try LoadedScenario(request)
    let plan = try Plan(loaded)
    let results = try await plan.run(EnsembleOptions(draws: 24, threads: 2, kept: ["fiscal.public_cost"]))
    let year = try #require(plan.budgetYears(1)?.lowerBound)
    let city = results.areas.cityIndex
    let members = try #require(results.members("fiscal.public_cost", area: city, year: year)).sorted()
    // Type 7: rank 0.8 · 23 = 18.4.
    let expected = members[18] + 0.4 * (members[19] - members[18])
    let found = try #require(results.quantile(0.8, of: "fiscal.public_cost", area: city, year: year))
    #expect(abs(found - expected) <= 1e-12 * expected)
    let text = try #require(
      BudgetBook(results, loaded.dataset, BudgetChoice(years: 2), language: .en)
    ).document.text
    #expect(text.contains("80% quantile"))
    #expect(!text.contains("No worlds were drawn"))
  }

  @Test func rowsOfTheFileAddUpToTheIndicators() async throws {
    let document = CSVReader.read(try await town.files()["budget.csv"] ?? []).document
    let columns = try ["district_code", "year", "line", "payer", "nature", "nominal_yuan", "real_yuan"].map {
      try #require(document.columnIndex(named: $0))
    }
    var sums: [String: Double] = [:]
    for row in 0..<document.rowCount {
      let texts = columns.prefix(5).map { document.field(row: row, column: $0) }
      let nominal = try #require(document.double(row: row, column: columns[5]))
      let real = try #require(document.double(row: row, column: columns[6]))
      let place = "\(texts[0]) \(texts[1])"
      sums["\(place) fiscal.cost", default: 0] += nominal
      sums["\(place) fiscal.real_cost", default: 0] += real
      sums["\(place) fiscal.line.\(texts[2])", default: 0] += nominal
      sums["\(place) fiscal.payer.\(texts[3])", default: 0] += nominal
      sums["\(place) fiscal.\(texts[4])", default: 0] += nominal
    }
    #expect(sums.count > 100)
    for (key, sum) in sums {
      let parts = key.split(separator: " ").map(String.init)
      let area = try #require(town.results.areas.index(of: parts[0]))
      let value = try #require(town.results.value(parts[2], area: area, year: Year(parts[1]) ?? 0), "\(key)")
      #expect(abs(value - sum) <= 1e-9 * max(abs(value), 1), "\(key)")
    }
  }

  /// The city's account, the districts', what comes from above and contributions are all the fiscal money there is.
  @Test func accountsAddUpToFiscalMoney() throws {
    let results = town.results
    let city = results.areas.cityIndex
    let districts = Array(results.areas.districts.indices)
    for year in 2023...2030 {
      func value(_ name: String, _ area: Int) throws -> Double {
        try #require(results.step(name, area: area, year: year), "\(name) \(year)")
      }
      let own =
        try value("fiscal.payer.city", city) + districts.reduce(0) { try $0 + value("fiscal.payer.district", $1) }
      let fund = try ([city] + districts).reduce(0) { try $0 + value("fund.account_spent", $1) }
      let others =
        try value("fiscal.payer.centre", city) + value("benefits.ltc_insurance.contributions_government", city)
      let all = try value("fiscal.fiscal_cost", city)
      #expect(abs(own + fund + others - all) <= 1e-9 * all)
    }
  }

  @Test func theChanceOfACapIsACountOfMembers() async throws {
    let root = Tinytown.tests.deletingLastPathComponent()
    let request = ScenarioRequest(
      root.appendingPathComponent("scenarios/baseline.yaml").path, changes: ["horizon.to=2027"], draws: 40)
    let loaded = try LoadedScenario(request)
    let results = try await Plan(loaded).run(EnsembleOptions(draws: 40, threads: 2, kept: BudgetBook.kept))
    let city = results.areas.cityIndex
    let members = try #require(results.members("fiscal.payer.city", area: city, year: 2027)).sorted()
    let cap = BudgetCap(.city, yuan: members[9], year: 2027)
    #expect(cap.chance(in: results, area: city) == 0.25)
    #expect(cap.chance(in: results, area: city, saving: members[29] - members[9] + 1) == 0.75)
  }

  @Test func whatWasSpentStandsBesideTheModel() async throws {
    let text = try await book(.en)
    #expect(text.contains("Last year's account"))
    let known = try #require(town.loaded.dataset.city.outturns.first { $0.line == "dibao" })
    let paid = try #require(town.results.modelled(known, in: 2022))
    #expect(paid == town.results.value("fiscal.line.dibao", area: town.results.areas.cityIndex, year: 2022))
  }
}
