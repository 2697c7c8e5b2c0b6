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

  @Test func scenariosStandBesideTheFirst() throws {
    let outcome = try program.run(
      "export", "html", Program.baseline, ExportTests.push, "--draws", "0", "--out", "both.html")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let html = try program.text("both.html")
    #expect(html.contains("输入不同处 3 项") && html.contains("nursing-push.yaml:8"))
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
