import Foundation
import Testing

/// The smallest change, from the command line.
struct SeekCommandTests {
  private let program: Program
  private let lever = ["--vary", "care.workers.training_intake@2026=0 人:400 人", "--step", "20"]

  init() throws { program = try Program() }

  private func seek(_ scenario: String, _ arguments: [String]) throws -> Program.Outcome {
    try program.run(["seek", scenario, "--lang", "en"] + arguments)
  }

  private let wanted = ["--until", "care.workers.certified_per_10k@2030>=28"]
  private let intake = ["--vary", "care.workers.training_intake@2026=0 人:5000 人"]

  /// The chance told for a value is the share of worlds of a run with that value.
  @Test func chancesAreThoseOfRuns() throws {
    let outcome = try seek(
      Program.baseline, intake + wanted + ["--step", "500", "--draws", "60", "--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let tried = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    let met = try #require(tried.first { $0[1] >= 0.8 })
    let run = try program.run(
      "run", Program.baseline, "--draws", "60", "--set", "care.workers.training_intake@2026=\(Int(met[0])) 人",
      "--members-out", "care.workers.certified_per_10k", "--out", "out")
    #expect(run.status == 0, "\(run.complaints)")
    let rows = try program.text("out/members.csv").split(separator: "\n").map { $0.split(separator: ",") }
    let members = rows.filter { $0[1] == "330100" && $0[3] == "2030" }.compactMap { Double($0[6]) }
    #expect(members.count == 60)
    #expect(Double(members.count { $0 >= 28 }) / 60 == met[1])
    // The step before is too seldom.
    let before = try #require(tried.last { $0[0] < met[0] })
    #expect(before[0] == met[0] - 500 && before[1] < 0.8)
  }

  @Test func whereNothingDoesTheBestIsToldAndTheAnswerIsNo() throws {
    let outcome = try seek(
      Program.tinytown, lever + ["--until", "care.workers.certified_per_10k@2028>=100000", "--draws", "50"])
    #expect(outcome.status == 2 && outcome.output.contains("No value in the range does"))
    let already = try seek(
      Program.tinytown, lever + ["--until", "care.workers.certified_per_10k@2028>=0", "--draws", "50"])
    #expect(already.status == 0 && already.output.contains("Nothing has to be changed"))
  }

  @Test func severalLeversTakeACostAndOtherWorldsAreAsked() throws {
    let both =
      intake + ["--step", "1000", "--vary", "care.workers.exit_rate@2026=10%:25%", "--step", "5%"] + wanted
      + ["--draws", "30"]
    #expect(try seek(Program.baseline, both).status == 64)
    let priced = both + ["--cost", "fiscal.fiscal_cost@2030", "--verify", "40"]
    let outcome = try seek(Program.baseline, priced)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("It costs") && outcome.output.contains("In 40 worlds of another seed"))
    #expect(try seek(Program.baseline, priced + ["--threads", "1"]).output == outcome.output)
  }

  @Test func whatIsNotUnderstoodIsLocated() throws {
    let until = ["--until", "care.workers.certified_per_10k@2028>=20"]
    let path = try seek(Program.tinytown, ["--vary", "care.workers.training_intak@2026=0 人:400 人"] + until)
    #expect(path.status == 65 && path.complaints.contains("--vary[1]:1:1: error:"))
    #expect(path.complaints.contains("'care.workers.training_intake'"))
    let form = try seek(Program.tinytown, ["--vary", "care.workers.training_intake=400"] + until)
    #expect(form.status == 65 && form.complaints.contains("ADDRESS=LOW:HIGH"))
    let reversed = try seek(Program.tinytown, ["--vary", "care.workers.training_intake@2026=400 人:0 人"] + until)
    #expect(reversed.status == 65 && reversed.complaints.contains("--vary[1]:1:35: error:"), "\(reversed.complaints)")
    let wanted = try seek(Program.tinytown, lever + ["--until", "care.workers.certified_per_10k@2028=20"])
    #expect(wanted.status == 65 && wanted.complaints.contains("--until:1:1: error:"))
  }
}
