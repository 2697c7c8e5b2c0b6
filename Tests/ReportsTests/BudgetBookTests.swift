import CSV
import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Tables
import Testing

struct BudgetBookTests {
  private let town: Tinytown

  init() throws { town = try Tinytown() }

  private func book(_ language: Language, years: Int = 5) throws -> String {
    try #require(
      BudgetBook(town.results, town.loaded.dataset, years: years, percentile: 0.8, language: language)
    ).document.text
  }

  /// `RECORD=1` rewrites the files and still fails.
  @Test(arguments: Language.allCases)
  func bookIsAsRecorded(language: Language) throws {
    let file = Tinytown.tests.appendingPathComponent("ReportsTests/Golden/budget.\(language.rawValue).txt")
    let text = try book(language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func aYearAloneHasNoGrowth() throws {
    #expect(try book(.en).contains("5. Where the growth comes from"))
    #expect(try !book(.en, years: 1).contains("5. Where the growth comes from"))
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
      BudgetBook(results, loaded.dataset, years: 2, percentile: 0.8, language: .en)
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
}
