import CSV
import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// The files of a run with members beside the central one.
struct UncertainOutputTests {
  private let results: Results
  private static let members = ["care.people.disabled", "fiscal.wage_index", "population.total"]

  init() async throws {
    let root = Tinytown.tests.deletingLastPathComponent()
    let request = ScenarioRequest(
      root.appendingPathComponent("scenarios/baseline.yaml").path, changes: ["horizon.to=2026"], draws: 40)
    results = try await Plan(LoadedScenario(request)).run(
      EnsembleOptions(draws: 40, threads: 2, kept: UncertainOutputTests.members))
  }

  private func table(_ bytes: [UInt8]) -> CSVDocument { CSVReader.read(bytes).document }

  private func columns(_ table: CSVDocument, _ names: String...) throws -> [Int] {
    try names.map { try #require(table.columnIndex(named: $0), "\($0)") }
  }

  @Test func statisticsStandWhereverTheCentralMemberDoes() throws {
    let table = table(RunTables.indicators.csv(of: RunOutput(results)))
    let columns = try columns(table, "central", "mean", "p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5")
    var (filled, empty) = (0, 0)
    for row in 0..<table.rowCount {
      let isEmpty = columns.map { table.field(row: row, column: $0).isEmpty }
      #expect(Set(isEmpty).count == 1, "line \(table.line(row: row))")
      if isEmpty[0] { empty += 1 } else { filled += 1 }
    }
    #expect(filled > 1000 && empty > 0)
  }

  @Test func quantilesRiseAndSomeSpread() throws {
    let table = table(RunTables.indicators.csv(of: RunOutput(results)))
    let columns = try columns(table, "p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5")
    var spread = 0
    for row in 0..<table.rowCount {
      let values = columns.compactMap { table.double(row: row, column: $0) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "line \(table.line(row: row))")
      if let first = values.first, let last = values.last, first < last { spread += 1 }
    }
    #expect(spread > 1000)
  }

  /// What was counted at the start; inputs are drawn there, too, and the people of it err in their ages and registers.
  @Test func countedPeopleOfTheBaseYearAreCertain() throws {
    let table = table(RunTables.indicators.csv(of: RunOutput(results)))
    let keys = try columns(table, "indicator", "district_code", "year")
    let columns = try columns(table, "central", "mean", "p2_5", "p97_5")
    let everywhere = ["population.total"]
    let inTheCity = ["population.registered", "population.registered_60_plus"]
    var erring = 0
    for row in 0..<table.rowCount where table.integer(row: row, column: keys[2]) == 2020 {
      let (name, code) = (table.field(row: row, column: keys[0]), table.field(row: row, column: keys[1]))
      let values = columns.compactMap { table.double(row: row, column: $0) }
      let isCertain = (values.max() ?? 0) - (values.min() ?? 0) <= 1e-9 * (values.max() ?? 0)
      if everywhere.contains(name) || inTheCity.contains(name) && code == "330100" {
        #expect(isCertain, "line \(table.line(row: row))")
      } else if inTheCity.contains(name), !isCertain {
        erring += 1
      }
    }
    #expect(erring > 10)
  }

  @Test func onlySimulatedTargetsHaveAChance() throws {
    let table = table(RunTables.targets.csv(of: RunOutput(results)))
    let columns = try columns(table, "p_met", "basis", "projected")
    var chances = 0
    for row in 0..<table.rowCount {
      let basis = table.field(row: row, column: columns[1])
      let hasValue = !table.field(row: row, column: columns[2]).isEmpty
      let chance = table.double(row: row, column: columns[0])
      #expect((chance != nil) == (basis == "simulated" && hasValue), "line \(table.line(row: row))")
      if let chance { #expect((0...1).contains(chance)) }
      chances += chance == nil ? 0 : 1
    }
    #expect(chances > 0)
  }

  @Test func aChanceIsTheShareOfMembersThatMeetTheTarget() {
    let judged = results.judgements.filter { $0.chance != nil }
    #expect(!judged.isEmpty)
    for judgement in judged {
      let name = judgement.target.indicator ?? ""
      let members = results.members(name, area: results.areas.cityIndex, year: judgement.target.year) ?? []
      #expect(members.count == 40)
      #expect(judgement.chance == Double(members.count { judgement.target.isMet(by: $0) }) / 40, "\(name)")
    }
  }

  @Test func membersAreWrittenOneAWorld() throws {
    let names = UncertainOutputTests.members
    let table = table(RunTables.members.csv(of: RunOutput(results, members: MemberSelection(indicators: names))))
    #expect(table.header == ["scenario", "district_code", "district", "year", "indicator", "member", "value"])
    #expect(table.rowCount == results.areas.count * results.years.count * names.count * 40)
    let columns = try columns(table, "district_code", "year", "indicator", "member", "value")
    for row in stride(from: 0, to: table.rowCount, by: 97) {
      let area = try #require(results.areas.index(of: table.field(row: row, column: columns[0])))
      let year = try #require(table.integer(row: row, column: columns[1]))
      let member = try #require(table.integer(row: row, column: columns[3]))
      let expected = results.members(table.field(row: row, column: columns[2]), area: area, year: year)
      #expect(table.double(row: row, column: columns[4]) == expected?[member - 1], "line \(table.line(row: row))")
    }
  }

  /// A reader that tells a column's type by its first rows must not find whole numbers there and others later.
  @Test func everyMemberIsWrittenAsADecimal() throws {
    let selection = MemberSelection(indicators: ["population.total", "fiscal.wage_index"])
    let table = table(RunTables.members.csv(of: RunOutput(results, members: selection)))
    let column = try columns(table, "value")[0]
    let texts = (0..<table.rowCount).map { table.field(row: $0, column: column) }
    #expect(texts.allSatisfy { $0.contains(".") || $0.contains("e") })
    #expect(texts.contains { $0.hasSuffix(".0") } && texts.contains { !$0.hasSuffix(".0") })
  }

  @Test func singleValuesStandAlone() throws {
    let city = results.areas.cityIndex
    let outcomes = [
      Outcome("population.total", area: city, year: 2026), Outcome("care.people.disabled", area: 0, year: 2025),
    ]
    let output = RunOutput(results, members: MemberSelection(indicators: ["fiscal.wage_index"], outcomes: outcomes))
    let table = table(RunTables.members.csv(of: output))
    let columns = try columns(table, "district_code", "year", "indicator")
    let keys = (0..<table.rowCount).map { row in columns.map { table.field(row: row, column: $0) } }
    let single = keys.filter { $0[2] != "fiscal.wage_index" }
    #expect(Set(single) == Set(outcomes.map { [results.areas[$0.area].code, "\($0.year)", $0.indicator] }))
    #expect(single.count == 80 && keys.count - 80 == results.areas.count * results.years.count * 40)
  }

  /// Read back as NumPy's format says: magic, version, length of the header, header, numbers.
  @Test func theArrayHoldsWhatTheTableHolds() throws {
    let selection = MemberSelection(
      indicators: ["care.people.disabled"],
      outcomes: [Outcome("population.total", area: results.areas.cityIndex, year: 2026)], form: .npy)
    let output = RunOutput(results, members: selection)
    let bytes = try MembersArray.streamed(output).content()
    #expect(bytes.prefix(8) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0])
    let start = 10 + Int(bytes[8]) + 256 * Int(bytes[9])
    let header = String(decoding: bytes[10..<start], as: UTF8.self)
    let series = results.areas.count * results.years.count + 1
    #expect(start % 64 == 0 && header.hasSuffix("\n"))
    #expect(
      header.hasPrefix("{'descr': '<f8', 'fortran_order': False, 'shape': (40, \(series)), }"), "\(header)")
    try #require(bytes.count == start + 40 * series * 8)
    func number(_ world: Int, _ column: Int) -> Double {
      let first = start + (world * series + column) * 8
      return Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) })
    }
    let table = table(RunTables.memberColumns.csv(of: output))
    #expect(table.header == ["column", "district_code", "district", "year", "indicator", "unit"])
    try #require(table.rowCount == series)
    let names = try columns(table, "column", "district_code", "year", "indicator")
    for row in 0..<series {
      #expect(table.integer(row: row, column: names[0]) == row)
      let area = try #require(results.areas.index(of: table.field(row: row, column: names[1])))
      let year = try #require(table.integer(row: row, column: names[2]))
      let expected = try #require(
        results.members(table.field(row: row, column: names[3]), area: area, year: year))
      #expect((0..<40).allSatisfy { number($0, row) == expected[$0] || expected[$0].isNaN }, "column \(row)")
    }
  }

  @Test func pyramidAndPopulationHaveTheirMeans() throws {
    for (bytes, names) in [
      (RunTables.pyramid.csv(of: RunOutput(results)), ["central", "mean", "p10", "p50", "p90"]),
      (RunTables.population.csv(of: RunOutput(results)), ["central", "mean"]),
    ] {
      let table = table(bytes)
      for name in names {
        let column = try #require(table.columnIndex(named: name))
        #expect((0..<table.rowCount).allSatisfy { !table.field(row: $0, column: column).isEmpty }, "\(name)")
      }
    }
  }
}
