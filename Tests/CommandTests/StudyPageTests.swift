import CSV
import Foundation
import Testing

/// The pages of studies: `--html` of `sweep`, `sensitivity` and `seek`.
struct StudyPageTests {
  private let program: Program

  init() throws { program = try Program() }

  private func page(_ name: String) throws -> ReadPage { try ReadPage(program.text(name)) }

  private func rows(_ name: String) throws -> [[String: String]] {
    let document = CSVReader.read([UInt8](try program.text(name).utf8)).document
    return (0..<document.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: document.header.enumerated().map { ($1, document.field(row: row, column: $0)) })
    }
  }

  private func write(_ design: String, vary: String, outcomes: String = "fiscal.public_cost@2028") throws {
    try program.write(
      """
      name: trial
      title: {zh: '=1+1 <b>试</b>', en: '@SUM(A1) <b>trial</b>'}
      scenario: \(Program.tinytown)
      vary:
      \(vary)
      outcomes: [\(outcomes)]
      design: \(design)
      """, to: "study.yaml")
  }

  @Test func aTornadoHasWhatEachEndDiffersBy() throws {
    try write(
      "one-at-a-time",
      vary: "  fiscal.wage_growth: {uniform: [2%, 6%]}\n  care.beds.convert@2026: {from: 0 张, to: 900 张, steps: 2}",
      outcomes: "care.beds.nursing_share@2028")
    let outcome = try program.run("sweep", "study.yaml", "--html", "page.html", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 1)
    #expect(try page.nodes("//b").isEmpty)
    #expect(try page.strings("//h1")[0].contains("@SUM(A1) <b>trial</b>"))
    let values = try rows("out/outcomes.csv").compactMap { $0["value"].flatMap(Double.init) }
    let found = try page.rows(ofFigure: "tornado-0").first { $0[1].hasPrefix("care.beds.convert") }
    let cells = try #require(found).suffix(2).compactMap(ReadPage.number)
    // The scenario itself, two ends of the first axis, two of the second.
    for (cell, value) in zip(cells, values[3...4]) { #expect(abs(cell - (value - values[0]) * 100) < 0.06) }
    #expect(cells.count == 2)
  }

  @Test func aGridHasTheMeanAtEachValue() throws {
    try write(
      "grid",
      vary: "  care.beds.convert@2026: [0 张, 300 张, 900 张]\n  fiscal.wage_growth: [2%, 6%]",
      outcomes: "care.beds.nursing_share@2028")
    let outcome = try program.run("sweep", "study.yaml", "--html", "page.html", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 2)
    let values = try rows("out/outcomes.csv").compactMap { $0["value"].flatMap(Double.init) }
    let shown = try page.rows(ofFigure: "curve-0-0").compactMap { ReadPage.number($0[1]) }
    #expect(shown.count == 3)
    for (place, cell) in shown.enumerated() {
      #expect(abs(cell - (values[place * 2] + values[place * 2 + 1]) / 2 * 100) < 0.06)
    }
  }

  @Test func sobolsIndicesHaveIntervalsAndVerdicts() throws {
    try write(
      "{saltelli: 32, replicates: 4, seed: 1}",
      vary: "  care.beds.convert@2026: {from: 0 张, to: 900 张}\n  fiscal.wage_growth: {uniform: [2%, 6%]}")
    let outcome = try program.run("sensitivity", "study.yaml", "--html", "page.html", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 1)
    let svg = "//*[@id='sensitivity-0-shares']"
    let texts = try page.strings("\(svg)//*[local-name()='text']")
    #expect(texts.contains("First order") && texts.contains("Total order"))
    let found = try rows("out/sensitivity.csv").filter { $0["measure"] == "total_order" }
    for row in found where row["verdict"] == "settled" || row["verdict"] == "needs_more" {
      let share = min(max(try #require(row["value"].flatMap(Double.init)), 0), 1)
      let words = row["verdict"] == "settled" ? "settled" : "needs about"
      #expect(texts.contains { $0.hasPrefix("\(Int((share * 100).rounded()))%  \(words)") }, "\(share) \(texts)")
    }
    // An interval is a line with two ends.
    #expect(try page.nodes("\(svg)//*[local-name()='path'][@class='outline']").count >= 6)
    let sweep = try program.run("sweep", "study.yaml", "--html", "sweep.html", "--lang", "en")
    #expect(sweep.status == 0, "\(sweep.complaints)")
    #expect(try program.text("sweep.html").contains("sensitivity-0-shares"))
  }

  @Test func aScenariosPageHasSharesAndBothEnds() throws {
    let outcome = try program.run(
      "sensitivity", Program.baseline, "--outcome", "care.workers.shortage@2030", "--draws", "500", "--html",
      "page.html", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 2)
    #expect(try page.nodes("//*[@id='sensitivity-0-shares']").count == 1)
    let rows = try rows("out/sensitivity.csv")
    let swings = try rows.filter { $0["measure"] == "swing" }.map { try #require($0["value"].flatMap(Double.init)) }
    let widest = try #require(swings.max())
    let texts = try page.strings("//*[@id='sensitivity-0-ends']//*[local-name()='text']").compactMap(ReadPage.number)
    let drawn = try #require(texts.map(abs).max())
    #expect(drawn <= widest + 1 && drawn > widest / 4)
  }

  @Test func aDecisionsPageHasRegretInformationAndBoxes() throws {
    let push = Program.root.appendingPathComponent("scenarios/nursing-push.yaml").path
    let outcome = try program.run(
      "sensitivity", "--decide", "\(Program.baseline),\(push)", "--by", "fiscal.fiscal_cost@2030", "--miss",
      "care.workers.shortage@2030<=0", "--price", "8 万元", "--draws", "500", "--html", "page.html", "--out", "out",
      "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 2)
    let regret = try rows("out/regret.csv")
    for row in try page.rows(ofFigure: "regret") {
      let own = try #require(regret.first { $0["option"] == row[0] })
      let mean = try #require(own["mean_regret"].flatMap(Double.init))
      let shown = try #require(ReadPage.number(row[2]))
      #expect(abs(shown - mean / 1e4) <= 0.51)
    }
    #expect(try page.nodes("//*[@id='information']").count == 1)
    let boxes = try page.nodes("//*[starts-with(@id, 'box-') and @role='img']").count
    let written = try rows("out/boxes.csv").map { row in
      ["option", "failing", "box"].map { row[$0] ?? "" }.joined(separator: " ")
    }
    #expect(boxes == Set(written).count)
  }

  @Test func aSearchDrawsTheChanceByWhatIsChanged() throws {
    let asked = [
      "seek", Program.baseline, "--vary", "care.workers.training_intake@2026=0 人:5000 人", "--step", "500", "--until",
      "care.workers.certified_per_10k@2030>=28", "--draws", "60", "--lang", "en",
    ]
    let outcome = try program.run(asked + ["--format", "csv", "--html", "page.html"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = try page("page.html")
    try page.check(atLeast: 1)
    let tried = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    let shown = try page.rows(ofFigure: "chance").map { $0.compactMap(ReadPage.number) }
    #expect(shown.count == tried.count)
    for (cells, row) in zip(shown, tried) { #expect(cells[0] == row[0] && abs(cells[1] - row[1] * 100) < 0.06) }
    let both = try program.run(
      asked + ["--vary", "care.workers.exit_rate@2026=10%:25%", "--step", "5%", "--cost", "fiscal.fiscal_cost@2030"]
        + ["--html", "both.html"])
    #expect(both.status == 0, "\(both.complaints)")
    try self.page("both.html").check(atLeast: 1)
  }

  @Test func aPageOfAPartIsWrongUse() throws {
    try write("grid", vary: "  fiscal.wage_growth: [2%, 6%]")
    #expect(try program.run("sweep", "study.yaml", "--shard", "1/2", "--html", "a.html").status == 64)
  }
}
