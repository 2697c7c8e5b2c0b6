import Foundation
import Testing

/// A package for another city, from its first file to its first run.
struct DraftTests {
  private let program: Program

  init() throws {
    program = try Program()
    let outcome = try program.run("init", "绍兴", "--districts", "3", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  private static let files = ["benefits", "care", "demography", "fiscal", "fund", "index"].map {
    "datasets/绍兴/parameters/\($0).yaml"
  }

  private func check() throws -> Program.Outcome { try program.run("dataset", "check", "datasets/绍兴", "--lang", "en") }

  @Test func everyParameterHasItsMeaningAndWhatIsBorrowedIsAssumed() throws {
    for file in DraftTests.files {
      let text = try program.text(file)
      for line in text.split(separator: "\n") where line.contains("value:") && !line.hasPrefix("#!") {
        #expect(line.contains("evidence: assumed, source: template"), "\(file): \(line)")
      }
      let entries = text.matches(of: /\n(#! )?[a-z_0-9.]+:\n/).count
      #expect(text.matches(of: #/ {2}label: \{zh: "[^\n]+, en: "/#).count == entries && entries > 0, "\(file)")
      #expect(text.matches(of: /unit: "/).count == entries, "\(file)")
    }
    let care = try program.text(DraftTests.files[1])
    #expect(care.contains("# 可查 / published in: ") && care.contains("#! care.beds.opening:"))
    let benefits = try program.text(DraftTests.files[0])
    #expect(benefits.contains("#! benefits.mean_income:") && benefits.contains("\nbenefits.dibao.path:"))
  }

  @Test func nothingNamesTheTemplatesDistricts() throws {
    for folder in ["tables", "parameters"] {
      for (file, content) in try program.files("datasets/绍兴/\(folder)") {
        let text = String(decoding: content, as: UTF8.self)
        #expect(!text.contains("330102"), "\(file)")
        // Parameters say where the template's values were published.
        for word in ["杭州", "余杭", "淳安", "Hangzhou"] where folder == "tables" {
          #expect(!text.contains(word), "\(file): \(word)")
        }
      }
    }
  }

  @Test func checkLeadsThroughWhatIsMissingByWhatItMoves() throws {
    let outcome = try check()
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("population.csv"), "\(outcome.complaints)")
    let moved = outcome.complaints.matches(of: #/ {2}[0-9]+\. [a-z_0-9.]+ .*, moves ([0-9]+) headline figures/#)
      .compactMap { Int($0.1) }
    #expect(moved.count > 10 && moved == moved.sorted(by: >) && moved[0] > moved[moved.count - 1])
    let open = try DraftTests.files.map { try program.text($0).matches(of: /\n#! [a-z_0-9.]+:\n/).count }.reduce(0, +)
    #expect(moved.count <= open)
    #expect(try program.run("run", "baseline", "--dataset", "datasets/绍兴", "--draws", "0").status == 65)
  }

  /// What `check` passes once the gaps are filled, `run` takes.
  @Test func aFilledInPackageRuns() throws {
    var rows = "kind,district_code,sex,age,persons\n"
    for kind in ["resident", "registered"] {
      for code in ["990001", "990002", "990003"] {
        for sex in ["female", "male"] {
          for age in 0...100 { rows += "\(kind),\(code),\(sex),\(age),\(age < 90 ? 2000 : 50)\n" }
        }
      }
    }
    try program.write(rows, to: "datasets/绍兴/tables/population.csv")
    for file in DraftTests.files {
      let text = try program.text(file).replacing("\n#! ", with: "\n")
      var unit = ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
        if let found = line.wholeMatch(of: #/ {2}unit: "(.*)"/#) { unit = String(found.1) }
        let value =
          unit == "张"
          ? "20000 张" : unit.hasPrefix("元/人") ? "50000 \(unit)" : unit.hasPrefix("元") ? "10000000 \(unit)" : "100"
        return String(line).replacing(
          "{value: , evidence: observed, source: }", with: "{value: \(value), evidence: observed, source: template}")
      }
      try program.write(lines.joined(separator: "\n"), to: file)
    }
    let checked = try check()
    #expect(checked.status == 0, "\(checked.complaints.prefix(2000))")
    #expect(checked.output.contains("are still borrowed (source template)"))
    // Ranges can be drawn from: hundreds of worlds come to something.
    for draws in ["0", "300"] {
      let run = try program.run("run", "datasets/绍兴/scenario.yaml", "--draws", draws, "--lang", "en")
      #expect(run.status == 0 && run.output.contains("绍兴"), "\(run.complaints.prefix(2000))")
    }
  }

  @Test func aCityNeedsTheNumberOfItsDistricts() throws {
    #expect(try program.run("init", "台州").status == 64)
    #expect(try program.run("init", "--districts", "3").status == 64)
    #expect(try program.run("init", "a/b", "--districts", "3").status == 65)
    #expect(try program.run("init", "绍兴", "--districts", "3").status == 73)
  }
}
