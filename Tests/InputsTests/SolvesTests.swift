import Domain
import Formulas
import Foundation
import Inputs
import Testing

/// The table that says which figures settle which inputs, and solved values in the files.
struct SolvesTests {
  private static let header = "indicator,district_code,year,input,how\n"

  private func faults(_ rows: String) throws -> [String] {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.write("tinytown/tables/solves.csv", SolvesTests.header + rows)
    return (diagnostics { try Dataset(directory: town) } ?? []).map { $0.line(without: town) }
  }

  @Test func aFigureMustBePublishedAndAnInputDeclared() throws {
    let found = try faults(
      """
      population.deaths,990000,2022,demography.mortality.k,level
      population.deaths,990000,2026,benefits.destitute.rate,factor
      population.deaths,990000,2022,benefits.destitute.rates,factor
      population.births,990001,2022,benefits.destitute.rate,factor
      population.births,990000,2022,benefits.destitute.rate,times

      """)
    #expect(found.contains { $0.hasPrefix("tables/solves.csv:3:1: error: observed.csv has no 'population.deaths'") })
    #expect(found.contains { $0.hasPrefix("tables/solves.csv:4:") && $0.contains("'benefits.destitute.rates'") })
    #expect(found.contains { $0.hasPrefix("tables/solves.csv:5:") && $0.contains("'benefits.destitute.rate'") })
    #expect(found.contains { $0.hasPrefix("tables/solves.csv:6:") && $0.contains("'times'") })
  }

  @Test func aFigureSettlesOneInputAndAnInputHasOneFigure() throws {
    let found = try faults(
      """
      population.deaths,990000,2022,benefits.destitute.rate,factor
      population.deaths,990000,2022,benefits.orphans.rate,factor
      population.births,990000,2022,benefits.destitute.rate,factor

      """)
    #expect(
      found.count == 2 && found.allSatisfy { $0.contains("stands") || $0.contains("twice") || $0.contains("again") })
  }

  /// A number takes the place of a number; unit, range and everything else stay as they are written.
  @Test func aSolvedValueIsWrittenWhereTheOldOneStands() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let file = "\(town)/parameters/benefits.yaml"
    let city = try Dataset(directory: town).city
    let path = "benefits.children.dibao_share"
    let old = try #require(city.values[path]?.city.first)
    let new = DatedValue(
      from: old.from, value: 0.6125, evidence: old.evidence, source: old.source, range: 0.5...0.8, known: old.known)
    let texts = try SolvedValues.texts([SolvedValues.Replacement(old: old, new: new)])
    #expect(texts.map(\.file) == [file])
    try texts[0].text.write(toFile: file, atomically: true, encoding: .utf8)
    let again = try #require(try Dataset(directory: town).city.values[path]?.city.first)
    #expect(again.value == 0.6125 && again.range == 0.5...0.8 && again.evidence == old.evidence)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(
      lines.contains { $0.contains("2020: {value: 61.25%, evidence: assumed, source: invented, range: [50%, 80%]") })
  }
}
