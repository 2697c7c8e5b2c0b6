import CSV
import Foundation
import Testing

struct BudgetTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func bookIsPrintedAndWrittenWithItsFiles() throws {
    let outcome = try program.run("budget", Program.tinytown, "--draws", "16")
    #expect(outcome.status == 0)
    for part in [
      "要点", "一、汇总", "二、上年执行", "三、按付款方", "四、市级与区县账户", "五、按科目", "六、按区县", "七、增长", "八、假设",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    let files = try program.files("out/tinytown-budget")
    #expect(Set(files.keys) == ["budget.csv", "budget.txt", "manifest.json", "datapackage.json"])
    #expect(outcome.output == (try program.text("out/tinytown-budget/budget.txt")))
    let document = CSVReader.read([UInt8](files["budget.csv"] ?? Data())).document
    #expect(
      document.header == [
        "scenario", "district_code", "district", "year", "line", "payer", "nature", "nominal_yuan", "real_yuan",
      ])
  }

  @Test func yearsAndPercentileAreTakenAsTyped() throws {
    let outcome = try program.run(
      "budget", Program.baseline, "--draws", "16", "--lang", "en", "--years", "2", "--percentile", "0.9", "--set",
      "horizon.to=2030")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("90% quantile"))
    #expect(outcome.output.contains("2026      2027"))
    #expect(!outcome.output.contains("2028"))
  }

  @Test func theSameBytesForAnyNumberOfThreads() throws {
    for threads in ["1", "3"] {
      let outcome = try program.run(
        "budget", Program.baseline, "--draws", "72", "--threads", threads, "--out", threads, "--set", "horizon.to=2027")
      #expect(outcome.status == 0)
    }
    for file in ["budget.txt", "budget.csv"] { #expect(try program.text("1/\(file)") == program.text("3/\(file)")) }
  }

  @Test(arguments: [["--percentile", "120%"], ["--percentile", "most"], ["--years", "0"]])
  func whatCannotBeIsAMistakeOfUse(options: [String]) throws {
    #expect(try program.run(["budget", Program.tinytown] + options).status == 64)
  }

  @Test func aRunOfTheBaseYearAloneHasNoBudget() throws {
    let outcome = try program.run("budget", Program.tinytown, "--set", "horizon.to=2020", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
  }

  @Test func payersWhoPayTooMuchAreReportedWithTheirPlace() throws {
    let outcome = try program.run(
      "budget", Program.tinytown, "--set", "fiscal.bed_construction.share_city@2026=90%",
      "--set", "fiscal.bed_construction.share_centre@2026=20%", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("--set[2]:1:"))
    #expect(outcome.complaints.contains("bed_construction"))
  }

  /// A horizon that begins after the base year shows the same years as one that begins with it.
  @Test func aLaterBeginningMovesNoPayment() throws {
    var rows: [[String]] = []
    for first in [2020, 2024] {
      let outcome = try program.run(
        "run", Program.tinytown, "--draws", "0", "--set", "horizon.from=\(first)", "--out", "from\(first)")
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let lines = try program.text("from\(first)/budget.csv").split(separator: "\n").map(String.init)
      rows.append(lines.filter { $0.contains(",2026,") })
    }
    #expect(!rows[0].isEmpty && rows[0] == rows[1])
  }

  @Test func aCapSaysItsChanceAndWhatCanGive() throws {
    let budget = ["budget", Program.baseline, "--draws", "32", "--set", "horizon.to=2028"]
    let outcome = try program.run(budget + ["--cap", "city=6亿元@2027", "--cap", "财政性资金=30 亿元@2027"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    for text in [
      "上限：市级财政 2027 年不超过 6.00 亿元", "上限：财政性资金 2027 年不超过 30.00 亿元", "把握", "谁能让", "建设项目，可推迟", "待遇，按标准发放",
    ] { #expect(outcome.output.contains(text), "\(text)") }
  }

  @Test(arguments: [
    ("citty=6亿元@2027", "--cap:1:1"), ("city=6亿@2027", "--cap:1:6"), ("city=6亿元@2060", "--cap:1:10"),
    ("city 6亿元", "--cap:1:1"), ("city=-1亿元@2027", "--cap:1:6"),
  ])
  func aCapThatIsNotUnderstoodIsShown(cap: String, place: String) throws {
    let outcome = try program.run("budget", Program.tinytown, "--cap", cap, "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty && outcome.complaints.contains(place), "\(outcome.complaints)")
  }

  @Test func aPayerHasAQuantileOfItsOwn() throws {
    let budget = ["budget", Program.tinytown, "--draws", "16", "--lang", "en", "--quantile"]
    let one = try program.run(budget + ["90%", "--quantile", "city=60%"])
    #expect(one.status == 0 && one.output.contains("60%") && one.output.contains("90% quantile"))
    #expect(try program.run(budget + ["bank=60%"]).status == 64)
  }

  @Test func aDistrictHasABookOfItsOwn() throws {
    let outcome = try program.run("budget", Program.tinytown, "--draws", "16", "--district", "东区")
    #expect(outcome.status == 0)
    for text in ["东区（亿元）", "区县财政承担", "市级在本地支出", "增长的来源", "上年执行"] {
      #expect(outcome.output.contains(text), "\(text) in \(outcome.output)")
    }
    #expect(!outcome.output.contains("按区县"))
    #expect(try program.run("budget", Program.tinytown, "--district", "南区").status == 65)
  }

  /// Rows of a table of outturns that are not understood.
  @Test(arguments: [
    ("990000,2022,dibao,,16000000,15800000", "990000,2022,dibaos,,16000000,15800000", "'dibao'"),
    ("990000,2022,,city,,2850000", "990000,2022,,citty,,2850000", "city"),
    ("990000,2022,,city,,2850000", "990000,2022,,city,,", "outturn_yuan"),
    ("990000,2022,,city,,2850000", "990000,2022,,,62000000,61000000", "stands twice"),
    ("990000,2022,,city,,2850000", "990000,2022,,city,-5,", "-5"),
  ])
  func anOutturnThatIsNotUnderstoodIsShown(row: String, instead: String, word: String) throws {
    let place = program.folder.appendingPathComponent("town")
    let town = Program.root.appendingPathComponent("Tests/Fixtures/tinytown")
    try FileManager.default.copyItem(at: town, to: place)
    let table = place.appendingPathComponent("tables/outturn.csv")
    let text = try String(contentsOf: table, encoding: .utf8)
    #expect(text.contains(row))
    try text.replacingOccurrences(of: row, with: instead).write(to: table, atomically: true, encoding: .utf8)
    let outcome = try program.run("budget", Program.tinytown, "--dataset", "town", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("outturn.csv:") && outcome.complaints.contains(word), "\(outcome.complaints)")
  }
}
