import CSV
import Foundation
import Testing

struct CalibrateTests {
  private let program: Program

  init() throws { program = try Program() }

  /// ln m = a(x) + b k(t) with b the same at all ages, so that b = 1/101 and k falls by 2.02 a year.
  private func rates(_ years: ClosedRange<Int>) -> String {
    var lines = ["sex,age,year,mx"]
    for sex in ["female", "male"] {
      for age in 0...100 {
        for year in years {
          let level = (sex == "male" ? -8.5 : -9.0) + 0.085 * Double(age)
          lines.append("\(sex),\(age),\(year),\(exp(level - 0.02 * Double(year - 2000)))")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func fitIsWrittenAndFindsWhatTheRatesWereMadeOf() throws {
    try program.write(rates(2000...2009), to: "rates.csv")
    let outcome = try program.run("calibrate", "mortality", "rates.csv", "--out", "fit")
    #expect(outcome.status == 0)
    let files = try program.files("fit")
    #expect(Set(files.keys) == ["coefficients.csv", "index.csv", "fit.csv", "forecast.csv", "manifest.json"])
    let fit = table(files["fit.csv"])
    let quantities = Dictionary(
      uniqueKeysWithValues: (0..<fit.rowCount).map {
        (fit.field(row: $0, column: 0), fit.double(row: $0, column: 1) ?? .nan)
      })
    #expect(quantities["first_year"] == 2000 && quantities["last_year"] == 2009 && quantities["jump_off_year"] == 2009)
    #expect(abs((quantities["drift"] ?? 0) + 2.02) < 1e-9)
    #expect(abs((quantities["explained_share_male"] ?? 0) - 1) < 1e-9)
    let coefficients = table(files["coefficients.csv"])
    #expect(coefficients.header == ["sex", "age", "ax_mean", "ax_jump_off", "bx"])
    #expect(coefficients.rowCount == 202)
    for row in 0..<coefficients.rowCount {
      #expect(abs((coefficients.double(row: row, column: 4) ?? 0) - 1.0 / 101) < 1e-12)
    }
    #expect(table(files["forecast.csv"]).rowCount > 0)
    let index = table(files["index.csv"])
    #expect(index.header == ["year", "kt"])
    #expect(index.rowCount == 10)
  }

  @Test func yearsOutsideTheFileAreReported() throws {
    try program.write(rates(2000...2005), to: "rates.csv")
    let wrong = [
      (["--from", "2030", "--jump-off", "2003"], "2030"), (["--to", "1990"], "1990"),
      (["--from", "2004", "--to", "2002"], "3"), (["--jump-off", "2006"], "2006"),
    ]
    for (years, said) in wrong {
      let outcome = try program.run(["calibrate", "mortality", "rates.csv", "--out", "fit"] + years)
      #expect(outcome.status == 65, "\(years)")
      let place = years.count == 4 && years[0] == "--from" && years[2] == "--to" ? "rates.csv" : years[0]
      #expect(outcome.complaints.hasPrefix("\(place):"), "\(years)")
      #expect(outcome.complaints.contains(said), "\(years)")
    }
  }

  @Test func gapInTheRatesIsReported() throws {
    let lines = rates(2000...2003).split(separator: "\n").filter { !$0.hasPrefix("male,50,2002") }
    try program.write(lines.joined(separator: "\n"), to: "rates.csv")
    let outcome = try program.run("calibrate", "mortality", "rates.csv", "--out", "fit")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("male") && outcome.complaints.contains("2002"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("fit").path))
  }

  private func table(_ data: Data?) -> CSVDocument { CSVReader.read([UInt8](data ?? Data())).document }
}
