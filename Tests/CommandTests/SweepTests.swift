import CSV
import Foundation
import Testing

/// Studies from the command line.
struct SweepTests {
  private let program: Program

  init() throws { program = try Program() }

  /// A study of the invented city, with the fund among its outcomes.
  private func write(points: Int = 200, _ name: String = "study.yaml", extra: String = "") throws {
    try program.write(
      """
      name: trial
      scenario: \(Program.tinytown)
      vary:
        care.beds.convert@2026: {from: 0 张, to: 900 张}
        fiscal.wage_growth: {uniform: [2%, 6%]}
        benefits.takeup: stated
        \(extra)
      outcomes: [fiscal.public_cost@2028, fund.carried_over@2028, care.beds.nursing_share@2027/西县]
      design: {sobol: \(points), seed: 4}
      """, to: name)
  }

  private func tables(_ folder: String) throws -> [String] {
    try ["points.csv", "outcomes.csv"].map { try program.text("\(folder)/\($0)") }
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Ten points of the shipped city, those of a grid, with the fund.
  @Test func tenPointsAreWhatSingleRunsSayToTheBit() throws {
    try program.write(
      """
      scenario: \(Program.baseline)
      vary:
        care.beds.convert@2026: [100 张, 900 张, 1500 张, 2000 张, 2500 张]
        fund.city_share: [45%, 55%]
      outcomes: [fiscal.payer.lottery_fund@2029, fund.eldercare_share@2029/淳安县, care.workers.shortage@2028]
      """, to: "study.yaml")
    #expect(try program.run("sweep", "study.yaml", "--out", "out").status == 0)
    let (points, outcomes) = (rows(try tables("out")[0]), rows(try tables("out")[1]))
    #expect(points.count == 10 && outcomes.count == 30)
    for point in points {
      let single = try program.run(
        "run", Program.baseline, "--draws", "0", "--set", "care.beds.convert@2026=\(point[1]) 张", "--set",
        "fund.city_share=\(point[2])", "--only",
        "fiscal.payer.lottery_fund@2029,fund.eldercare_share@2029/淳安县,care.workers.shortage@2028")
      let expected = rows(single.output).map { $0[6] }
      #expect(expected.count == 3)
      #expect(outcomes.filter { $0[0] == point[0] }.map { $0[3] } == expected, "point \(point)")
    }
  }

  @Test func pointsInWorldsAreWhatSingleRunsSayToTheBit() throws {
    try program.write(
      """
      scenario: \(Program.tinytown)
      vary: {care.beds.convert@2026: [100 张, 900 张]}
      worlds: common 40
      outcomes: [fiscal.public_cost@2028, population.total@2026:p90]
      """, to: "study.yaml")
    #expect(try program.run("sweep", "study.yaml", "--out", "out").status == 0)
    let outcomes = rows(try tables("out")[1])
    #expect(outcomes.filter { $0[0] == "1" }.map { $0[2] } == ["central", "mean", "p10", "p50", "p90", "p90"])
    for (id, beds) in [("1", "100 张"), ("2", "900 张")] {
      let single = try program.run(
        "run", Program.tinytown, "--draws", "40", "--set", "care.beds.convert@2026=\(beds)", "--only",
        "fiscal.public_cost@2028,population.total@2026")
      let found = rows(single.output)
      // Central, mean, then the quantiles from 2.5 on.
      let cost = [6, 7, 9, 11, 13].map { found[0][$0] }
      #expect(outcomes.filter { $0[0] == id }.map { $0[3] } == cost + [found[1][13]])
    }
  }

  @Test func pointsWithWorldsOfTheirOwnNameTheirSeeds() throws {
    try program.write(
      """
      scenario: \(Program.tinytown)
      vary: {care.beds.convert@2026: [100 张, 900 张]}
      worlds: own 30
      outcomes: ['fiscal.public_cost@2028:mean']
      """, to: "study.yaml")
    #expect(try program.run("sweep", "study.yaml", "--out", "out").status == 0)
    let (points, outcomes) = (rows(try tables("out")[0]), rows(try tables("out")[1]))
    #expect(Set(points.map { $0[2] }).count == 2)
    for (point, outcome) in zip(points, outcomes) {
      let single = try program.run(
        "run", Program.tinytown, "--draws", "30", "--seed", point[2], "--set", "care.beds.convert@2026=\(point[1]) 张",
        "--only", "fiscal.public_cost@2028")
      #expect(rows(single.output)[0][7] == outcome[3])
    }
  }

  @Test func threadsAndPartsGiveTheSameBytes() throws {
    try write()
    #expect(try program.run("sweep", "study.yaml", "--out", "one", "--threads", "1").status == 0)
    let expected = try tables("one")
    #expect(rows(expected[0]).count == 200 && rows(expected[1]).count == 600)
    #expect(try program.run("sweep", "study.yaml", "--out", "three", "--threads", "3").status == 0)
    #expect(try tables("three") == expected)
    for count in [1, 3, 7] {
      for part in (1...count).reversed() {
        let outcome = try program.run("sweep", "study.yaml", "--out", "parts\(count)", "--shard", "\(part)/\(count)")
        #expect(outcome.status == 0, "\(outcome.complaints)")
      }
      let gathered = try program.run("sweep", "gather", "study.yaml", "--out", "parts\(count)")
      #expect(gathered.status == 0, "\(gathered.complaints)")
      #expect(try tables("parts\(count)") == expected)
    }
    #expect(try program.run("rerun", "parts7").status == 0)
  }

  @Test func whatIsMissingIsListed() throws {
    try write()
    for part in [1, 3] {
      #expect(try program.run("sweep", "study.yaml", "--out", "out", "--shard", "\(part)/3").status == 0)
    }
    let gathered = try program.run("sweep", "gather", "study.yaml", "--out", "out", "--lang", "en")
    #expect(gathered.status == 2)
    #expect(gathered.complaints.contains("67 of 200 points are missing"))
    #expect(gathered.complaints.contains("--shard 2/3: 67 points (2, 5, 8, 11, 14, …)"))
    #expect(try program.files("out")["points.csv"] == nil)
    #expect(try program.run("sweep", "study.yaml", "--out", "out", "--shard", "2/3").status == 0)
    #expect(try program.run("sweep", "gather", "study.yaml", "--out", "out").status == 0)
  }

  @Test func aKilledStudyGoesOnToTheSameBytes() throws {
    try write(points: 4_000)
    #expect(try program.run("sweep", "study.yaml", "--out", "whole").status == 0)
    var seed: UInt64 = 7
    for _ in 0..<12 {
      let started = try program.start(["sweep", "study.yaml", "--out", "broken"])
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      Thread.sleep(forTimeInterval: 0.05 + Double(seed >> 40) / Double(1 << 24) * 1.2)
      kill(started.process.processIdentifier, SIGKILL)
      _ = try started.outcome()
    }
    let last = try program.run("sweep", "study.yaml", "--out", "broken", "--lang", "en")
    #expect(last.status == 0)
    #expect(try tables("broken") == tables("whole"))
  }

  @Test func addedPointsLeaveWhatWasThere() throws {
    try write(points: 64)
    #expect(try program.run("sweep", "study.yaml", "--out", "out").status == 0)
    let few = try tables("out")
    try write(points: 100)
    let more = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en")
    #expect(more.output.contains("100 points; 64 reused, 36 computed, 0 failed"), "\(more.output)")
    #expect(try tables("out")[0].hasPrefix(few[0]) && tables("out")[1].hasPrefix(few[1]))
    // Another scenario is another study.
    let other = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en", "--set", "care.beds.retire=7 张")
    #expect(other.output.contains("100 points; 0 reused"))
  }

  @Test func aFailedPointIsKeptWithItsMessage() throws {
    try program.write(
      """
      scenario: \(Program.tinytown)
      vary: {fiscal.wage_growth: {multiply: [1, 400, 1.1], from: 2026}}
      outcomes: [fiscal.public_cost@2028]
      """, to: "study.yaml")
    let first = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en")
    #expect(first.status == 0 && first.output.contains("3 points; 0 reused, 3 computed, 1 failed"))
    let points = rows(try tables("out")[0])
    #expect(points.map { $0[2] } == ["ok", "failed", "ok"])
    #expect(points[1][3].contains("fiscal.wage_growth") && points[1][3].contains("outside"))
    #expect(rows(try tables("out")[1]).map { $0[0] } == ["1", "3"])
    let again = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en")
    #expect(again.output.contains("3 reused, 0 computed, 1 failed"))
    let retried = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en", "--retry-failed")
    #expect(retried.output.contains("2 reused, 1 computed, 1 failed"))
  }

  @Test func aFullDiskLosesNoFinishedPoint() throws {
    try write(points: 6_000)
    let path = try program.executablePath()
    // A file may not grow beyond so many blocks of 512 bytes: to a program that is a full disk.
    let limited = try program.shell("ulimit -f 400; exec \(path) sweep study.yaml --out out --lang en")
    #expect(limited.status == 73, "\(limited.complaints)")
    let on = try program.run("sweep", "study.yaml", "--out", "out", "--lang", "en")
    #expect(on.status == 0)
    #expect(!on.output.contains(" 0 reused"))
    #expect(try program.run("sweep", "study.yaml", "--out", "whole").status == 0)
    #expect(try tables("out") == tables("whole"))
  }

  @Test func aFolderThatCannotBeIsRefused() throws {
    try write(points: 8)
    try program.write("", to: "taken")
    for place in ["taken", "taken/inside", "/proc/nowhere"] {
      #expect(try program.run("sweep", "study.yaml", "--out", place).status == 73, "\(place)")
    }
  }

  @Test func aDryRunTellsAndWritesNothing() throws {
    try write()
    let outcome = try program.run("sweep", "study.yaml", "--out", "out", "--dry-run", "--lang", "en")
    #expect(outcome.status == 0)
    for words in ["200 points; 0 stored", "200 to run", "projected once", "read the lottery fund", "MB of memory"] {
      #expect(outcome.output.contains(words), "\(outcome.output)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("out").path))
  }

  @Test func standardInputGivesPoints() throws {
    try program.write(
      "scenario: \(Program.tinytown)\noutcomes: [population.total@2025]\ndesign: {table: '-'}\n", to: "study.yaml")
    let path = try program.executablePath()
    let outcome = try program.shell(
      "printf 'care.beds.convert@2026\\n10 张\\n\\n20 张\\n' | \(path) sweep study.yaml --out out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(rows(try tables("out")[0]).map { $0[1] }.filter { !$0.isEmpty } == ["10", "20"])
  }

  @Test func aMistakeOfAStudyEndsWith65() throws {
    try program.write("scenario: \(Program.tinytown)\nvary: {care.beds.convrt: [1]}\noutcomes: []\n", to: "study.yaml")
    let outcome = try program.run("sweep", "study.yaml", "--lang", "en")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.complaints.contains("study.yaml:2:8: error: no parameter 'care.beds.convrt'"))
    #expect(try program.run("sweep", "nowhere.yaml").status == 65)
    #expect(try program.run("sweep", "study.yaml", "--shard", "4/3").status == 64)
  }

  /// The studies that are shipped, some points of each.
  @Test(arguments: ["budget-2030-tornado", "caregivers", "western-beds"])
  func aShippedStudyRuns(name: String) throws {
    let file = Program.root.appendingPathComponent("studies/\(name).yaml").path
    let outcome = try program.run("sweep", file, "--out", "out", "--shard", "1/40", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains(", 0 failed"))
  }
}
