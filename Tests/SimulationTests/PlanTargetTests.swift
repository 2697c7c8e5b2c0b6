import Foundation
import Simulation
import Targets
import Testing

/// The dataset's targets beside a copy of the plan's own figures: none dropped, none altered.
struct PlanTargetTests {
  private struct Row: Hashable {
    let id: String
    let comparator: String
    let year: Int
    let value: Double
  }

  /// What the plan's spelling of a unit is worth in the dataset's.
  private static let scales = ["%": 0.01, "100 million yuan": 1e8]

  private static func planned() throws -> [Row] {
    let text = try String(contentsOfFile: "\(Cities.root)/Tests/Fixtures/plan-targets.csv", encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 5, "\(line)")
      let value = try #require(Double(cells[3])) * (scales[cells[4]] ?? 1)
      return Row(id: cells[0], comparator: cells[1], year: try #require(Int(cells[2])), value: value)
    }
  }

  @Test func everyFigureOfThePlanIsATarget() throws {
    let planned = try Self.planned()
    let targets = try Cities.hangzhou().targets
    #expect(planned.count == 182 && Set(planned.map(\.id)).count == 69)
    #expect(targets.count == planned.count && Set(targets.map(\.id)) == Set(planned.map(\.id)))
    for row in planned {
      let found = targets.filter {
        $0.id == row.id && $0.year == row.year && $0.comparator.rawValue == row.comparator
          && near($0.value, row.value, 1e-12)
      }
      #expect(found.count == 1, "\(row)")
    }
  }

  /// The consumption of 2022 was worked out from the standard of 2023, so it cannot judge it.
  @Test func aFigureWorkedOutFromTheStandardJudgesNoStandard() throws {
    let judgements = try Cities.hangzhou().run().judgements.filter { $0.target.id == "dibao_consumption_ratio_pct" }
    let byYear = Dictionary(uniqueKeysWithValues: judgements.map { ($0.target.year, $0) })
    #expect(byYear[2023]?.status == .open && byYear[2023]?.basis == .assumed)
    #expect(byYear[2024]?.status == .missed && byYear[2025]?.status == .missed)
    #expect(byYear[2022]?.basis == .simulated)
  }
}
