import Foundation
import Testing

/// What `schema plan` prints, held against plans that are read and plans that are refused, and the schemas that ship.
struct PlanSchemaTests {
  private let program: Program
  private let schema: PlainSchema

  init() throws {
    program = try Program()
    let outcome = try program.run("schema", "plan")
    #expect(outcome.status == 0 && outcome.complaints.isEmpty)
    schema = PlainSchema(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)))
  }

  private func accepts(_ target: String) throws -> Bool {
    let text = #"{"name": "a", "title": {"zh": "一", "en": "one"}, "targets": {"t": {\#(target)}}}"#
    return try schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  @Test(arguments: [
    #""indicator": "care.beds.nursing_share", "kind": "约束性", "values": {"2026": "≥ 65%", "2027": 0.67}"#,
    #""label": "社区食堂", "unit": "%", "growing": "yes", "values": {"2030": "≥ 90%"}, "note": "n""#,
    #""indicator": "benefits.dibao.standard", "comparator": ">=", "zone": "z", "values": {"2026": "17800 元/人·年"}"#,
  ])
  func formsOfATargetAreAcceptedAndRead(target: String) throws {
    #expect(try accepts(target))
    try program.write(#"{"name": "a", "targets": {"t": {\#(target)}}}"#, to: "plan.yaml")
    let outcome = try program.run("targets", "baseline", "--plan", "plan.yaml", "--draws", "0", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  @Test(arguments: [
    #""indicator": "care.beds.nursing_shar", "values": {"2026": 1}"#, #""indicator": "care.beds.nursing_share""#,
    #""label": "x", "values": {"2026": 1}"#, #""unit": "%", "values": {"26": 1}"#,
    #""unit": "furlong", "values": {"2026": 1}"#,
    #""unit": "%", "values": {}"#, #""unit": "%", "values": {"2026": 1}, "kind": "hoped""#,
    #""units": "%", "values": {"2026": 1}"#,
  ])
  func whatIsNoTargetIsRefused(target: String) throws {
    #expect(try !accepts(target))
    try program.write(#"{"name": "a", "targets": {"t": {\#(target)}}}"#, to: "plan.yaml")
    let outcome = try program.run("targets", "baseline", "--plan", "plan.yaml", "--draws", "0")
    #expect(outcome.status == 65 || target.hasSuffix("{}"), "\(outcome.output)")
  }

  @Test(arguments: ["scenario": "scenarios", "study": "studies", "plan": "plans"])
  func whatShipsNamesItsSchemaAndFollowsIt(subject: String, folder: String) throws {
    let place = Program.root.appendingPathComponent(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".yaml") }
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
      #expect(text.hasPrefix("# yaml-language-server: $schema=../schemas/\(subject).json\n"), "\(name)")
    }
    // `make schemas` writes them anew.
    let shipped = try String(
      contentsOf: Program.root.appendingPathComponent("schemas/\(subject).json"), encoding: .utf8)
    #expect(try program.run("schema", subject).output == shipped)
  }
}
