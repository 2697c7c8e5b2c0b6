import CSV
import Foundation
import Testing

/// Targets of one's own: plan files, tables as plans print them, and figures recorded.
struct PlanTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let table = """
    序号,指标（单位）,属性,2025年实际值,2026年,2027年,2028年,2029年,2030年
    1,养老机构护理型床位占比（%）,约束性,63,≥65,＞67,,≥70％,73
    2,每万老年人拥有持证养老护理员数（人）,预期性,28.5,-,≥29,—,≥30,≥31
    3,最低生活保障标准（元/人·年）,约束性,15612,>15000,>15500,>16000,—,>17000
    4,社区食堂覆盖率（%）,预期性,60,,,,,90以上
    5,床位使用率（%）,预期性,43.6,≤50,≤52,,,<60

    """

  private func rows(_ output: String) throws -> (names: [String], rows: [[String]]) {
    let table = CSVReader.read([UInt8](output.utf8)).document
    return (
      table.header,
      (0..<table.rowCount).map { row in table.header.indices.map { table.field(row: row, column: $0) } }
    )
  }

  @Test func aTableBecomesAPlanFileWithNothingLost() throws {
    try program.write(PlanTests.table, to: "draft.csv")
    let read = try program.run("targets", "read", "draft.csv", "--out", "plan.yaml")
    #expect(read.status == 0, "\(read.complaints)")
    #expect(read.complaints.contains("draft.csv:5:3: 注意: ‘社区食堂覆盖率’ 不是指标的名称"), "\(read.complaints)")
    let plan = try program.text("plan.yaml")
    for text in [
      "indicator: care.beds.nursing_share", "kind: 约束性", "kind: 预期性", "2025年实际值 63", "2025年实际值 28.5",
      "values: {2026: \"≥ 65%\", 2027: \"> 67%\", 2029: \"≥ 70%\", 2030: \"≥ 73%\"}",
      "values: {2026: \"> 15000 元/人·年\", 2027: \"> 15500 元/人·年\", 2028: \"> 16000 元/人·年\", 2030: \"> 17000 元/人·年\"}",
      "values: {2030: \"≥ 90%\"}", "values: {2026: \"≤ 50%\", 2027: \"≤ 52%\", 2030: \"< 60%\"}",
    ] { #expect(plan.contains(text), "\(text) in \(plan)") }
    // Both say the same.
    let forms = try ["draft.csv", "plan.yaml"].map {
      try rows(
        try program.run("targets", Program.baseline, "--plan", $0, "--draws", "0", "--format", "csv").output)
    }
    // Of the plan's title, which is the file's name, there are two.
    #expect(forms[0].rows == forms[1].rows)
    #expect(forms[0].rows.filter { $0.last == "draft" }.count == 15)
  }

  private static let plan = """
    name: desk
    title: {zh: 规划草案, en: The draft}
    targets:
      nursing:
        indicator: care.beds.nursing_share
        kind: 约束性
        zone: 幸福颐养示范区
        values: {2028: ≥ 70%, 2030: 73%}
      certified:
        indicator: care.workers.certified_per_10k
        kind: expected
        values: {2030: 32 人/万人}
      canteens: {label: 老年食堂, unit: 个, values: {2030: "> 2500"}}

    """

  @Test func targetsOfOnesOwnStandBesideThePlans() throws {
    try program.write(PlanTests.plan, to: "plan.yaml")
    let page = try program.run("targets", Program.baseline, "--plan", "plan.yaml", "--draws", "100").output
    for text in ["规划目标：规划草案", "同时达到的概率", "63.0% (2025)", "约束性", "≥ 73.0%", "目标 68 项"] {
      #expect(page.contains(text), "\(text)")
    }
    let run = try program.run(
      "run", Program.baseline, "--plan", "plan.yaml", "--draws", "50", "--out", "out", "--lang", "en")
    #expect(run.output.contains("Targets of The draft"))
    #expect(try program.text("out/manifest.json").contains("plan.yaml"))
    let targets = try rows(try program.text("out/targets.csv"))
    #expect(targets.names.suffix(2) == ["kind", "plan"])
    #expect(targets.rows.filter { $0.last == "规划草案" }.map { $0[1] } == ["canteens", "certified", "nursing", "nursing"])
    let compared = try program.run(
      "compare", Program.baseline, Program.root.appendingPathComponent("scenarios/next-plan-2030.yaml").path, "--plan",
      "plan.yaml", "--draws", "50")
    #expect(compared.output.contains("护理型床位占比         2030"), "\(compared.output.suffix(800))")
  }

  @Test func everyMistakeOfAPlanIsSaidInItsPlace() throws {
    try program.write(
      """
      targets:
        a:
          indicator: care.beds.nursing
          kind: 约束
          values: {2028: ≥ 70%, 20300: 73 张}
        b: {indicator: 护理型床位, values: {2030: 1}}
        c: {programme: eco_burial, values: {2030: 95%}}
        nursing_bed_share_pct: {indicator: care.beds.nursing_share, value: {2030: 1}}

      """, to: "plan.yaml")
    let outcome = try program.run("targets", Program.baseline, "--plan", "plan.yaml", "--draws", "0")
    #expect(outcome.status == 65)
    for text in [
      "plan.yaml:4:11: 错误: 不能用 ‘约束’", "plan.yaml:5:20: 错误: ‘70 %’ 的单位不对，应为 张", "plan.yaml:5:27: 错误: ‘20300’ 不是年份",
      "plan.yaml:6:18: 错误: 没有指标 ‘护理型床位’；用词相同或相近的有：care.beds.nursing（护理型床位）", "plan.yaml:7:18: 错误: 没有项目 ‘eco_burial’",
      "plan.yaml:8:3: 错误: 数据集已有目标 ‘nursing_bed_share_pct’", "plan.yaml:8:63: 错误: 没有键 ‘value’",
    ] { #expect(outcome.complaints.contains(text), "\(text) in \(outcome.complaints)") }
  }

  // MARK: - Figures recorded

  /// A copy of the city's package.
  private func copy() throws {
    let from = Program.root.appendingPathComponent("datasets/hangzhou")
    try FileManager.default.copyItem(at: from, to: program.folder.appendingPathComponent("hangzhou"))
  }

  private func record(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["record"] + arguments + ["--dataset", "hangzhou"])
  }

  @Test func tenFiguresMoveOnlyTheirSeries() throws {
    try copy()
    func values(_ out: String) throws -> [String: String] {
      let run = try program.run(
        "run", Program.baseline, "--dataset", "hangzhou", "--draws", "0", "--out", out, "--lang", "en")
      #expect(run.status == 0, "\(run.complaints)")
      let table = try rows(try program.text("\(out)/indicators.csv"))
      let key = ["district_code", "year", "indicator"].map { table.names.firstIndex(of: $0) ?? 0 }
      let central = table.names.firstIndex(of: "central") ?? 0
      return Dictionary(
        uniqueKeysWithValues: table.rows.map { row in (key.map { row[$0] }.joined(separator: " "), row[central]) })
    }
    let before = try values("before")
    let targets = try rows(try program.run("targets", Program.baseline, "--draws", "0", "--format", "csv").output)
    let open = targets.rows.filter { $0.contains("open") && $0[6] != "minutes" }.prefix(10)
    #expect(open.count == 10)
    for target in open {
      // Its own value, in inside units: as good as any other.
      let outcome = try record(target[1], "2025", target[5], "--source", "fyp14", "--replace")
      #expect(outcome.status == 0, "\(target[1]): \(outcome.complaints)")
    }
    let series = Set(
      try program.text("hangzhou/tables/observed.csv").split(separator: "\n").filter { $0.contains(",2025,") }
        .map { String($0.prefix { $0 != "," }) })
    let after = try values("after")
    for (key, value) in after where before[key] != value {
      let name = String(key.split(separator: " ").last ?? "")
      #expect(series.contains(name) || name.hasPrefix("index."), "\(key)")
    }
    #expect(try program.run("dataset", "check", "hangzhou", "--sealed").status == 0)
  }

  @Test func aFigureIsEnteredInItsPlaceAndSealed() throws {
    try copy()
    let before = try program.text("hangzhou/tables/observed.csv").split(separator: "\n")
    let outcome = try record("nursing_bed_share_pct", "2025", "63.5%", "--source", "fyp14", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("2025: 63.5% (observed, source fyp14)"))
    let after = try program.text("hangzhou/tables/observed.csv").split(separator: "\n")
    let added = after.filter { !before.contains($0) }
    #expect(added.map(String.init) == ["care.beds.nursing_share,330100,2025,0.635,observed,fyp14,,,"])
    #expect(after.filter { before.contains($0) } == before)
    #expect(
      after.dropFirst().map { $0.prefix { $0 != "," } } == after.dropFirst().map { $0.prefix { $0 != "," } }.sorted())
    let again = try record("nursing_bed_share_pct", "2025", "64%", "--source", "fyp14")
    #expect(again.status == 65 && again.complaints.contains("已有 63.5%"), "\(again.complaints)")
    #expect(try record("nursing_bed_share_pct", "2025", "64%", "--source", "fyp14", "--replace").status == 0)
  }

  @Test func whatCannotBeRecordedIsRefusedAndNothingIsWritten() throws {
    try copy()
    let before = try program.files("hangzhou/tables")
    for (arguments, words) in [
      (["nursing_bed_share", "2025", "63%", "--source", "fyp14"], "nursing_bed_share_pct"),
      (["care.beds.nursing_share", "2025", "63", "--source", "fyp14"], "不合理"),
      (["care.beds.nursing_share", "2025", "63 张", "--source", "fyp14"], "单位不对"),
      (["care.beds.nursing_share", "2025", "63%", "--source", "nowhere"], "没有来源 ‘nowhere’"),
      (["care.beds.stock", "2025", "100 张", "--source", "fyp14", "--district", "江干区"], "已于 2021 年撤销"),
    ] {
      let outcome = try program.run(["record"] + arguments + ["--dataset", "hangzhou"])
      #expect(outcome.status == 65 && outcome.complaints.contains(words), "\(arguments): \(outcome.complaints)")
    }
    #expect(try program.files("hangzhou/tables") == before)
    let file = "hangzhou/tables/targets.csv"
    try program.write(try program.text(file) + "\n", to: file)
    let unsealed = try record("nursing_bed_share_pct", "2025", "63%", "--source", "fyp14")
    #expect(unsealed.status == 65 && unsealed.complaints.contains("在封存之后有改动"), "\(unsealed.complaints)")
  }

  @Test func aDistrictsFigureSaysWhatTheCityComesTo() throws {
    try copy()
    let outcome = try record(
      "care.beds.stock", "2025", "9000 张", "--district", "淳安县", "--source", "fyp14", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains(/The city (comes to [0-9 ]+ beds in 2025 \(before: |'s figure of 2025 stays)/))
    let city = try record("care.beds.stock", "2025", "90000 张", "--source", "fyp14", "--lang", "en", "--replace")
    #expect(!city.output.contains("The city"))
  }
}
