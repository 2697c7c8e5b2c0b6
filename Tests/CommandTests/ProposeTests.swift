import CSV
import Foundation
import Testing

/// Targets proposed for a later year.
struct ProposeTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ arguments: [String]) throws -> [[String: String]] {
    let outcome = try program.run(arguments + ["--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let table = CSVReader.read([UInt8](outcome.output.utf8)).document
    return (0..<table.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: table.header.enumerated().map { ($1, table.field(row: row, column: $0)) })
    }
  }

  private let propose = ["targets", "propose", Program.baseline, "--year", "2030"]

  @Test func whatIsProposedAtAChanceHoldsWithItInOtherWorlds() throws {
    let made = try rows(propose + ["--draws", "2000", "--unrounded", "--out", "plan.yaml"])
    #expect(made.count >= 6)
    for row in made { #expect(abs(Double(row["chance"] ?? "").map { $0 - 0.8 } ?? 1) < 0.002, "\(row)") }
    let judged = try rows([
      "targets", Program.baseline, "--plan", "plan.yaml", "--year", "2030", "--draws", "2000", "--seed", "7",
    ]).filter { $0["plan"] != "" }
    #expect(judged.count == made.count)
    // Both ends err by some 0.9 points, so that three times their sum is left.
    for row in judged { #expect(abs((Double(row["p_met"] ?? "") ?? 0) - 0.8) < 0.045, "\(row)") }
  }

  @Test func aProposalIsRoundedToTheSafeSideAndGoesYearByYear() throws {
    let made = try rows(propose + ["--draws", "200", "--chance", "90%", "--out", "plan.yaml"])
    for row in made {
      #expect((Double(row["chance"] ?? "") ?? 0) >= 0.895, "\(row)")
      #expect(row["kind"] == "binding", "\(row)")
      let (p50, p90) = (Double(row["p50"] ?? "") ?? 0, Double(row["p90"] ?? "") ?? 0)
      #expect(row["comparator"] == ">=" ? p50 >= p90 : p50 <= p90, "\(row)")
    }
    let plan = try program.text("plan.yaml")
    #expect(plan.contains("kind: 约束性") && plan.contains("2026:") && plan.contains("2030:"))
    let page = try program.run(propose + ["--draws", "200"]).output
    for text in ["同时达到的概率", "原目标已经达到：", "≥ 2 000 (2025)", "较好区县进度"] {
      #expect(page.contains(text), "\(text) in \(page)")
    }
  }

  @Test func aYearThatIsKnownOrNotReachedIsRefused() throws {
    for year in ["2025", "2036"] {
      let outcome = try program.run("targets", "propose", Program.baseline, "--year", year, "--draws", "20")
      #expect(outcome.status == 64 && outcome.complaints.contains("--year"))
    }
    #expect(try program.run("targets", "propose", Program.baseline, "--year", "2030", "--draws", "0").status == 64)
  }
}

extension ProposeTests {
  @Test func thePlanThatIsShippedIsRead() throws {
    let scenario = Program.root.appendingPathComponent("scenarios/next-plan-2030.yaml").path
    let plan = Program.root.appendingPathComponent("plans/2026-2030.yaml").path
    let outcome = try program.run("targets", scenario, "--plan", plan, "--year", "2030", "--draws", "60")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    for text in ["“十五五”", "≥ 73.0%", "人均预期寿命", "同时达到的概率"] { #expect(outcome.output.contains(text), "\(text)") }
  }
}
