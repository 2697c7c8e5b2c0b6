import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// Files of another kind than the one wanted, and tables as spreadsheet programs and yearbooks have them.
struct FileKindTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Death rates of a sex at single ages from 0 to 100, as rows under a header.
  private func rates(
    header: String = "sex,age,year,mx", sign: String = ",", last: String = "100", mx: (Int) -> String = { _ in "0.01" }
  ) -> String {
    let rows = (0...100).map { age in
      ["female", age == 100 ? last : "\(age)", "2020", mx(age)].joined(separator: sign)
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let file = URL(fileURLWithPath: "\(scratch.path)/mx.csv")
    try Data(bytes).write(to: file)
    return (diagnostics { try LifeTables(file: file.path) } ?? []).map { $0.line(without: scratch.path) }
  }

  private func lines(_ text: String) throws -> [String] { try lines(Array(text.utf8)) }

  @Test func aTableAsItShouldBeIsRead() throws { #expect(try lines(rates()) == []) }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00] as [UInt8], "a workbook, no text"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "a workbook, no text"), ([0xFF, 0xFE, 0x73, 0x00], "UTF-16"),
    (Array("\n<!DOCTYPE html>\n<html>".utf8), "a web page (HTML), no table"),
  ]) func whatIsNoTextIsNamedInOneLine(bytes: [UInt8], words: String) throws {
    let found = try lines(bytes)
    #expect(found.count == 1 && found[0].hasPrefix("mx.csv: error: \(words)"), "\(found)")
    let scenario = URL(fileURLWithPath: "\(scratch.path)/s.yaml")
    try Data(bytes).write(to: scenario)
    let read = diagnostics { try LoadedScenario(ScenarioRequest(scenario.path)) } ?? []
    #expect(read.map(\.problem.id) == ["another-kind"])
  }

  @Test func columnsPartedByOtherSignsAreNamed() throws {
    for (sign, name) in [(";", "semicolons"), ("\t", "tabs"), ("，", "Chinese commas")] {
      let header = ["sex", "age", "year", "mx"].joined(separator: sign)
      let found = try lines(rates(header: header, sign: sign))
      #expect(found.count == 1 && found[0].contains("the columns are parted by \(name)"), "\(found)")
    }
  }

  @Test func whatStandsAboveTheHeaderIsNamed() throws {
    #expect(try lines("sep=,\n" + rates()).first?.contains("line 1 is Excel's sep=") == true)
    #expect(try lines("表1 分年龄死亡率,,,\n\n" + rates()).first?.contains("the header is not line 1 but line 3") == true)
    let hmd = "Testland, Death rates (period 1x1)\n\n  Year  Age  Female  Male  Total\n  2018  0  0.004  0.006  0.005\n"
    #expect(try lines(hmd).first?.contains("Human Mortality Database") == true)
  }

  @Test(arguments: ["100+", "100岁及以上", "100 and over", "100.0"])
  func theOpenAgeMayBeWrittenAsPeopleDo(age: String) throws {
    #expect(try lines(rates(last: age)) == [])
  }

  @Test func anOpenAgeBelowTheLastIsRefused() throws {
    let found = try lines(rates().replacingOccurrences(of: "female,60,", with: "female,60+,"))
    #expect(found.count == 1 && found[0].contains("'60+' is not the last age"), "\(found)")
  }

  @Test func blankLinesAndEmptyColumnsAreOverlooked() throws {
    #expect(try lines(rates() + "\n\n") == [])
    #expect(try lines(rates().replacingOccurrences(of: "\n", with: ",,\n")) == [])
  }

  @Test func whatNoLifeTableCanBeMadeOfIsSaidInItsWords() throws {
    #expect(try lines("sex,age,year,mx\n").first?.contains("rows are missing") == true)
    #expect(try lines(rates { $0 == 40 ? "" : "0.01" }) == ["mx.csv:42:16: error: 'mx' cannot be empty"])
    #expect(try lines(rates { $0 == 100 ? "0" : "0.01" }).first?.contains("cannot close a life table") == true)
    #expect(try lines(rates { $0 == 10 ? "0" : "0.01" }) == [])
    let perThousand = try lines(rates { "\(0.2 + Double($0) / 10)" })
    #expect(perThousand.count == 1 && perThousand[0].contains("rates per thousand"), "\(perThousand)")
    let groups =
      "sex,age,year,mx\n" + stride(from: 0, through: 85, by: 5).map { "male,\($0),2020,0.01\n" }.joined()
    #expect(try lines(groups).first?.contains("only the first ages of five-year groups") == true)
  }

  @Test func aFitNamesTheRateThatHasNoLogarithm() throws {
    let rows = ["female", "male"].flatMap { sex in
      (2016...2020).flatMap { year in
        (0...100).map { age in
          "\(sex),\(age),\(year),\(sex == "male" && age == 7 && year == 2018 ? 0 : 0.0001 * Double(age + 1) + Double(2020 - year) * 1e-5)\n"
        }
      }
    }
    let file = try scratch.write("mx.csv", "sex,age,year,mx\n" + rows.joined())
    let table = try MortalityTable(file: file)
    let found = try #require(diagnostics { try table.fitLeeCarter(from: nil, to: nil, jumpOff: nil) })
    #expect(
      found.map { $0.line(without: scratch.path) } == [
        "mx.csv:716:13: error: the death rate at age 7 (male) in 2018 is zero; it has no logarithm and cannot be fitted"
      ])
    let early = try #require(diagnostics { try table.fitLeeCarter(from: 2010, to: nil, jumpOff: nil) })
    #expect(early.map(\.problem) == [.yearOutsideData(2010, first: 2016, last: 2020)])
    #expect("\(early[0].position)" == "--from:1:1")
  }
}
