import CSV
import Foundation
import Testing

/// What worlds drew, written out.
struct DriversTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ name: String) throws -> [[String: String]] {
    let document = CSVReader.read([UInt8](try program.text(name).utf8)).document
    return (0..<document.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: document.header.enumerated().map { ($1, document.field(row: row, column: $0)) })
    }
  }

  /// Every number of every world stands there once, and what worlds drew goes with what they came to: an outcome that one
  /// driver moves alone has its order.
  @Test func everyNumberOfEveryWorldIsWritten() throws {
    let run = try program.run(
      "run", Program.baseline, "--draws", "40", "--drivers-out", "--members-out", "fiscal.public_cost", "--out", "out")
    #expect(run.status == 0, "\(run.complaints)")
    let drivers = try rows("out/drivers.csv")
    let byDriver = Dictionary(grouping: drivers) { "\($0["driver"] ?? "")@\($0["year"] ?? "")" }
    #expect(byDriver.count > 200 && byDriver.values.allSatisfy { $0.map { $0["member"] } == (1...40).map { "\($0)" } })
    #expect(byDriver.keys.contains { $0.hasPrefix("group:") } && byDriver.keys.contains { $0.hasPrefix("figure:") })
    // Normal scores have mean 0 and deviation 1, within what 40 of each allow.
    let scores = drivers.filter { !($0["driver"] ?? "").hasPrefix("process:") }.compactMap {
      $0["value"].flatMap(Double.init)
    }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let square = scores.reduce(0) { $0 + $1 * $1 } / Double(scores.count)
    #expect(abs(mean) < 0.05 && abs(square - 1) < 0.05)
    let threads = try program.run(
      "run", Program.baseline, "--draws", "40", "--drivers-out", "--threads", "2", "--out", "two")
    #expect(threads.status == 0)
    #expect(try program.text("two/drivers.csv") == program.text("out/drivers.csv"))
    #expect(try program.run("run", Program.tinytown, "--draws", "0", "--drivers-out", "--out", "none").status == 0)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("none/drivers.csv").path))
  }
}
