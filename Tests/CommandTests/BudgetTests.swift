import CSV
import Foundation
import Testing

struct BudgetTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func bookIsPrintedAndWrittenWithItsFiles() throws {
    let outcome = try program.run("budget", Program.tinytown, "--draws", "16")
    #expect(outcome.status == 0)
    for part in ["要点", "一、汇总", "二、按科目", "三、按区县", "四、按付款方", "五、增长", "六、假设"] {
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
}
