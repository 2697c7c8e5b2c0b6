import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// What is too large or too deep is said at once, before it fills the memory.
struct LimitsTests {
  /// The head lines in English for a scenario of this text, three lines further down.
  private func lines(_ text: String, set changes: [String] = []) throws -> [String] {
    let scratch = try Scratch()
    let found = try #require(diagnostics { try scratch.load(text, set: changes) })
    for diagnostic in found { #expect(!diagnostic.message(.zh).isEmpty) }
    return found.map { $0.line(without: scratch.path) }
  }

  @Test func aliasesOfAliasesAreCountedBeforeTheyAreWrittenOut() throws {
    let levels = (1..<30).map { level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      return "a\(level): &a\(level) [\(aliases)]\n"
    }
    let found = try lines("a0: &a0 [x, x]\n" + levels.joined())
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("scenario.yaml:7:"))
    #expect(found[0].hasSuffix("error: more than 200000 values once every alias is written out"))
  }

  @Test func aLongTextIsNotRepeatedByAliases() throws {
    let text = "x: &a \"\(String(repeating: "y", count: 1_000_000))\"\n"
    let found = try lines(text + "set: [\(Array(repeating: "*a", count: 6).joined(separator: ", "))]\n")
    #expect(found == ["scenario.yaml:3:19: error: larger than 5 MB; it is not read"])
  }

  @Test func aChainOfAliasesIsAsDeepAsWhatItWritesOut() throws {
    let chain = (1..<100_000).map { "- &a\($0) [*a\($0 - 1)]\n" }
    #expect(
      try lines("set:\n- &a0 [x]\n" + chain.joined()) == [
        "scenario.yaml:65:9: error: nested more than 64 levels deep"
      ])
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: "]) func nestingHasALimit(opening: String) throws {
    for count in [100, 2_000, 100_000] {
      let found = try lines("set:\n  \(String(repeating: opening, count: count))x\n")
      #expect(found.count == 1)
      // A key that is itself a mapping is refused before it is deep.
      let problem = ["{", "? "].contains(opening) ? "expected a single value, found '{…}'" : "nested more than 64"
      let isSaid = found[0].contains(problem) || found[0].contains("nested more than 64")
      #expect(isSaid, "\(found[0])")
    }
  }

  @Test func sixtyLevelsAreRead() throws {
    let text = "title: \(String(repeating: "[", count: 60))\(String(repeating: "]", count: 60))\n"
    #expect(try lines(text) == ["scenario.yaml:2:8: error: expected keys with values, found '[…]'"])
  }

  @Test(arguments: ["? [1, 2]\n: 3\n", "x: &a [1]\n? *a\n: 3\n"]) func aKeyIsPlain(text: String) throws {
    let found = try lines(text)
    #expect(found.count == 1 && found[0].contains("error: expected a single value, found '"), "\(found)")
  }

  @Test func aControlCharacterIsFoundInItsPlace() throws {
    #expect(
      try lines("set:\n  x: \0\n") == ["scenario.yaml:3:6: error: YAML syntax: control characters are not allowed"])
  }

  @Test func theFirstHundredProblemsAreEnough() throws {
    let keys = (0..<20_000).map { "  care.beds.convrt\($0): 1\n" }
    let found = try lines("set:\n" + keys.joined())
    #expect(found.count == 101)
    #expect(found.last == "scenario.yaml:103:3: error: 100 problems in this file; the rest are left out")
  }

  @Test func aLineNoScreenHoldsIsNotQuoted() throws {
    let keys = (0..<50).map { "care.beds.convrt\($0): 1" }.joined(separator: ", ")
    let scratch = try Scratch()
    let found = try #require(diagnostics { try scratch.load("set: {\(keys)}\n") })
    #expect(found.count == 50 && found.allSatisfy { $0.passage.line == nil })
  }

  @Test func anAddressHasALength() throws {
    let found = try lines("", set: ["care.beds.convert=" + String(repeating: "9", count: 1_000)])
    #expect(found == ["--set[1]: error: an address of more than 1000 characters"])
  }

  @Test(arguments: ["2026-+7-01", "+202", "-202"]) func aYearHasNoSign(date: String) throws {
    let found = try lines("", set: ["care.beds.convert@\(date)=9 张"])
    #expect(found == ["--set[1]:1:19: error: '\(date)' is not a year or a date; expected 2026 or 2026-07-01"])
  }

  @Test func changesHaveANumber() throws {
    let found = try lines("", set: Array(repeating: "care.beds.convert=9 张", count: 1_001))
    #expect(found == ["--set: error: more than 1000 changes; write them into a scenario file"])
  }

  @Test(arguments: [Int.max, Int.min, 0, 10_000]) func aYearOnTheCommandLineCanBeMeant(year: Int) throws {
    let scratch = try Scratch()
    let found = try #require(
      diagnostics { try scratch.load("", set: ["care.beds.convert=9 张"], knownUntil: year) })
    #expect(found.map(\.problem) == [.impossibleYear(year, nearest: nil)])
    let projection = try #require(diagnostics { try LoadedScenario.projection(of: Folder.tinytown, to: year) })
    let isEarly = year < 2020
    #expect(
      projection.map(\.problem) == [
        isEarly ? .horizonBeforeBase(year: year, base: 2020) : .impossibleYear(year, nearest: nil)
      ])
  }

  @Test(arguments: ["", "+", "++"]) func aSpecificationNamesAFile(specification: String) throws {
    let found = try #require(diagnostics { try Plan(LoadedScenario(ScenarioRequest(specification))) })
    #expect(found.map { $0.message(.en) } == ["'\(specification)': error: no such file, or it cannot be read"])
  }

  // MARK: - Files

  /// A copy of the invented city where one file has this many bytes, none of them on the disk.
  private func town(_ file: String, bytes: Int) throws -> [String] {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    #expect(truncate("\(town)/\(file)", bytes) == 0)
    return try #require(diagnostics { try Dataset(directory: town) }).map { $0.line(without: town) }
  }

  @Test(arguments: ["datapackage.json", "parameters/care.yaml"]) func aTextHasASize(file: String) throws {
    #expect(try town(file, bytes: 5_000_001) == ["\(file): error: larger than 5 MB; it is not read"])
  }

  @Test func aTableHasASize() throws {
    let file = "tables/population.csv"
    #expect(try town(file, bytes: 500_000_001) == ["\(file): error: larger than 500 MB; it is not read"])
  }

  @Test func aDeviceHasNoSizeAndStillALimit() throws {
    let found = diagnostics { try LoadedScenario(ScenarioRequest("/dev/zero")) }
    #expect(found?.map { $0.message(.en) } == ["/dev/zero: error: not a regular file, but a pipe or a device"])
  }

  @Test(arguments: [("districts", 500), ("programmes", 10_000), ("targets", 10_000)])
  func aTableOfNamesHasItsRows(table: String, most: Int) throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let file = "tables/\(table).csv"
    let text = try String(contentsOfFile: "\(town)/\(file)", encoding: .utf8)
    let row = try #require(text.split(separator: "\n").last)
    try scratch.write("tinytown/\(file)", text + String(repeating: "\(row)\n", count: most))
    let found = try #require(diagnostics { try Dataset(directory: town) })
    #expect(found.map { $0.line(without: town) }.contains("\(file): error: more than \(most) rows"))
  }

  @Test func aListOfSourcesTooLargeIsSaid() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    #expect(truncate("\(town)/SOURCES.md", 5_000_001) == 0)
    let found = PackageCheck(town).problems.map { $0.line(without: town) }
    #expect(found == ["SOURCES.md: error: larger than 5 MB; it is not read"])
  }

  // MARK: - A scenario from its text

  @Test func aScenarioIsReadFromItsTextWithoutFiles() throws {
    let town = try Dataset(directory: Folder.tinytown)
    let text =
      "extends: nowhere.yaml\ndataset: nowhere\nhorizon: {from: 2020, to: 2030}\nset: {care.beds.convert: 1 张}\n"
    let loaded = try LoadedScenario(text: text, named: "text", changes: ["members.seed=7"], of: town)
    #expect(loaded.scenario.seed == 7)
    #expect(loaded.scenario.overrides.map(\.origin.file) == ["text"])
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    let scratch = try Scratch()
    let pipe = "\(scratch.path)/pipe.yaml"
    #expect(mkfifo(pipe, 0o600) == 0)
    let found = diagnostics { try LoadedScenario(ScenarioRequest(pipe)) }
    #expect(found?.map { $0.message(.en) } == ["\(pipe): error: not a regular file, but a pipe or a device"])
  }

  @Test func filesThatExtendOneAnotherAreCounted() throws {
    let scratch = try Scratch()
    for level in 0..<17 { try scratch.write("s\(level).yaml", "extends: s\(level + 1).yaml\n") }
    let found = diagnostics { try LoadedScenario(ScenarioRequest("\(scratch.path)/s0.yaml")) }
    #expect(
      found?.map { $0.line(without: scratch.path) } == ["s15.yaml:1:10: error: more than 16 files extend one another"])
  }

  @Test(arguments: ["a/b", ".hidden", "tab\there", "turned\u{202E}", "星*", String(repeating: "名", count: 81)])
  func aNameThatIsNoFoldersIsRefused(name: String) throws {
    let found = try lines("name: \"\(name)\"\n")
    #expect(found.count == 1 && found[0].contains("cannot be a name"))
  }
}
