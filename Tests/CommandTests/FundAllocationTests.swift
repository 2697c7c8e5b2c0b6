import CSV
import Foundation
import Testing

/// `minzheng allocate SCENARIO` as its users meet it.
struct FundAllocationTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ file: String) throws -> [[String]] {
    try program.text(file).split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
  }

  @Test(arguments: [
    ("zh", ["要点", "养老占比：2 个区县中 2 个达到下限", "小城本级", "起作用的规则", "养老下限的代价"]),
    (
      "en",
      [
        "Key points", "2 of 2 districts reach the floor", "Tinytown, own account", "Rules that bind",
        "What the floor costs",
      ]
    ),
  ])
  func theAnswerComesFirst(language: String, words: [String]) throws {
    let outcome = try program.run("allocate", Program.tinytown, "--draws", "0", "--lang", language)
    #expect(outcome.status == 0)
    for word in words { #expect(outcome.output.contains(word), "\(word)") }
    #expect(outcome.complaints.contains("out/tinytown-allocation"))
  }

  /// Money is worth something where no limit on yearly changes keeps it from being spent.
  @Test func whatMoneyIsWorthIsSaid() throws {
    let outcome = try program.run(
      "allocate", Program.tinytown, "--draws", "0", "--set", "fund.largest_change@2023=100%")
    #expect(outcome.status == 0)
    for word in ["资金的价值", "每多 1 元值"] { #expect(outcome.output.contains(word), "\(word)") }
  }

  @Test func theFileHasEveryAccountUseAndYearInWholeFen() throws {
    _ = try program.run("allocate", Program.tinytown, "--draws", "0", "--out", "a", "--lang", "en")
    let rows = try rows("a/allocation.csv")
    #expect(rows[0] == ["scenario", "account_code", "account", "year", "use", "amount_yuan"])
    // Three accounts, five uses that may be paid for, 2021 to 2030.
    #expect(rows.count == 1 + 3 * 5 * 10)
    #expect(rows.dropFirst().map { $0[1...4].joined(separator: " ") }.contains("990000 小城本级 2025 children"))
    for row in rows.dropFirst() {
      let fen = (Double(row[5]) ?? .nan) * 100
      #expect(abs(fen - fen.rounded()) < 1e-4, "\(row)")
    }
    let keys = rows.dropFirst().map { [$0[1], $0[3], $0[4]].joined(separator: ",") }
    #expect(keys == keys.sorted())
  }

  @Test func aRunWritesTheSameAllocationAndSpendsIt() throws {
    _ = try program.run("allocate", Program.tinytown, "--draws", "0", "--out", "a")
    let run = try program.run("run", Program.tinytown, "--draws", "0", "--out", "r", "--lang", "en")
    #expect(run.output.contains("Lottery fund in 2023"))
    #expect(try program.text("a/allocation.csv") == program.text("r/allocation.csv"))
    let allocated = try rows("r/allocation.csv").filter { $0[3] == "2025" }.reduce(0) { $0 + (Double($1[5]) ?? 0) }
    let budget = try rows("r/budget.csv").filter { $0[1] == "990000" && $0[3] == "2025" && $0[5] == "lottery_fund" }
      .reduce(0) { $0 + (Double($1[7]) ?? 0) }
    let indicator = try rows("r/indicators.csv").first { $0[1] == "990000" && $0[3] == "2025" && $0[4] == "fund.spent" }
    #expect(allocated > 0)
    #expect(abs(budget - allocated) < 0.1)
    #expect(abs((Double(indicator?[6] ?? "") ?? .nan) - allocated) < 0.1)
  }

  @Test(arguments: ["p80", "members"]) func aBasisAmongTheWorldsGoesByThem(basis: String) throws {
    let arguments = ["allocate", Program.tinytown, "--draws", "40", "--basis", basis, "--lang", "en"]
    let uncertain = ["--set", "fund.lottery_sales.process.deviation=0.12"]
    let outcome = try program.run(arguments + ["--out", "a", "--year", "2026"] + uncertain)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("In all worlds"))
    let again = try program.run(arguments + ["--out", "b", "--year", "2026", "--threads", "3"] + uncertain)
    #expect(again.output == outcome.output)
    #expect(try rows("a/allocation.csv").dropFirst().allSatisfy { $0[3] == "2026" })
    let none = try program.run(["allocate", Program.tinytown, "--draws", "0", "--basis", basis])
    #expect(none.status == 64)
    #expect(none.complaints.contains("--draws"))
  }

  @Test(arguments: [
    ("zh", ["不能同时成立", "养老服务合计）占比 ≥ 98%", "fund.eldercare_floor", "--floor:1", "最省的放宽"]),
    (
      "en",
      [
        "the fund's rules of 2023 cannot all hold", "Eldercare services together) ≥ 98%", "fund.eldercare_floor",
        "cheapest way out",
      ]
    ),
  ])
  func aFloorOutOfReachIsAClashInWordsAndThePlanInWhichRulesGiveWay(language: String, words: [String]) throws {
    let outcome = try program.run(
      "allocate", Program.tinytown, "--draws", "0", "--floor", "98%", "--lang", language, "--out", "a")
    #expect(outcome.status == 2)
    for word in words { #expect(outcome.complaints.contains(word), "\(word)") }
    let title = language == "zh" ? "让位的规则" : "Rules that gave way"
    let highest = language == "zh" ? "养老下限最高可到" : "can be at most"
    // Lines break between words.
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(title) && words.contains(highest))
    #expect(try rows("a/allocation.csv").count > 1)
  }

  @Test func aRunOfSuchAScenarioGoesOnAndSaysSo() throws {
    try program.write(
      "extends: \(Program.tinytown)\nname: high\nset:\n  fund.eldercare_floor: {2026: 98%}\n", to: "high.yaml")
    let outcome = try program.run("run", "high.yaml", "--draws", "0", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("The rules of 2026 cannot all hold"))
  }

  @Test func whatCannotBeAskedIsRefused() throws {
    for arguments in [
      ["allocate"], ["allocate", Program.tinytown, "--problem", "x.json"],
      ["allocate", Program.tinytown, "--year", "2020"], ["allocate", Program.tinytown, "--year", "2050"],
      ["allocate", Program.tinytown, "--basis", "median"], ["allocate", "--problem", "x.json", "--floor", "60%"],
    ] {
      #expect(try program.run(arguments).status == 64, "\(arguments)")
    }
    let floor = try program.run("allocate", Program.tinytown, "--floor", "600%", "--lang", "en")
    #expect(floor.status == 65)
  }

  @Test func amountsAreAlsoPrinted() throws {
    let outcome = try program.run("allocate", Program.tinytown, "--draws", "0", "--format", "csv", "--year", "2025")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1 + 3 * 5)
    #expect(lines[0] == "scenario,account_code,account,year,use,amount_yuan")
  }
}
