import Allocation
import Domain
import Foundation
import Inputs
import Reports
import Testing

/// The catalogue of errors of allocation problems: every file of `Broken/allocation/` with what a user reads of it
/// beside it.
///
/// `RECORD=1` writes the texts anew, and still fails.
struct BrokenAllocationTests {
  private static let folder = "\(Folder.broken)/allocation"
  private static let broken =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }.sorted()

  @Test func thereAreBrokenFiles() { #expect(Self.broken.count >= 15) }

  @Test(arguments: broken) func aBrokenFileSaysWhatIsWrong(file: String) throws {
    let found = diagnostics { try AllocationFile(path: "\(Self.folder)/\(file)") }
    let problems = InputError(try #require(found, "\(file) is read"))
    for language in Language.allCases {
      let text = diagnosticText(problems, language: language).replacingOccurrences(of: Self.folder + "/", with: "")
      let golden = "\(Self.folder)/\(file.dropLast(".json".count)).\(language.rawValue).txt"
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try text.write(toFile: golden, atomically: true, encoding: .utf8)
        Issue.record("\(golden) was written")
      } else {
        #expect(text == (try? String(contentsOfFile: golden, encoding: .utf8)))
      }
    }
    #expect(problems.diagnostics.allSatisfy { $0.position.line > 0 && $0.position.column > 0 }, "\(file)")
  }

  @Test func aFileThatIsNotThereIsSaid() {
    let found = diagnostics { try AllocationFile(path: "\(Self.folder)/nowhere.json") }
    #expect(found?.map(\.problem) == [.fileNotFound])
  }

  @Test func cellsHaveALimit() {
    let names = (0..<600).map { "{name: n\($0)}" }.joined(separator: ", ")
    let accounts = names.replacingOccurrences(of: "}", with: ", available: 1}")
    let text = "{horizon: {from: 2025, to: 2025}, accounts: [\(accounts)], uses: [\(names)]}"
    let what = Label(zh: "账户 × 用途 × 年份", en: "accounts × uses × years")
    #expect(
      diagnostics { try AllocationFile(text: text, file: "text") }?.map(\.problem) == [
        .tooMany(what: what, limit: 50_000)
      ])
  }
}

struct AllocationFileTests {
  private func problem(_ rest: String, years: String = "2025, \"to\": 2026") throws -> AllocationProblem {
    let text = """
      {"horizon":{"from":\(years)},"accounts":[{"name":"city","available":"300 万元","carry_over":"40%"},
      \t{"name":"\\u6df3\\u5b89\\u53bf","available":{"2025":1e6,"2026":2000000.5},"must_spend":true}],
      "uses":[{"name":"eldercare","label":{"zh":"养老"}},{"name":"children","weight":0.9}]\(rest)}
      """
    return try AllocationFile(text: text, file: "text").problem
  }

  @Test func accountsAndUsesAreRead() throws {
    let problem = try problem("")
    #expect(problem.years == 2025...2026)
    #expect(problem.accounts.map(\.name) == ["city", "淳安县"])
    #expect(problem.accounts.map(\.available) == [[3_000_000, 3_000_000], [1_000_000, 2_000_000.5]])
    #expect(problem.accounts.map(\.mustSpend) == [false, true])
    #expect(problem.accounts.map(\.carryOver) == [0.4, 0])
    #expect(problem.uses.map(\.label) == [Label(zh: "养老", en: "养老"), Label(zh: "children", en: "children")])
    #expect(problem.uses.map(\.weight) == [1, 0.9])
    #expect(problem.steps == Array(repeating: [], count: 8))
  }

  @Test func rulesAreRead() throws {
    let problem = try problem(
      """
      ,"needs":[{"uses":"children","years":2026,"steps":[{"width":10,"value":1},{"value":0}]}],
      "floors":[{"uses":["children"],"share":"2%"},{"together":true,"yuan":5,"accounts":["city"]}],
      "ceilings":[{"yuan":"1 万元","years":[2025]}],
      "shares":[{"uses":["eldercare"],"at_least":0.55,"at_most":"90%","per":"total","name":"e"}],
      "equity":[{"accounts":["淳安县"],"at_least":0.1,"weight":1.15}],
      "transfers":[{"from":"city","to":["淳安县"],"at_most":7}],
      "smoothing":[{"at_most":0.25,"uses":["eldercare"],"accounts":["city"],"before":{"city":{"eldercare":9}}}],
      "penalties":{"share_floor":3}
      """)
    let two = [0, 1]
    #expect(problem.steps[6...] == [[], [ValueStep(width: 10, value: 1), ValueStep(width: .infinity, value: 0)]])
    #expect(
      problem.limits == [
        Limit(
          .atLeast, .share(0.55), name: Label(zh: "e", en: "e"), accounts: two, uses: [0], years: two,
          usesTogether: true, accountsTogether: true),
        Limit(
          .atMost, .share(0.9), name: Label(zh: "e", en: "e"), accounts: two, uses: [0], years: two,
          usesTogether: true, accountsTogether: true),
        Limit(.atLeast, .share(0.02), accounts: two, uses: [1], years: two),
        Limit(.atLeast, .yuan(5), accounts: [0], uses: two, years: two, usesTogether: true),
        Limit(.atMost, .yuan(10_000), accounts: two, uses: two, years: [0]),
      ])
    #expect(problem.equity == [EquityRule(accounts: [1], atLeast: 0.1, weight: 1.15)])
    #expect(problem.transfers == [Transfer(from: 0, to: [1], atMost: 7)])
    #expect(problem.smoothing == [Smoothing(accounts: [0], uses: [0], atMost: 0.25, before: [[9]])])
    #expect(problem.penalties[.shareFloor] == 3 && problem.penalties[.money] == 1)
  }

  @Test func theExampleOfTheGuideIsRead() throws {
    let docs = URL(fileURLWithPath: Folder.hangzhou).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/methods/allocation-example.json").path
    let problem = try AllocationFile(path: docs).problem
    let report = try AllocationReport(problem, try AllocationSolver().solve(problem), language: .en)
    #expect(report.json.contains("\"status\": \"optimal\",\n  \"objective\": 24668500,"))
  }
}
