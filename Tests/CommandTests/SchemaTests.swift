import Foundation
import Testing

/// What `schema scenario` prints, held against scenarios that are read and scenarios that are refused.
struct SchemaTests {
  private let program: Program
  private let schema: PlainSchema

  init() throws {
    program = try Program()
    let outcome = try program.run("schema", "scenario")
    #expect(outcome.status == 0 && outcome.complaints.isEmpty)
    schema = PlainSchema(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)))
  }

  @Test(arguments: [
    #"{"name": "a", "title": "t", "dataset": "d", "horizon": {"from": 2020, "to": 2030}}"#,
    #"{"title": {"zh": "一", "en": "one"}, "members": {"draws": 10, "seed": 1}, "known_until": 2022}"#,
    #"{"set": {"care.beds.convert": {"2025": "900 张", "2026-07-01": 3}}}"#,
    #"{"set": {"benefits.dibao.ratio": {"from": 2026, "add": "1%"}, "care.workers.exit_rate": 0.2}}"#,
    #"{"set": {"care.workers.exit_rate": {"2026": {"value": "18%", "80%": ["12%", "25%"]}}}}"#,
    #"{"set": {"care.beds.build": {"districts": {"淳安县": {"2026": "300 张"}, "Chun'an County": 3}}}}"#,
  ])
  func formsOfAScenarioAreAccepted(text: String) throws {
    #expect(try schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8))))
  }

  @Test(arguments: [
    #"{"nome": "a"}"#, #"{"horizon": {"from": 2020, "until": 2030}}"#, #"{"members": {"draws": -1}}"#,
    #"{"set": {"care.beds.convrt": 1}}"#, #"{"set": {"care.beds.convert": {"May": 1}}}"#,
    #"{"set": {"care.beds.convert": {"from": 2026}}}"#,
    #"{"set": {"care.beds.convert": {"from": 2026, "add": 1, "multiply": 2}}}"#,
    #"{"set": {"benefits.dibao.ratio": {"districts": {"淳安县": 1}}}}"#,
    #"{"set": {"care.beds.build": {"districts": {"海淀区": 1}}}}"#,
  ])
  func whatIsNoScenarioIsRefused(text: String) throws {
    #expect(try !schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8))))
  }

  /// What a scenario file may hold is said by the reader, too, when it meets another key.
  @Test func topLevelKeysAreThoseOfTheReader() throws {
    let file = program.folder.appendingPathComponent("strange.yaml")
    try Data("zzzzzzzz: 1\n".utf8).write(to: file)
    let complaint = try program.run("run", file.path, "--lang", "en").complaints
    let keys = schema.keys
    #expect(keys.count == 8)
    for key in keys { #expect(complaint.contains(key), "\(key)") }
  }
}
