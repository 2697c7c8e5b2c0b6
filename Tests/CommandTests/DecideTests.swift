import CSV
import Foundation
import Testing

/// Which option, and what is worth finding out before choosing, from the command line.
struct DecideTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "name: build\nextends: \(Program.tinytown)\nset:\n  care.beds.build: {2026: 40 张}\n", to: "build.yaml")
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    let document = CSVReader.read([UInt8](try program.text(name).utf8)).document
    return (0..<document.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: document.header.enumerated().map { ($1, document.field(row: row, column: $0)) })
    }
  }

  private func number(_ row: [String: String]?, _ column: String) -> Double {
    row?[column].flatMap(Double.init) ?? .nan
  }

  private let decide = ["sensitivity", "--decide", "\(Program.tinytown),build.yaml", "--by", "fiscal.fiscal_cost@2028"]
  private let push = Program.root.appendingPathComponent("scenarios/nursing-push.yaml").path

  /// Regrets and EVPI worked out again from every world of both runs.
  @Test func regretsAndPerfectInformationAreThoseOfTheWorlds() throws {
    let outcome = try program.run(
      "sensitivity", "--decide", "\(Program.baseline),\(push)", "--by", "fiscal.fiscal_cost@2030", "--miss",
      "care.workers.shortage@2030<=0", "--price", "8 万元", "--draws", "200", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let names = ["fiscal.fiscal_cost", "care.workers.shortage"]
    var costs: [[Double]] = []
    var own: [[[Double]]] = []
    for (scenario, folder) in [(Program.baseline, "one"), (push, "two")] {
      let run = try program.run(
        "run", scenario, "--draws", "200", "--members-out", names.joined(separator: ","), "--out", folder)
      #expect(run.status == 0, "\(run.complaints)")
      let members = try rows("\(folder)/members.csv").filter { $0["year"] == "2030" && $0["district_code"] == "330100" }
      let found = names.map { name in members.filter { $0["indicator"] == name }.map { number($0, "value") } }
      own.append(found)
      costs.append(zip(found[0], found[1]).map { $0 + 8e4 * max($1, 0) })
    }
    let means = costs.map { $0.reduce(0, +) / 200 }
    let best = zip(costs[0], costs[1]).map { min($0, $1) }
    let regret = try rows("out/regret.csv")
    for option in 0..<2 {
      #expect(abs(number(regret[option], "mean") / means[option] - 1) < 1e-9)
      let own = zip(costs[option], best).map { $0 - $1 }
      #expect(abs(number(regret[option], "largest_regret") - (own.max() ?? 0)) < 1)
      #expect(abs(number(regret[option], "mean_regret") - own.reduce(0, +) / 200) < 1)
    }
    let information = try rows("out/information.csv")
    let perfect = number(information.first { $0["kind"] == "everything" }, "value")
    #expect(abs(perfect - ((means.min() ?? 0) - best.reduce(0, +) / 200)) < 1)
    for row in information { #expect((0...perfect).contains(number(row, "value")), "\(row)") }
    #expect(outcome.output.contains("Best on average") && outcome.output.contains("10⁴ yuan"))

    // The same members with a price that counts once.
    let once = try program.run(
      "sensitivity", "--decide", "\(Program.baseline),\(push)", "--by", "fiscal.fiscal_cost@2030", "--miss",
      "care.workers.shortage@2030<=0", "--price", "3 亿元 once", "--draws", "200", "--out", "once", "--lang", "en")
    #expect(once.status == 0 && once.output.contains("by however little"), "\(once.complaints)")
    for (place, row) in try rows("once/regret.csv").enumerated() {
      let mean = zip(own[place][0], own[place][1]).reduce(0) { $0 + $1.0 + ($1.1 > 0 ? 3e8 : 0) } / 200
      #expect(abs(number(row, "mean") / mean - 1) < 1e-9)
    }
  }

  @Test func pointsOfAStudyTakeThePlaceOfWorlds() throws {
    try program.write(
      """
      name: deep
      scenario: \(Program.tinytown)
      vary:
        benefits.takeup: stated
        fiscal.wage_growth: {uniform: [2%, 6%]}
      outcomes: [fiscal.fiscal_cost@2028]
      design: {sobol: 128, seed: 4}
      """, to: "study.yaml")
    let outcome = try program.run(
      ["sensitivity", "study.yaml"] + decide.dropFirst() + ["--out", "out", "--lang", "en"])
    #expect(outcome.status == 0 && outcome.output.contains("128 points"), "\(outcome.complaints)")
    // Nothing is wanted but to spend less, so the same option is best at every point and nothing is worth finding out.
    #expect(outcome.output.contains("nothing is worth finding out"))
    #expect(try rows("out/regret.csv").map { $0["best_share"] } == ["0", "1"])
  }

  @Test func whatIsNotUnderstoodIsLocated() throws {
    let unknown = try program.run(
      decide + ["--miss", "care.beds.occupanc@2028<=40%", "--price", "1 元", "--lang", "en"])
    #expect(unknown.status == 65 && unknown.complaints.contains("--miss:1:1: error:"))
    #expect(unknown.complaints.contains("care.beds.occupancy"))
    let unit = try program.run(decide + ["--miss", "care.beds.occupancy@2028<=40%", "--price", "5 张", "--lang", "en"])
    #expect(unit.status == 65 && unit.complaints.contains("--price:1:1: error:"))
    #expect(try program.run(decide + ["--miss", "care.beds.occupancy@2028<=40%"]).status == 64)
    #expect(
      try program.run("sensitivity", "--decide", Program.tinytown, "--by", "fiscal.fiscal_cost@2028").status == 64)
    #expect(try program.run(decide + ["--draws", "50"]).status == 1)
  }
}
