import CSV
import Foundation
import FoundationXML
import Testing

/// The page that `export html` writes.
struct ExportTests {
  private let program: Program
  private static let push = Program.root.appendingPathComponent("scenarios/nursing-push.yaml").path

  init() throws { program = try Program() }

  private func page(_ name: String) throws -> XMLDocument {
    try XMLDocument(xmlString: String(program.text(name).drop { $0 != "\n" }.dropFirst()))
  }

  @Test func aPageStandsAloneAndItsNumbersAreThoseOfTheRun() throws {
    let outcome = try program.run(
      "export", "html", Program.baseline, "--draws", "20", "--lang", "en", "--out", "page.html")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let html = try program.text("page.html")
    #expect(html.utf8.count < 600_000)
    for word in ["<script", "src=", "<link", "@import"] { #expect(!html.contains(word)) }
    let page = try page("page.html")
    let ids = try page.nodes(forXPath: "//@id").compactMap(\.stringValue)
    #expect(Set(ids).count == ids.count)
    let charts = try page.nodes(forXPath: "//*[@role='img']")
    #expect(charts.count > 12)
    let descriptions = try page.nodes(forXPath: "//*[local-name()='desc']").compactMap(\.stringValue)
    #expect(descriptions.count == charts.count && descriptions.allSatisfy { $0.contains { $0.isNumber } })
    // Cost by payer, in millions, is what budget.csv adds up to.
    let run = try program.run("run", Program.baseline, "--draws", "20", "--out", "run")
    #expect(run.status == 0)
    let budget = CSVReader.read([UInt8](try #require(program.files("run")["budget.csv"]))).document
    var sum = 0.0
    for row in 0..<budget.rowCount
    where budget.field(row: row, column: 1) == "330100" && budget.field(row: row, column: 3) == "2026" {
      sum += try #require(budget.double(row: row, column: 7))
    }
    let total = try page.nodes(forXPath: "//figure[.//*[@id='payers']]//tbody/tr[last()]/td[1]").first?.stringValue
    let shown = try #require(total.flatMap { Double($0.filter { $0 != " " }) })
    #expect(abs(shown * 1e6 - sum) < 0.06e6)
  }

  @Test func theDirectorsQuestionsComeFirstAndDistrictsLieOnAMap() throws {
    let outcome = try program.run(
      "export", "html", Program.baseline, "--draws", "20", "--lang", "en", "--out", "page.html")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    let first = try page.nodes(forXPath: "(//section)[1]//li").compactMap(\.stringValue)
    for (answer, question) in zip(first, ["What does it cost?", "Will the targets be met?", "What is to be decided?"]) {
      #expect(answer.hasPrefix(question) && answer.contains { $0.isNumber })
    }
    #expect(first.count == 3)
    #expect(try page.nodes(forXPath: "//th[not(normalize-space())]").isEmpty)
    // A tile for each district, and its number in the table is the run's.
    let run = try program.run(
      "run", Program.baseline, "--draws", "0", "--only", "care.unmet_need@2025/上城区", "--format", "csv")
    let table = CSVReader.read([UInt8](run.output.utf8)).document
    let column = try #require(table.header.firstIndex(of: "central"))
    let need = try #require(table.double(row: 0, column: column))
    let figure = "//figure[.//*[@id='tiles-unmet']]"
    #expect(try page.nodes(forXPath: "\(figure)//*[local-name()='rect']").count == 13)
    let cell = try page.nodes(forXPath: "\(figure)//tr[th='Shangcheng District']/td").first?.stringValue
    #expect(cell.flatMap { Double($0.filter { $0 != " " }) } == need.rounded())
  }

  /// Every number drawn over years is that of the run's own files, with its interval.
  @Test func cellsOfChartsAreThoseOfTheFiles() throws {
    let folder = "run"
    #expect(try program.run("run", Program.baseline, "--draws", "20", "--out", folder).status == 0)
    let indicators = CSVReader.read([UInt8](try #require(program.files(folder)["indicators.csv"]))).document
    let places = try ["district_code", "year", "indicator", "central", "p10", "p90"].map { name in
      try #require(indicators.header.firstIndex(of: name))
    }
    for (district, code) in [(nil, "330100"), ("淳安县", "330127")] {
      let outcome = try program.run(
        ["export", "html", Program.baseline, "--draws", "20", "--out", "page.html"]
          + (district.map { ["--district", $0] } ?? []))
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let page = try ReadPage(program.text("page.html"))
      try page.check(atLeast: 9)
      for (place, name) in [
        "population.aged_60_plus", "care.people.disabled", "care.unmet_need", "care.beds.stock",
      ].enumerated() {
        let shown = try page.rows(ofFigure: "line-\(place)")
        #expect(shown.count == 16, "\(name)")
        for row in 0..<indicators.rowCount
        where indicators.field(row: row, column: places[0]) == code
          && indicators.field(row: row, column: places[2]) == name
        {
          let year = indicators.field(row: row, column: places[1])
          let cells = try #require(shown.first { $0[0] == year }).compactMap(ReadPage.number)
          for (cell, column) in zip(cells.dropFirst(), places[3...]) {
            let value = try #require(indicators.double(row: row, column: column))
            #expect(abs(cell - value) <= 0.5 + 1e-9, "\(name) \(year): \(cell), \(value)")
          }
        }
      }
    }
  }

  @Test func aDistrictHasAPageOfItsOwn() throws {
    let outcome = try program.run(
      "export", "html", Program.baseline, ExportTests.push, "--draws", "20", "--district", "淳安县", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try ReadPage(program.text("baseline-330127.html"))
    #expect(try page.strings("//h1")[0].hasPrefix("Chun'an County"))
    #expect(try page.nodes("//*[@id='pyramid' or @id='payers']").count == 2)
    #expect(try page.nodes("//*[@id='tiles-unmet']").isEmpty)
    let headings = try page.strings("//h2")
    for words in ["Beds", "Lottery fund", "What this rests on", "Backtest"] {
      #expect(headings.contains { $0.contains(words) }, "\(words)")
    }
    #expect(try program.run("export", "html", Program.baseline, "--district", "nowhere").status == 65)
  }

  @Test func scenariosStandBesideTheFirst() throws {
    let outcome = try program.run(
      "export", "html", Program.baseline, ExportTests.push, "--draws", "0", "--out", "both.html")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let html = try program.text("both.html")
    #expect(html.contains("输入不同处 3 项") && html.contains("nursing-push.yaml:9"))
  }

  @Test func twoExportsAreTheSame() throws {
    let files = try ["a.html", "b.html"].map { name in
      _ = try program.run("export", "html", Program.tinytown, "--out", name)
      return try program.text(name)
    }
    #expect(files[0] == files[1])
  }

  /// Text that other programs might take for markup or a formula stays text.
  @Test func aHostileTitleStaysText() throws {
    try program.write(
      "extends: \(Program.tinytown)\nname: odd\ntitle: {zh: '<b>=1+1</b>', en: '<b>@x</b>'}\n", to: "odd.yaml")
    let outcome = try program.run("export", "html", "odd.yaml", "--out", "odd.html")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(try page("odd.html").nodes(forXPath: "//b").isEmpty)
    #expect(try program.text("odd.html").contains("&lt;b&gt;=1+1&lt;/b&gt;"))
  }
}
