import Foundation
import Testing

/// What `--plot` draws.
struct PlotTests {
  private let program: Program
  private static let push = Program.root.appendingPathComponent("scenarios/nursing-push.yaml").path

  init() throws { program = try Program() }

  private static let share = "care.beds.nursing_share"

  @Test func anIndicatorIsDrawnWithItsNumbersInWords() throws {
    let outcome = try program.run(
      "run", Program.baseline, "--draws", "20", "--set", "horizon.to=2027", "--indicator", PlotTests.share, "--plot",
      "share.svg", "--lang", "en", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let svg = try program.text("share.svg")
    #expect(svg.contains("<title id=\"chart-title\">Hangzhou: Nursing-type share of beds (%)</title>"))
    #expect(svg.contains("55.80 in 2020") && svg.contains("Target of 2025: 65.00."))
    #expect(svg.contains("known until 2025"))
    // Two fans, and a line up to what is known and behind it.
    #expect(svg.contains("class=\"w0\"") && svg.contains("class=\"b0\""))
    #expect(svg.contains("class=\"line s0\"") && svg.contains("class=\"line dashed s0\""))
  }

  @Test func scenariosAreDrawnSideBySide() throws {
    let outcome = try program.run(
      "compare", Program.baseline, PlotTests.push, "--draws", "0", "--indicator", PlotTests.share, "--district", "淳安县",
      "--plot", "both.svg")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let svg = try program.text("both.svg")
    #expect(svg.contains("淳安县：护理型床位占比（%）"))
    #expect(svg.contains("class=\"line dashed s1\"") && !svg.contains("class=\"b0\""))
  }

  @Test func districtsOfAYearAreDrawnSideBySide() throws {
    let outcome = try program.run(
      "run", Program.baseline, "--draws", "20", "--set", "horizon.to=2027", "--indicator", PlotTests.share, "--plot",
      "districts.svg", "--plot-year", "2027", "--lang", "en", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let svg = try program.text("districts.svg")
    #expect(
      svg.contains("Nursing-type share of beds in 2027 (%)") && svg.contains("Chun&apos;an") || svg.contains("Chun'an"))
    #expect(svg.split(separator: "class=\"f0\"").count - 1 == 13)
    let both = try program.run(
      "compare", Program.baseline, PlotTests.push, "--draws", "0", "--indicator", PlotTests.share, "--plot", "both.svg",
      "--plot-year", "2030")
    #expect(both.status == 0, "\(both.complaints)")
    #expect(try program.text("both.svg").split(separator: "<rect class=\"f1\"").count - 1 >= 13)
    let late = try program.run(
      "run", Program.tinytown, "--indicator", PlotTests.share, "--plot", "a.svg", "--plot-year", "2099", "--out", "o")
    #expect(late.status == 64)
  }

  @Test(arguments: [
    ["--plot", "a.svg"], ["--indicator", PlotTests.share],
    ["--plot", "a.svg", "--indicator", "care.beds"],
  ])
  func whatCannotBeDrawnIsWrongUse(arguments: [String]) throws {
    let outcome = try program.run(["run", Program.tinytown, "--out", "out"] + arguments)
    #expect(outcome.status == 64)
  }

  @Test func anUnknownIndicatorIsRefusedBeforeTheRun() throws {
    let outcome = try program.run(
      "run", Program.tinytown, "--out", "o", "--plot", "a.svg", "--indicator", "care.beds.stok")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("care.beds.stock"))
    #expect(throws: (any Error).self) { try program.files("o") }
  }
}
