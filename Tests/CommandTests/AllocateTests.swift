import Foundation
import Testing

struct AllocateTests {
  private let program: Program

  init() throws { program = try Program() }

  private func run(floor: Double, _ more: String...) throws -> Program.Outcome {
    try program.write(
      """
      {"horizon": {"from": 2025, "to": 2025}, "accounts": [{"name": "a", "available": 100, "must_spend": true}],
       "uses": [{"name": "eldercare"}, {"name": "children"}],
       "needs": [{"uses": ["eldercare"], "steps": [{"width": 60, "value": 1}, {"width": 60, "value": 0.5}]},
                 {"uses": ["children"], "steps": [{"width": 80, "value": 0.9}]}],
       "shares": [{"uses": ["eldercare"], "at_least": 0.75}],
       "floors": [{"uses": ["children"], "yuan": \(floor)}]}
      """, to: "problem.json")
    return try program.run(["allocate", "--problem", "problem.json", "--lang", "en"] + more)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func anOptimumComesWithPricesAndProof() throws {
    let outcome = try run(floor: 10)
    #expect(outcome.status == 0)
    let answer = try object(outcome.output)
    #expect(answer["status"] as? String == "optimal")
    #expect(abs((answer["objective"] as? Double ?? 0) - 90) < 1e-9)
    let amounts = try #require(answer["allocation"] as? [[String: Any]])
    #expect(amounts.map { $0["yuan"] as? Double } == [75, 25])
    let duals = try #require(answer["duals"] as? [[String: Any]])
    #expect(duals.map { $0["rule"] as? String } == ["money", "share_floor"])
    let certificate = try #require(answer["certificate"] as? [String: Any])
    #expect(certificate["holds"] as? Bool == true)
    #expect(outcome.complaints.hasPrefix("optimal: value 90.00, 100.00 yuan allocated; proved"))
  }

  @Test func aClashEndsWithTwo() throws {
    let outcome = try run(floor: 30)
    #expect(outcome.status == 2)
    let answer = try object(outcome.output)
    #expect(answer["status"] as? String == "infeasible")
    let clash = try #require(answer["clash"] as? [[String: Any]])
    #expect(clash.map { $0["rule"] as? String } == ["money", "share_floor", "floor"])
    #expect(
      outcome.complaints.hasPrefix(
        "infeasible: these 3 rules clash (without any one of them the others can hold)\n"))
    #expect(outcome.complaints.contains("children ≥ 30 yuan (a, 2025): 5 yuan less"))
  }

  @Test func theAnswerMayGoToAFile() throws {
    let outcome = try run(floor: 10, "--out", "answer.json")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(try object(try program.text("answer.json"))["status"] as? String == "optimal")
    #expect(try run(floor: 10, "--out", "nowhere/answer.json").status == 73)
  }

  @Test func aValueWithoutEndEndsWithTwo() throws {
    try program.write(
      """
      {"horizon": {"from": 2025, "to": 2025}, "accounts": [{"name": "a", "available": "unlimited"}],
       "uses": [{"name": "eldercare"}], "needs": [{"steps": [{"value": 1}]}]}
      """, to: "problem.json")
    let outcome = try program.run("allocate", "--problem", "problem.json")
    #expect(outcome.status == 2)
    #expect(try object(outcome.output)["status"] as? String == "unbounded")
    #expect(outcome.complaints.hasPrefix("无界"))
  }

  @Test func badInputIsLocated() throws {
    try program.write("{\n  \"horizn\": 1\n}\n", to: "problem.json")
    let outcome = try program.run("allocate", "--problem", "problem.json", "--lang", "en")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.complaints.contains("problem.json:2:3: error: no key 'horizn'; did you mean 'horizon'?"))
    #expect(try program.run("allocate", "--problem", "nowhere.json").status == 65)
    #expect(try program.run("allocate").status == 64)
  }
}
