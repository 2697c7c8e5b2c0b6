import CSV
import Foundation
import Testing

/// What an outcome depends on, from the command line.
struct SensitivityTests {
  private let program: Program

  /// 600 runs of cost = 3·wage + 2·need² and nothing of luck; wage and need are places of two Weyl sequences, run 7 failed.
  init() throws {
    program = try Program()
    var text = "run,label,wage,need,luck,cost\n"
    for run in 0..<600 {
      let wage = place(run, 0.754877666246693)
      let need = place(run, 0.569840290998053)
      let luck = place(run, 0.618033988749895)
      let cost = run == 7 ? "" : "\(3 * wage + 2 * need * need)"
      text += "\(run),a,\(wage),\(need),\(luck),\(cost)\n"
    }
    try program.write(text, to: "runs.csv")
  }

  private func place(_ run: Int, _ step: Double) -> Double {
    let x = Double(run + 1) * step
    return x - x.rounded(.down)
  }

  /// The fields of a file, by column.
  private func rows(_ name: String) throws -> [[String: String]] {
    let document = CSVReader.read([UInt8](try program.text(name).utf8)).document
    return (0..<document.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: document.header.enumerated().map { ($1, document.field(row: row, column: $0)) })
    }
  }

  private func value(_ rows: [[String: String]], _ input: String, _ measure: String) -> Double? {
    rows.first { $0["input"] == input && $0["measure"] == measure }?["value"].flatMap(Double.init)
  }

  /// Variances 9/12 and 4·(1/5 − 1/9), so 0.678 and 0.322.
  @Test func sharesOfATableAreThoseOfTheFormula() throws {
    let outcome = try program.run(
      "sensitivity", "--table", "runs.csv", "--outcome", "cost", "--columns", "luck,wage,need", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let found = try rows("out/sensitivity.csv")
    #expect(found.filter { $0["measure"] == "share" }.map { $0["input"] } == ["wage", "need", "luck"])
    for (input, share) in [("wage", 0.678), ("need", 0.322), ("luck", 0)] {
      #expect(abs((value(found, input, "share") ?? .nan) - share) < 0.05, "\(input)")
    }
    #expect(abs((value(found, "wage", "smooth_share") ?? .nan) - 0.678) < 0.02)
    #expect(found.first { $0["input"] == "luck" }?["verdict"] == "nothing")
    #expect(found.allSatisfy { $0["used"] == "599" && $0["failed"] == "1" })
  }

  @Test func thePageSaysWhatWasLeftOut() throws {
    let english = try program.run("sensitivity", "--table", "runs.csv", "--outcome", "cost", "--lang", "en").output
    #expect(english.contains("What cost depends on"))
    #expect(english.contains("599 points; 1 points more") || english.contains("599 points; 1 more"))
    #expect(english.contains("no different from nothing") && english.contains("are no inputs: label."))
    let chinese = try program.run("sensitivity", "--table", "runs.csv", "--outcome", "cost", "--dead").output
    #expect(chinese.contains("luck") && !chinese.contains("wage"))
  }

  @Test func mistakesInATableAreLocated() throws {
    let wrong = try program.run("sensitivity", "--table", "runs.csv", "--outcome", "costs", "--lang", "en")
    #expect(wrong.status == 65 && wrong.output.isEmpty)
    #expect(wrong.complaints.contains("runs.csv:1:1: error:") && wrong.complaints.contains("'cost'"))
    let text = try program.text("runs.csv")
    try program.write(text.replacingOccurrences(of: "\n3,a,", with: "\n3,a,high"), to: "word.csv")
    let word = try program.run("sensitivity", "--table", "word.csv", "--outcome", "cost", "--lang", "en")
    #expect(word.status == 65 && word.complaints.contains("word.csv:5:5: error:"))
    try program.write(text.split(separator: "\n").prefix(30).joined(separator: "\n"), to: "few.csv")
    let few = try program.run("sensitivity", "--table", "few.csv", "--outcome", "cost", "--lang", "en")
    #expect(few.status == 1 && few.complaints.contains("40 points"))
    #expect(try program.run("sensitivity", "--outcome", "cost").status == 64)
    #expect(
      try program.run("sensitivity", "--table", "runs.csv", "--outcome", "cost", "--precision", "0").status == 64)
  }

  private func write(design: String, outcome: String = "fiscal.public_cost@2028") throws {
    try program.write(
      """
      name: trial
      scenario: \(Program.tinytown)
      vary:
        prices: {grouped: {fiscal.wage_growth: {uniform: [2%, 6%]}, fiscal.price_growth: {uniform: [1%, 3%]}}}
        benefits.takeup: stated
        care.beds.convert@2026: {from: 0 张, to: 900 张}
      outcomes: [\(outcome)]
      design: \(design)
      """, to: "study.yaml")
  }

  /// What `sensitivity STUDY` finds from its store is what the sweep's table says with its design; a shuffled table is refused.
  @Test(arguments: [
    "{saltelli: 32, seed: 3}", "{morris: 10, seed: 3}", "one-at-a-time", "{shapley: 16, replicates: 4, seed: 3}",
  ])
  func aStudyAndItsTableSayTheSame(design: String) throws {
    try write(design: design)
    let study = try program.run("sensitivity", "study.yaml", "--out", "own")
    #expect(study.status == 0, "\(study.complaints)")
    #expect(try program.run("sweep", "study.yaml").status == 0)
    let (points, outcomes) = (try rows("out/trial/points.csv"), try rows("out/trial/outcomes.csv"))
    let header = try #require(try program.text("out/trial/points.csv").split(separator: "\n").first)
    let columns = header.split(separator: ",").map(String.init)
    var lines = [columns.joined(separator: ",") + ",result"]
    for (point, outcome) in zip(points, outcomes) {
      lines.append(columns.map { point[$0] ?? "" }.joined(separator: ",") + "," + (outcome["value"] ?? ""))
    }
    try program.write(lines.joined(separator: "\n") + "\n", to: "results.csv")
    let arguments = ["--design", "out/trial/design.json", "--outcome", "result"]
    let table = try program.run(["sensitivity", "--table", "results.csv", "--out", "other"] + arguments)
    #expect(table.status == 0, "\(table.complaints)")
    let (own, other) = (try rows("own/sensitivity.csv"), try rows("other/sensitivity.csv"))
    #expect(!own.isEmpty && own.map { $0["value"] } == other.map { $0["value"] })
    #expect(own.map { $0["input"] } == other.map { $0["input"] })

    lines.swapAt(2, 3)
    try program.write(lines.joined(separator: "\n") + "\n", to: "shuffled.csv")
    let shuffled = try program.run(["sensitivity", "--table", "shuffled.csv", "--lang", "en"] + arguments)
    #expect(shuffled.status == 65 && shuffled.complaints.contains("shuffled.csv:1:1: error:"), "\(shuffled.complaints)")
    try program.write(lines.dropLast().joined(separator: "\n") + "\n", to: "short.csv")
    #expect(try program.run(["sensitivity", "--table", "short.csv"] + arguments).status == 65)
  }

  /// Wages pay the city's costs in a sum of products, so that the order of points tells the design's indices from other numbers.
  @Test func threadsAndResumingChangeNoByte() throws {
    try write(design: "{saltelli: 16, seed: 3}")
    #expect(try program.run("sensitivity", "study.yaml", "--out", "one", "--threads", "1").status == 0)
    let again = try program.run("sensitivity", "study.yaml", "--out", "two", "--threads", "2", "--lang", "en")
    #expect(again.status == 0 && again.output.contains("reused"))
    #expect(try program.text("one/sensitivity.csv") == program.text("two/sensitivity.csv"))
  }

  /// Worlds alone tell at least 85 % of what moves the baseline's shortage of care workers in 2030, chance as one group; the
  /// first three inputs are those that move it most when each is moved alone, and these differences are those of single runs.
  @Test func aScenarioIsTakenFromItsWorldsAndItsRanges() throws {
    let arguments = [
      "sensitivity", Program.baseline, "--outcome", "care.workers.shortage@2030", "--lang", "en", "--out",
    ]
    let outcome = try program.run(arguments + ["out"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let told = try #require(text.firstMatch(of: /All inputs explain (\d+)% of the variance, chance as one (\d+)%/))
    #expect((Int(told.1) ?? 0) + (Int(told.2) ?? 0) >= 85, "\(told.0)")
    #expect(text.contains("are also those that move it most alone"))
    let found = try rows("out/sensitivity.csv")
    #expect(found.contains { $0["input"]?.hasPrefix("process:") == true && $0["measure"] == "share" })
    let path = "care.workers.hires"
    try program.write(
      """
      scenario: \(Program.baseline)
      vary: {care.workers.intake_growth: stated}
      outcomes: [care.workers.shortage@2030]
      design: one-at-a-time
      """, to: "alone.yaml")
    #expect(try program.run("sweep", "alone.yaml", "--out", "alone").status == 0)
    let values = try rows("alone/outcomes.csv").compactMap { $0["value"].flatMap(Double.init) }
    #expect(value(found, "care.workers.intake_growth", "at_high") == values[2] - values[0])
    let dead = try program.run(arguments + ["dead", "--draws", "0", "--dead"])
    #expect(dead.output.contains("move nothing") && dead.output.contains("(fiscal.wage_growth)") == false)
    #expect(!dead.output.contains("(\(path))") && dead.output.contains("(fiscal.accident_insurance.share_household)"))
  }

  /// Every point of a study with chance as an input is a world of a run with the same changes; what chance does alone and
  /// with the others stands beside them.
  @Test func chanceIsAnInputOfItsOwn() throws {
    try program.write(
      """
      name: chance
      scenario: \(Program.baseline)
      worlds: chance 40
      vary:
        benefits.dibao.ratio@2027: {uniform: [30%, 50%]}
        care.beds.build@2026: {uniform: [10 张, 600 张]}
      outcomes: [fiscal.public_cost@2028]
      design: {saltelli: 4, replicates: 2, seed: 3}
      """, to: "chance.yaml")
    let outcome = try program.run("sensitivity", "chance.yaml", "--out", "own", "--lang", "en")
    #expect(outcome.status == 0 && outcome.output.contains("chance (all that a world draws)"), "\(outcome.complaints)")
    let found = try rows("own/sensitivity.csv")
    #expect((value(found, "chance", "total_order") ?? 0) > 0)
    #expect(Set(found.compactMap { $0["statistic"] }) == ["world"])
    #expect(try program.run("sweep", "chance.yaml").status == 0)
    let (points, outcomes) = (try rows("out/chance/points.csv"), try rows("out/chance/outcomes.csv"))
    #expect(points.count == 40)
    for id in [0, 9, 39] {
      let point = points[id]
      let run = try program.run(
        "run", Program.baseline, "--set", "benefits.dibao.ratio@2027=\(point["benefits.dibao.ratio@2027"] ?? "")",
        "--set", "care.beds.build@2026=\(point["care.beds.build@2026"] ?? "") 张", "--draws", "40", "--members-out",
        "fiscal.public_cost", "--out", "run\(id)")
      #expect(run.status == 0, "\(run.complaints)")
      let members = try rows("run\(id)/members.csv").filter {
        $0["year"] == "2028" && $0["member"] == point["world"] && $0["district_code"] == "330100"
      }
      #expect(members.map { $0["value"] } == [outcomes[id]["value"]])
    }
  }

  @Test func tooFewWorldsForSharesAreSaidToBeTooFew() throws {
    let outcome = try program.run(
      "sensitivity", Program.tinytown, "--outcome", "care.workers.shortage@2022", "--draws", "60", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("60 worlds are too few for shares"), "\(outcome.output)")
    #expect(!outcome.output.contains("Explains alone"))
  }
}
