import Domain
import Foundation
import Inputs
import Testing

/// Names that a reader cannot tell apart, and names of districts that are no more.
struct LookAlikeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Women who stay healthy, fall ill or die between two ages, with other names for some states.
  private func lines(
    _ transitions: [String], start: [String] = ["female,60,healthy,1000"]
  ) throws -> [String] {
    let table = try scratch.write("t.csv", (["from,to,age,sex,probability"] + transitions).joined(separator: "\n"))
    let start = try scratch.write("s.csv", (["sex,age,state,persons"] + start).joined(separator: "\n"))
    return (diagnostics { try StateCohorts(table: table, start: start) } ?? []).map { $0.line(without: scratch.path) }
  }

  private let whole = [
    "healthy,ill,60,female,0.1", "healthy,dead,60,female,0.02", "ill,dead,60,female,0.2", "healthy,ill,61,female,0.1",
    "healthy,dead,61,female,0.02", "ill,dead,61,female,0.2",
  ]

  @Test func statesOfPlainNamesAreRead() throws { #expect(try lines(whole) == []) }

  @Test(arguments: [
    ("Dead", "'Dead' differs from 'dead' in line 3 only by case, width, blanks or invisible characters"),
    ("ｄead", "'ｄead' differs from 'dead' in line 3"),
    ("dead\u{200B}", "an invisible character in 'dead⟨U+200B⟩'"),
    ("de ad", "'de ad' differs from 'dead' in line 3"),
  ]) func statesThatLookAlikeAreRefusedWithBothPlaces(name: String, words: String) throws {
    let found = try lines(whole.dropLast() + ["ill,\(name),61,female,0.2"])
    #expect(found.count == 1 && found[0].hasPrefix("t.csv:7:5: error: \(words)"), "\(found)")
  }

  @Test func anInvisibleCharacterIsShownByItsNumber() throws {
    let found = try lines(whole.map { $0.replacingOccurrences(of: "ill", with: "i\u{FEFF}ll") })
    #expect(found == ["t.csv:2:9: error: an invisible character in 'i⟨U+FEFF⟩ll'"])
    let start = try lines(whole, start: ["female,60,healthy\u{2060},1000"])
    #expect(start == ["s.csv:2:11: error: no state 'healthy⟨U+2060⟩'; did you mean 'healthy'?"])
  }

  @Test func zerosOutOfDeathLeaveItFinalAndOthersAreRefused() throws {
    let zeros = ["dead,ill,60,female,0", "dead,ill,61,female,0"]
    #expect(try lines(whole + zeros) == [])
    let table = try scratch.write("t.csv", (["from,to,age,sex,probability"] + whole + zeros).joined(separator: "\n"))
    let start = try scratch.write("s.csv", "sex,age,state,persons\nfemale,60,healthy,1000\n")
    let read = try StateCohorts(table: table, start: start)
    #expect(read.table.transient.map { read.table.states[$0] } == ["healthy", "ill"])
    #expect(read.warnings.isEmpty)
    let back = try lines(whole + ["dead,ill,60,female,0.1", "dead,ill,61,female,0.1"])
    #expect(back == ["t.csv:8:1: error: people do not come back from 'dead' to 'ill'"])
  }

  @Test func aStateThatNobodyCanBeInIsSaid() throws {
    let more = ["frail,dead,60,female,0.3", "frail,dead,61,female,0.3"]
    let table = try scratch.write("t.csv", (["from,to,age,sex,probability"] + whole + more).joined(separator: "\n"))
    let start = try scratch.write("s.csv", "sex,age,state,persons\nfemale,60,healthy,1000\n")
    let read = try StateCohorts(table: table, start: start)
    #expect(
      read.warnings.map { $0.line(without: scratch.path) } == [
        "t.csv: warning: nobody is ever in 'frail': none at the start, and no transition leads there"
      ])
  }

  @Test func accountsAndUsesThatLookAlikeAreRefused() {
    let text = """
      {"horizon": {"from": 2025, "to": 2025},
       "accounts": [{"name": "city", "available": 1}, {"name": "City", "available": 1}],
       "uses": [{"name": "u"}, {"name": "ｕ"}]}
      """
    let found = diagnostics { try AllocationFile(text: text, file: "p.json") } ?? []
    #expect(found.map(\.problem.id) == ["looks-alike", "looks-alike"])
    #expect(found.map { "\($0.position)" } == ["p.json:2:58", "p.json:3:35"])
  }

  @Test(arguments: [
    ("下城区", "the district '下城区' was dissolved in 2021; its area now belongs to 拱墅区 (330105)"),
    ("下城", "the district '下城' was dissolved in 2021; its area now belongs to 拱墅区 (330105)"),
    ("江干区", "the district '江干区' was dissolved in 2021; its area now belongs to 上城区 (330102) and 钱塘区 (330114)"),
    ("330104", "the district '330104' was dissolved in 2021; its area now belongs to 上城区 (330102) and 钱塘区 (330114)"),
    ("大江东", "the district '大江东' was dissolved in 2021; its area now belongs to 钱塘区 (330114)"),
    ("330186", "the district '330186' was dissolved in 2021; its area now belongs to 钱塘区 (330114)"),
    ("330185", "the district '330185' was dissolved in 2017; its area now belongs to 临安区 (330112)"),
    ("330199", "no district '330199'"), ("淳安", "no district '淳安'; did you mean '淳安县'?"),
    ("淳安县\u{200B}", "no district '淳安县⟨U+200B⟩'; did you mean '淳安县'?"),
  ]) func districtsOfOldGetTheirSuccessors(name: String, words: String) throws {
    let text = "horizon: {from: 2020, to: 2030}\nset: {care.beds.build: {districts: {\(name): {2026: 3 张}}}}\n"
    let file = try scratch.write("s.yaml", text)
    let found = diagnostics { try LoadedScenario(ScenarioRequest(file, dataset: Folder.hangzhou)) } ?? []
    #expect(found.map { $0.problem.message(.en) } == [words])
  }
}
