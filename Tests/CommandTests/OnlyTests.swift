import CSV
import Foundation
import Testing

/// Runs that give some values and write no files.
struct OnlyTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ text: String) throws -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func theValuesAreThoseOfTheFiles() throws {
    let wanted =
      "fiscal.public_cost@2026,care.beds.stock@2025/990001,benefits.dibao.standard@2024,population.total@2027"
    let files = try program.run("run", Program.tinytown, "--draws", "20", "--out", "all")
    #expect(files.status == 0)
    let written = Set(try program.text("all/indicators.csv").split(separator: "\n").map(String.init))
    let outcome = try program.run("run", Program.tinytown, "--draws", "20", "--only", wanted)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    for line in lines { #expect(written.contains(line), "\(line)") }
    let remaining = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(Set(remaining.filter { !$0.hasPrefix(".") }) == ["all"])
  }

  @Test func jsonHasTheSameNumbers() throws {
    let outcome = try program.run(
      "run", Program.tinytown, "--draws", "0", "--only", "population.total@2025", "--format", "json")
    let objects = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
    let csv = try program.run("run", Program.tinytown, "--draws", "0", "--only", "population.total@2025")
    let number = try #require(objects?.first?["central"] as? Double)
    let written = try #require(Double(rows(csv.output)[1][6]))
    #expect(abs(written - number) <= 1e-12 * written)
  }

  @Test func aWrongNameComesWithTheNearest() throws {
    let outcome = try program.run(
      "run", Program.tinytown, "--lang", "en", "--only", "population.totl@2025,care.beds.stock@1990/nowhere")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.complaints.contains("--only:1:1: error: no indicator 'population.totl'"))
    #expect(outcome.complaints.contains("did you mean 'population.total'?"))
    #expect(outcome.complaints.contains("--only:1:38: error:"))
    #expect(outcome.complaints.contains("--only:1:43: error:"))
  }

  @Test(arguments: ["population.total", "population.total@", "@2025", "population.total@2025,", ""])
  func whatIsNoSelectorIsAMistakeOfUse(text: String) throws {
    let outcome = try program.run("run", Program.tinytown, "--only", text)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test func filesAndValuesDoNotGoTogether() throws {
    #expect(try program.run("run", Program.tinytown, "--only", "population.total@2025", "--out", "x").status == 64)
  }
}
