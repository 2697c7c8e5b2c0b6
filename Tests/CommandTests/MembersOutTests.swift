import CSV
import Foundation
import Testing

/// Members of what was chosen, written beside a run.
struct MembersOutTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ name: String) throws -> [[String: String]] {
    let document = CSVReader.read([UInt8](try program.text(name).utf8)).document
    return (0..<document.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: document.header.enumerated().map { ($1, document.field(row: row, column: $0)) })
    }
  }

  private func key(_ row: [String: String]) -> String {
    ["indicator", "district_code", "year"].compactMap { row[$0] }.joined(separator: " ")
  }

  @Test func selectorsSayAreasAndYears() throws {
    let run = try program.run(
      "run", Program.tinytown, "--draws", "10", "--members-out", "population.total@2025,population.births/东区",
      "--members-out", "benefits.dibao.standard@2024/990002,fiscal.public_cost", "--out", "out")
    #expect(run.status == 0, "\(run.complaints)")
    let written = try Dictionary(grouping: rows("out/members.csv"), by: key)
    #expect(written.values.allSatisfy { $0.map { $0["member"] } == (1...10).map { "\($0)" } })
    let byIndicator = Dictionary(grouping: written.keys) { $0.prefix { $0 != " " } }
    #expect(byIndicator["population.total"] == ["population.total 990000 2025"])
    #expect(byIndicator["benefits.dibao.standard"] == ["benefits.dibao.standard 990002 2024"])
    let births = byIndicator["population.births"] ?? []
    #expect(births.count > 3 && births.allSatisfy { $0.contains(" 990001 ") })
    #expect(byIndicator["fiscal.public_cost"]?.count == 3 * births.count)
    // What is written of the members is what the statistics are of.
    let all = try rows("out/indicators.csv").first { key($0) == "population.total 990000 2025" }
    let mean = try #require(all?["mean"].flatMap(Double.init))
    let members = written["population.total 990000 2025"]?.compactMap { $0["value"].flatMap(Double.init) } ?? []
    #expect(abs(members.reduce(0, +) / 10 - mean) < 1e-9 * mean)
  }

  @Test func anArrayOfNumPysStandsBesideTheMeaningOfItsColumns() throws {
    let run = try program.run(
      "run", Program.tinytown, "--draws", "10", "--members-out", "population.total@2025,fiscal.public_cost@2026",
      "--members-format", "npy", "--out", "out")
    #expect(run.status == 0, "\(run.complaints)")
    let array = try #require(try program.files("out")["members.npy"])
    #expect(String(decoding: array.prefix(128).dropFirst(10), as: UTF8.self).contains("'shape': (10, 2)"))
    #expect(array.count == 128 + 10 * 2 * 8)
    let columns = try rows("out/members_columns.csv")
    #expect(columns.map { $0["indicator"] } == ["population.total", "fiscal.public_cost"])
    #expect(try program.files("out")["members.csv"] == nil)
    #expect(try program.text("out/manifest.json").contains("members.npy"))
  }

  @Test func whatIsNotKnownIsSaidWithItsPlace() throws {
    let run = try program.run(
      "run", Program.tinytown, "--lang", "en", "--members-out", "population.totl,care.beds.stock@1990/nowhere", "--out",
      "out")
    #expect(run.status == 65)
    for place in [
      "--members-out:1:1: error: no indicator 'population.totl'", "--members-out:1:33:", "--members-out:1:38:",
    ] { #expect(run.complaints.contains(place), "\(run.complaints)") }
    let alone = try program.run("run", Program.tinytown, "--members-format", "npy")
    #expect(alone.status == 64)
  }
}
