import Foundation
import Testing

/// The tree behind a number, as the program prints it.
struct ExplainTests {
  private let program: Program

  init() throws { program = try Program() }

  private func explain(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["explain", Program.tinytown, "--indicator"] + arguments)
  }

  @Test func aNumberIsExplainedInTwelveLinesOrSo() throws {
    let outcome = try explain("care.workers.certified@2023/990001", "--lang", "en")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 3 && lines.count <= 14)
    #expect(outcome.output.contains("├─ ") && outcome.output.contains("└─ "))
    // Evidence and place of an input.
    #expect(outcome.output.contains("parameters/care.yaml:"))
  }

  @Test func theWholeTreeIsThereForPrograms() throws {
    struct Number: Decodable {
      let kind: String
      let name: String
      let value: Double?
      let parts: [Number]?
    }
    struct File: Decodable {
      let version: Double
      let explanation: Number
    }
    let outcome = try explain("care.workers.certified@2023/990001", "--depth", "3", "--format", "json")
    #expect(outcome.status == 0)
    let file = try JSONDecoder().decode(File.self, from: Data(outcome.output.utf8))
    #expect(file.version == 2)
    let only = try program.run(
      "run", Program.tinytown, "--draws", "0", "--only", "care.workers.certified@2023/990001", "--format", "json")
    #expect(only.output.contains("\"central\": \(try #require(file.explanation.value))"))
    #expect(file.explanation.parts?.contains { $0.kind == "parameter" } == true)
  }

  @Test func whatIsNoNumberOfTheRunIsRefused() throws {
    #expect(try explain("care.workers.certified").status == 64)
    #expect(try explain("care.workers.certified@2023", "--format", "csv").status == 64)
    let unknown = try explain("care.workers.certifed@2023", "--lang", "en")
    #expect(unknown.status == 65)
    #expect(unknown.complaints.contains("care.workers.certified"))
  }

  /// The shares of a difference add up to it.
  @Test func aDifferenceIsSharedOutForPrograms() throws {
    struct File: Decodable {
      struct Difference: Decodable {
        struct Part: Decodable {
          let group: String
          let exact: Double
          let ordered: Double
          let p10: Double?
        }
        let difference: Double
        let worlds: Int
        let parts: [Part]
      }
      let version: Double
      let difference: Difference
    }
    let outcome = try explain("fiscal.fiscal_cost@2021..2024", "--draws", "9", "--format", "json")
    #expect(outcome.status == 0)
    let file = try JSONDecoder().decode(File.self, from: Data(outcome.output.utf8))
    let found = file.difference
    #expect(file.version == 2 && found.worlds == 9 && !found.parts.isEmpty)
    #expect(found.parts.allSatisfy { $0.p10 != nil })
    let size = found.parts.reduce(abs(found.difference)) { $0 + abs($1.exact) }
    #expect(abs(found.parts.reduce(0) { $0 + $1.exact } - found.difference) <= 1e-9 * size)
    #expect(abs(found.parts.reduce(0) { $0 + $1.ordered } - found.difference) <= 1e-9 * size)
  }

  @Test func twoScenariosAreHeldAgainstEachOther() throws {
    let same = try program.run(
      "explain", Program.tinytown, Program.tinytown, "--indicator", "fiscal.fiscal_cost@2023", "--lang", "en")
    #expect(same.status == 65)
    #expect(same.complaints.contains("two scenarios are called"))
    for wrong in [["fiscal.fiscal_cost@2021..2024", "--depth", "2"], ["fiscal.fiscal_cost@2021.."]] {
      #expect(try program.run(["explain", Program.tinytown, "--indicator"] + wrong).status == 64)
    }
    let late = try explain("fiscal.fiscal_cost@2021..2199", "--lang", "en")
    #expect(late.status == 65)
    #expect(late.complaints.contains("2199"))
  }

  /// What programs read knows no language.
  @Test(arguments: [
    ["care.workers.certified@2023", "json"], ["fiscal.fiscal_cost@2021..2024", "json"],
    ["fiscal.fiscal_cost@2021..2024", "csv"],
  ])
  func machineFormsKnowNoLanguage(form: [String]) throws {
    let said = try ["zh", "en"].map { try explain(form[0], "--format", form[1], "--lang", $0) }
    #expect(said.allSatisfy { $0.status == 0 })
    #expect(said[0].output == said[1].output && said[0].output.contains("label_zh"))
  }
}
