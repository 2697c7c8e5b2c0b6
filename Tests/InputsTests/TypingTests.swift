import Domain
import Foundation
import Inputs
import Testing

/// What Chinese typing and programs that write JSON leave in texts, where only one thing can be meant.
struct TypingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func lines(_ text: String) throws -> [String] {
    let file = try scratch.write("s.yaml", text)
    return (diagnostics { try LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown)) } ?? [])
      .map { $0.line(without: scratch.path) }
  }

  @Test func fullWidthColonsBehindKeysAreRead() throws {
    let typed = "horizon：{from：2020, to： 2030}\nset：\n  care.beds.build：{2026：300 张}\n"
    let plain = "horizon: {from: 2020, to: 2030}\nset:\n  care.beds.build: {2026: 300 张}\n"
    let read = try [typed, plain].map { text in
      let file = try scratch.write("s.yaml", text)
      return try LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown)).scenario
    }
    #expect(read[0].horizon == read[1].horizon)
    #expect(read[0].overrides.map(\.change) == read[1].overrides.map(\.change))
  }

  /// A blank behind it needs no other columns.
  @Test func soAreThoseWithABlankBehind() throws {
    let file = try scratch.write("s.yaml", "horizon： {from: 2020, to: 2030}\nset：\n  care.beds.build： {2026： 300 张}\n")
    let read = try LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown)).scenario
    #expect(read.horizon == 2020...2030 && read.overrides.map(\.path) == ["care.beds.build"])
  }

  @Test func whatStandsBehindSuchAColonHasItsPlace() throws {
    let found = try lines("horizon：{from：2020, to：2030}\nset：\n  care.beds.build：{2026：300 元}\n")
    #expect(found == ["s.yaml:3:25: error: '300 元' has the wrong unit; expected 张"])
  }

  @Test func soItHasInAFileFromWindows() throws {
    let found = try lines("# 注\r\nhorizon：{from：2020, to：2030}\r\nset：\r\n  care.beds.build：{2026：300 元}\r\n")
    #expect(found == ["s.yaml:4:25: error: '300 元' has the wrong unit; expected 张"])
  }

  @Test func aFullWidthColonInsideATextStays() throws {
    let file = try scratch.write(
      "s.yaml", "title: {zh: 方案一：扩建, en: \"a：b\"} # 注：说明\nhorizon: {from: 2020, to: 2030}\n")
    let read = try LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown))
    #expect(read.scenario.title?.zh == "方案一：扩建")
    #expect(read.scenario.title?.en == "a：b")
  }

  @Test(arguments: [
    ("care.beds.build: ｛2026: 300 张｝", "s.yaml:3:20: error: a full-width '｛' means nothing here; write '{'"),
    ("care.beds.build: {2026: 300 张｝", "s.yaml:3:32: error: a full-width '｝' means nothing here; write '}'"),
    ("care.beds.build: {2026: 0x12C 张}", "s.yaml:3:27: error: '0x12C 张' is not a value"),
    ("care.beds.build: {2026: ３００ 张}", ""),
  ]) func otherSignsOfFullWidthAreNamed(change: String, words: String) throws {
    let found = try lines("horizon: {from: 2020, to: 2030}\nset:\n  \(change)\n")
    #expect(found.count == (words.isEmpty ? 0 : 1) && found.allSatisfy { $0.hasPrefix(words) }, "\(found)")
  }

  @Test func charactersThatJSONWritesAsPairsAreRead() throws {
    let text =
      #"{"horizon": {"from": 2025, "to": 2025}, "accounts": [{"name": "\ud842\udfb7\\ud842", "available": 1}], "uses": [{"name": "u", "weight": -1}]}"#
    let found = diagnostics { try AllocationFile(text: text, file: "p.json") } ?? []
    #expect(found.map { "\($0.position)" } == ["p.json:1:\(text.unicodeScalars.count - 4)"])
    let good = text.replacingOccurrences(of: "-1", with: "1")
    #expect(try AllocationFile(text: good, file: "p.json").problem.accounts.map(\.name) == ["𠮷\\ud842"])
    let alone = good.replacingOccurrences(of: #"\udfb7"#, with: "")
    #expect(diagnostics { try AllocationFile(text: alone, file: "p.json") }?.map(\.problem.id) == ["syntax"])
  }

  @Test func aPercentageIsNoAmountAndNoNameStandsTwice() throws {
    func found(_ rules: String) -> [String] {
      let text = """
        {"horizon": {"from": 2025, "to": 2025}, "accounts": [{"name": "a", "available": 1}, {"name": "b", "available": 0}],
         "uses": [{"name": "u"}], \(rules)}
        """
      return (diagnostics { try AllocationFile(text: text, file: "p.json") } ?? []).map { $0.problem.message(.en) }
    }
    #expect(
      found(#""floors": [{"uses": ["u"], "yuan": "30%"}]"#) == ["'30%' has the wrong unit; expected 元 or 万元 or 亿元"])
    #expect(found(#""transfers": [{"from": "a", "to": ["b", "b"]}]"#) == ["'b' stands twice; first in line 2"])
    #expect(found(#""floors": [{"uses": ["u", "u"], "yuan": 1}]"#) == ["'u' stands twice; first in line 2"])
  }

  @Test func anAddressIsSetOnce() throws {
    func found(_ changes: [String]) throws -> [String] {
      let file = try scratch.write("s.yaml", "horizon: {from: 2020, to: 2030}\n")
      let request = ScenarioRequest(file, dataset: Folder.tinytown, changes: changes)
      return (diagnostics { try LoadedScenario(request) } ?? []).map { $0.message(.en) }
    }
    #expect(
      try found(["care.beds.build@2026=3 张", "care.beds.build@2026=4 张"]) == [
        "--set[2]:1:1: error: 'care.beds.build@2026' is set by --set[1] already"
      ])
    #expect(
      try found(["horizon.to=2028", "horizon.to=2027"]) == [
        "--set[2]:1:1: error: 'horizon.to' is set by --set[1] already"
      ])
    #expect(try found(["care.beds.build@2026=3 张", "care.beds.build@2027=4 张"]) == [])
    let file = try scratch.write("s.yaml", "horizon: {from: 2020, to: 2030}\n")
    var request = ScenarioRequest(file, dataset: Folder.hangzhou)
    request.options = [OptionChange("--floor", path: "fund.eldercare_floor", value: "55")]
    #expect(
      diagnostics { try LoadedScenario(request) }?.map { $0.message(.en) } == [
        "--floor:1:1: error: '55' is outside 0% to 100%"
      ])
  }
}
