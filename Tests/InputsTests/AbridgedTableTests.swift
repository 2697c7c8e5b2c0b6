import Domain
import Foundation
import Inputs
import Population
import Testing

/// Tables of age groups, as yearbooks print them, and fits of one sex alone.
struct AbridgedTableTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let firsts = [0, 1] + Array(stride(from: 5, through: 85, by: 5))

  private func lines(_ rows: [(age: String, mx: Double)]) throws -> [String] {
    let text = "sex,age,year,mx\n" + rows.map { "female,\($0.age),2020,\($0.mx)\n" }.joined()
    let file = try scratch.write("mx.csv", text)
    return (diagnostics { try LifeTables(file: file) } ?? []).map { $0.line(without: scratch.path) }
  }

  private func tables(_ rows: [(age: String, mx: Double)]) throws -> LifeTable {
    let text = "sex,age,year,mx\n" + rows.map { "female,\($0.age),2020,\($0.mx)\n" }.joined()
    return try LifeTables(file: try scratch.write("mx.csv", text)).entries[0].table
  }

  /// Death rates that rise with age, as those of people do.
  private func mx(_ age: Int) -> Double { age == 0 ? 0.004 : 0.0001 + 0.00004 * Double(age) * Double(age) / 50 }

  @Test func anAbridgedTableByFirstAgesOrInFullIsTheSame() throws {
    let plain = try tables(firsts.map { ("\($0)", mx($0)) })
    #expect(plain.ages == firsts)
    let full = try tables(
      firsts.map { age in
        let last = age == 1 ? 4 : age + 4
        return (age == 0 ? "0岁" : age == 85 ? "85岁及以上" : "\(age)-\(last)", mx(age))
      })
    #expect(full == plain)
    // a(0) and a of 1–4 from m(0) = 0.004, 2.5 beyond.
    #expect(abs(plain.ax[0] - (0.14903 - 2.05527 * 0.004)) < 1e-12)
    #expect(abs(plain.ax[1] - (1.522 - 1.518 * 0.004)) < 1e-12)
    #expect(plain.ax[2] == 2.5 && plain.sx.isEmpty)
  }

  @Test func aConstantForceOfMortalityGivesItsReciprocal() throws {
    // With m = 0.02 at all ages e(5) is 50 but for what mid-interval deaths make of it.
    let table = try tables(firsts.map { ("\($0)", 0.02) })
    #expect(abs(table.ex[2] - 50) < 0.05)
  }

  @Test(arguments: [
    ("0,1,5,10,20", "only the first ages of five-year groups"), ("0,5,10,15,20,25", "only the first ages"),
    ("0,1-4,5-9,15-19", "rows are missing: sex = female, year = 2020, age = 10"),
    ("0,1-5,5-9,10+", "the ages '1–5' reach into the next group, which begins at 5"),
  ]) func otherGroupsAreNamed(ages: String, words: String) throws {
    let found = try lines(ages.split(separator: ",").map { (String($0), 0.01) })
    #expect(found.count == 1 && found[0].contains(words), "\(found)")
  }

  @Test func aFitOfOneSexIsThatOfItsRates() throws {
    func text(_ sexes: [String]) -> String {
      var text = "sex,age,year,mx\n"
      for sex in sexes {
        for year in 2010...2016 {
          for age in 0...100 {
            let fall = exp(-0.01 * Double(year - 2010) * (1 + 0.2 * sin(Double(age + year))))
            text += "\(sex),\(age),\(year),\((mx(age) + 0.0001) * fall)\n"
          }
        }
      }
      return text
    }
    let one = try MortalityTable(file: try scratch.write("one.csv", text(["male"])))
      .fitLeeCarter(from: nil, to: nil, jumpOff: nil)
    let both = try MortalityTable(file: try scratch.write("both.csv", text(["female", "male"])))
      .fitLeeCarter(from: nil, to: nil, jumpOff: nil)
    #expect(one.sexes == [.male] && both.sexes == [.female, .male])
    #expect(one.model.a.count == 1 && one.level.count == 1 && one.forecast[.fitted]?.first?.count == 1)
    // Both sexes have the same rates here, so that their common factor is that of one.
    #expect(zip(one.model.k, both.model.k).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(abs((one.forecast[.fitted]?[9][0] ?? 0) - (both.forecast[.fitted]?[9][1] ?? 1)) < 1e-9)
  }

  @Test func groupsOfAgesAreNoSingleAges() throws {
    let rows = firsts.map { "female,\($0)-\($0 + 4),2020,0.01\n" }.joined()
    let file = try scratch.write("mx.csv", "sex,age,year,mx\n" + rows)
    #expect(diagnostics { try MortalityTable(file: file) }?.map(\.problem.id) == ["five-year-ages"])
  }
}
