import Foundation
import Testing

/// What `schema study` prints, held against studies that are read and studies that are refused.
struct StudySchemaTests {
  private let program: Program
  private let schema: PlainSchema

  init() throws {
    program = try Program()
    let outcome = try program.run("schema", "study")
    #expect(outcome.status == 0 && outcome.complaints.isEmpty)
    schema = PlainSchema(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)))
  }

  private func accepts(vary: String, _ rest: String = "") throws -> Bool {
    let text = #"{"scenario": "a.yaml", "outcomes": ["population.total@2025"], "vary": {\#(vary)}\#(rest)}"#
    return try schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  @Test(arguments: [
    #""care.beds.convert": ["1 张", 2]"#, #""care.beds.convert@2026": {"from": 1, "to": "2 张", "steps": 3}"#,
    #""care.beds.build@2026/淳安县": {"uniform": [1, 2]}"#, #""care.beds.convert": {"triangular": [1, 2, 3]}"#,
    #""care.workers.exit_rate": {"value": "18%", "80%": ["12%", "25%"]}"#, #""benefits.takeup": "stated""#,
    #""care.workers.exit_rate": {"multiply": [0.8, 1], "from": 2026, "to": 2030}"#,
    #""pace": {"linked": {"care.beds.build@2026": [1, 2], "care.beds.convert": [3, 4]}}"#,
    #""all": "stated", "role": ["uncertainty", "fact"]"#,
  ])
  func formsOfAnAxisAreAccepted(axis: String) throws {
    #expect(try accepts(vary: axis))
    try program.write(
      #"{"scenario": "\#(Program.baseline)", "outcomes": ["population.total@2025"], "vary": {\#(axis)}, "design": {"sobol": 2}}"#,
      to: "study.yaml")
    // What the schema accepts is read: JSON is YAML.
    let outcome = try program.run("sweep", "study.yaml", "--dry-run", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  @Test(arguments: [
    #""care.beds.convrt": [1]"#, #""care.beds.convert": {"from": 1}"#, #""care.beds.convert": []"#,
    #""care.beds.convert": {"uniform": [1]}"#, #""care.workers.exit_rate": {"multiply": [1, 2]}"#,
    #""care.beds.convert@26": [1]"#, #""all": "every""#, #""pace": {"linked": {}}"#,
  ])
  func whatIsNoAxisIsRefused(axis: String) throws {
    #expect(try !accepts(vary: axis))
  }

  @Test func theRestIsCheckedAsWell() throws {
    let axis = #""care.beds.convert": [1]"#
    for rest in [
      #", "design": "grid""#, #", "design": {"saltelli": 8, "replicates": 4}"#, #", "worlds": "common 100""#,
      #", "title": {"zh": "一", "en": "one"}"#, #", "design": {"table": "-"}"#,
    ] {
      #expect(try accepts(vary: axis, rest), "\(rest)")
    }
    for rest in [
      #", "design": "sobol""#, #", "design": {"sobol": 8, "levels": 4}"#, #", "worlds": "many""#, #", "outcome": []"#,
    ] {
      #expect(try !accepts(vary: axis, rest), "\(rest)")
    }
    let keys = try program.run("sweep", "nowhere.yaml").status == 65 ? schema.keys : []
    #expect(keys == ["design", "name", "outcomes", "scenario", "title", "vary", "worlds"])
  }
}
