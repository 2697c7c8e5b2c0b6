import CSV
import Foundation
import Testing
import WorkbookSupport

/// The workbook that `export xlsx` writes, read and worked out without the library that wrote it.
struct WorkbookTests {
  private let program: Program

  init() throws { program = try Program() }

  private func book(_ name: String) throws -> ReadWorkbook {
    try #require(ReadWorkbook([UInt8](Data(contentsOf: program.folder.appendingPathComponent(name)))))
  }

  private func exported(_ arguments: String..., to name: String = "town.xlsx") throws -> ReadWorkbook {
    let outcome = try program.run(["export", "xlsx"] + arguments + ["--draws", "0", "--out", name])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try book(name)
  }

  private func column(_ place: String) -> String { String(place.prefix { $0.isLetter }) }
  private func row(_ place: String) -> Int { Int(place.drop { $0.isLetter }) ?? 0 }
  private static let years = ["F", "G", "H", "I", "J"]

  /// Yuan by part, district code and column, from the rows of the data.
  private func sums(_ book: ReadWorkbook, _ values: Recalculation) throws -> [String: Double] {
    var sums: [String: Double] = [:]
    let last = try #require(book.cells["预算"]?.keys.map(row).max())
    for row in 2...last {
      let part = book["预算", "K\(row)"]?.value ?? ""
      for column in WorkbookTests.years {
        sums["\(part) \(column)", default: 0] += values.value("预算", "\(column)\(row)")
      }
    }
    return sums
  }

  /// The three sums of the city as the engine has them, under the split of a run.
  private func engine(_ sets: [String], firstYear: Int) throws -> [String: Double]? {
    let names = [
      "fiscal": "fiscal.fiscal_cost", "insurance": "fiscal.insurance_cost", "household": "fiscal.household_cost",
    ]
    let wanted = names.values.sorted().flatMap { name in (0..<5).map { "\(name)@\(firstYear + $0)" } }
    let outcome = try program.run(
      ["run", Program.tinytown, "--draws", "0", "--fund-held", "run", "--only", wanted.joined(separator: ",")]
        + sets.flatMap { ["--set", $0] })
    if outcome.status == 65 { return nil }
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let table = CSVReader.read([UInt8](outcome.output.utf8)).document
    let place = { (name: String) in table.header.firstIndex(of: name) ?? 0 }
    var found: [String: Double] = [:]
    for row in 0..<table.rowCount {
      let part = names.first { $0.value == table.field(row: row, column: place("indicator")) }?.key ?? ""
      let year = Int(table.field(row: row, column: place("year"))) ?? 0
      found["\(part) \(WorkbookTests.years[year - firstYear])"] = table.double(row: row, column: place("central"))
    }
    return found
  }

  @Test func aMovedAssumptionGivesWhatTheEngineSaysUnderTheSplitHeld() throws {
    #expect(try program.run("run", Program.tinytown, "--draws", "0", "--out", "run").status == 0)
    let book = try exported("run")
    let first = try #require(book["假设", "F1"]?.value.flatMap { Int($0) })
    let base = try sums(book, Recalculation(book))
    let delivered = try #require(try engine([], firstYear: first))
    for (key, value) in delivered { #expect(abs(value - (base[key] ?? .nan)) < 0.01, "\(key)") }
    let last = try #require(book.cells["假设"]?.keys.map(row).max())
    #expect(last > 40)
    var compared = 0
    for row in stride(from: 2, through: last, by: 5) {
      let words = ["A", "C", "D"].map { book["假设", "\($0)\(row)"]?.value ?? "" }
      let values = WorkbookTests.years.map { book["假设", "\($0)\(row)"]?.value.flatMap { Double($0) } ?? 0 }
      let moved = values.map { $0 * 1.01 }
      let bare = ["%", "比值", "是否", "人", "张", "个", "岁"].contains(words[2])
      let place = words[1] == book["封面", "B2"]?.value ? "" : "/\(words[1])"
      let sets = moved.enumerated().map { year, value in
        "\(words[0])@\(first + year)\(place)=\(value)\(bare ? "" : " \(words[2])")"
      }
      guard let answer = try engine(sets, firstYear: first) else { continue }
      compared += 1
      let changes = Dictionary(zip(WorkbookTests.years.map { "\($0)\(row)" }, moved)) { first, _ in first }
      let found = try sums(book, Recalculation(book, changes: ["假设": changes]))
      for (key, value) in answer {
        #expect(abs(value - (found[key] ?? .nan)) < 0.01, "\(words[0]) \(words[1]) \(key): \(value) \(found[key] ?? 0)")
      }
    }
    #expect(compared > 5)
  }

  @Test func whatAFormulaSaysItComesToIsWhatItComesTo() throws {
    let book = try exported(Program.tinytown)
    let values = Recalculation(book)
    for sheet in ["计算", "预算", "账户"] {
      for (place, cell) in book.cells[sheet] ?? [:] where cell.formula != nil {
        let (said, found) = (cell.value.flatMap { Double($0) } ?? .nan, values.value(sheet, place))
        #expect(
          said.isNaN == found.isNaN && (said.isNaN || abs(said - found) <= 1e-9 * max(1, abs(said))),
          "\(sheet) \(place)")
      }
    }
  }

  /// A formula with its places said from where it stands.
  private func relative(_ formula: String, at place: String) -> String {
    let own = number(column(place))
    var (result, word, isQuoted) = ("", "", false)
    func flush() {
      let letters = word.drop { $0 == "$" }.prefix { $0.isLetter }
      let rest = word.drop { $0 == "$" }.dropFirst(letters.count)
      let isPlace = (1...2).contains(letters.count) && !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "$" }
      result += isPlace && !word.hasPrefix("$") ? "C[\(number(String(letters)) - own)]R\(rest)" : word
      word = ""
    }
    for character in formula {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isASCII, character.isLetter || character.isNumber || character == "$" {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private func number(_ letters: String) -> Int { letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } }

  @Test func formulasAreShortTheSameAlongARowAndOfOldFunctions() throws {
    try program.write(
      "extends: \(Program.tinytown)\nname: other\nset:\n  benefits.dibao.ratio: {from: 2026, multiply: 1.05}\n",
      to: "other.yaml")
    let book = try exported(Program.tinytown, "other.yaml")
    for cells in try exported(Program.tinytown, "--lang", "en", to: "en.xlsx").cells.values {
      for cell in cells.values { #expect((cell.formula ?? "").count <= 120) }
    }
    let known: Set<String> = [
      "ABS", "CEILING", "COUNT", "IF", "IFERROR", "LN", "MAX", "MIN", "NA", "NORMSDIST", "POWER", "PRODUCT", "ROUND",
      "ROW", "SUM", "SUMIFS", "SUMPRODUCT", "SUMXMY2",
    ]
    for (sheet, cells) in book.cells {
      var rows: [Int: String] = [:]
      for (place, cell) in cells {
        guard let formula = cell.formula else { continue }
        #expect(formula.count <= 120, "\(sheet) \(place)")
        for match in formula.matches(of: try Regex("([A-Z0-9]+)\\(")) {
          let name = String(match.output[1].substring ?? "")
          #expect(known.contains(name), "\(sheet) \(place): \(name)")
        }
        guard WorkbookTests.years.contains(column(place)) else { continue }
        let text = relative(formula, at: place)
        #expect(rows[row(place), default: text] == text, "\(sheet) \(place)")
        rows[row(place)] = text
      }
    }
  }

  @Test func everyCellThatMayBeChangedIsRead() throws {
    let book = try exported(Program.tinytown)
    var inputs: Set<String> = []
    for (sheet, cells) in book.cells {
      for (place, cell) in cells where book.unlocked.indices.contains(cell.style) && book.unlocked[cell.style] {
        #expect(sheet == "假设" && WorkbookTests.years.contains(column(place)), "\(sheet) \(place)")
        inputs.insert(place)
      }
    }
    #expect(inputs.count > 200)
    for sheet in ["计算", "预算"] {
      for cell in (book.cells[sheet] ?? [:]).values {
        for match in (cell.formula ?? "").matches(of: try Regex("假设!([A-Z]+[0-9]+)")) {
          inputs.remove(String(match.output[1].substring ?? ""))
        }
      }
    }
    #expect(inputs.isEmpty, "\(inputs.sorted().prefix(10))")
    #expect(book.names.keys.contains { $0.hasPrefix("fiscal.") })
  }

  @Test func twoExportsAreTheSameAndTextStaysText() throws {
    try program.write(
      "extends: \(Program.tinytown)\nname: odd\ntitle: {zh: '=1+1 <b>', en: '@SUM(A1)'}\n", to: "odd.yaml")
    let first = try exported("odd.yaml", to: "a.xlsx")
    _ = try exported("odd.yaml", to: "b.xlsx")
    let files = try ["a.xlsx", "b.xlsx"].map { try Data(contentsOf: program.folder.appendingPathComponent($0)) }
    #expect(files[0] == files[1])
    let title = try #require(first["封面", "B3"])
    #expect(title.formula == nil && title.isText && title.value == "=1+1 <b> (odd)")
  }

  @Test func aRunWhoseInputsChangedIsRefused() throws {
    try program.write("extends: \(Program.tinytown)\nname: own\n", to: "own.yaml")
    #expect(try program.run("run", "own.yaml", "--draws", "0", "--out", "run").status == 0)
    try program.write("extends: \(Program.tinytown)\nname: own\nhorizon: {from: 2020, to: 2029}\n", to: "own.yaml")
    let outcome = try program.run("export", "xlsx", "run", "--lang", "en", "--out", "own.xlsx")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("these inputs have changed since") && outcome.complaints.contains("own.yaml"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("own.xlsx").path))
  }

  @Test func aFolderWithoutARunHoldsNoFund() throws {
    let outcome = try program.run("run", Program.tinytown, "--fund-held", "nowhere", "--lang", "en", "--out", "out")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("no manifest of a run that allocated the lottery fund"))
  }

  /// Under its own split a run comes to what it came to; its allocation, worked out from shares, is the same to the fen.
  @Test func aRunUnderItsOwnSplitIsTheSame() throws {
    #expect(try program.run("run", Program.tinytown, "--draws", "0", "--out", "free").status == 0)
    let outcome = try program.run("run", Program.tinytown, "--draws", "0", "--fund-held", "free", "--out", "held")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    for name in ["indicators.csv", "budget.csv", "dictionary.csv"] {
      #expect(try program.files("free")[name] == program.files("held")[name], "\(name)")
    }
    let tables = try ["free", "held"].map { folder in
      CSVReader.read([UInt8](try #require(program.files(folder)["allocation.csv"]))).document
    }
    #expect(tables[0].rowCount == tables[1].rowCount && tables[0].rowCount > 0)
    let column = try #require(tables[0].header.firstIndex(of: "amount_yuan"))
    for row in 0..<min(tables[0].rowCount, tables[1].rowCount) {
      let amounts = try tables.map { table in try #require(table.double(row: row, column: column)) }
      #expect(abs(amounts[0] - amounts[1]) < 0.011, "row \(row)")
    }
    let other = try program.run(
      "run", Program.tinytown, "--draws", "0", "--set", "horizon.to=2031", "--fund-held", "free", "--lang", "en")
    #expect(other.status == 65 && other.complaints.contains("--set horizon.to=2030"))
  }
}
