import Domain
import Formulas
import Foundation
import Inputs
import Reports
import Simulation
import Testing

struct ScenarioLoaderTests {
  /// A scenario that names the invented city.
  private func write(_ scratch: Scratch, _ name: String, _ text: String) throws -> String {
    try scratch.write(name, "dataset: \(Folder.tinytown)\nhorizon: {from: 2020, to: 2030}\n" + text)
  }

  @Test func filesJoinedByPlusLieOverEachOther() throws {
    let scratch = try Scratch()
    let a = try write(scratch, "a.yaml", "name: a\ntitle: 甲\nset: {care.beds.convert: {2026: 1 张}}\n")
    let b = try scratch.write(
      "b.yaml", "name: b\nhorizon: {from: 2021, to: 2033}\nset: {care.beds.convert: {2026: 2 张}}\n")
    let loaded = try LoadedScenario(ScenarioRequest("\(a)+\(b)"))
    #expect(loaded.files.map(\.path) == [a, b])
    #expect(loaded.scenario.name == "a+b")
    // One without a title goes by its name.
    #expect(loaded.scenario.title?.zh == "甲 + b")
    #expect(loaded.scenario.horizon == 2021...2033)
    #expect(
      loaded.scenario.overrides.map(\.origin) == [
        Origin(file: a, line: 5, column: 7), Origin(file: b, line: 3, column: 7),
      ])
    #expect(
      loaded.scenario.overrides.last?.change == .points([Override.Point(from: Day(firstOf: 2026), value: 2)]))
  }

  /// The word that makes two years a ramp is a word of its own, and no other one misspelt.
  @Test func twoYearsAndBetweenMakeARamp() throws {
    let scratch = try Scratch()
    let file = try write(
      scratch, "ramp.yaml", "name: ramp\nset:\n  benefits.takeup: {2026: 26%, 2030: 30%, between: linear}\n")
    let points = [(2026, 0.26), (2030, 0.3)].map { Override.Point(from: Day(firstOf: $0.0), value: $0.1) }
    let changes = try LoadedScenario(ScenarioRequest(file)).scenario.overrides.map(\.change)
    #expect(changes == [.points(points, between: .linear)])
  }

  @Test func aFileCarriesAlongWhatItExtends() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: "\(scratch.path)/base", withIntermediateDirectories: true)
    _ = try scratch.tinytown()
    try scratch.write(
      "base/base.yaml",
      "name: base\ntitle: 基准\ndataset: ../tinytown\nhorizon: {from: 2020, to: 2028}\nmembers: {seed: 5}\n")
    let reform = try scratch.write(
      "reform.yaml", "name: reform\nextends: base/base.yaml\nset: {care.beds.convert: 3 张}\n")
    let loaded = try LoadedScenario(ScenarioRequest(reform))
    #expect(loaded.files.map(\.path) == ["\(scratch.path)/base/base.yaml", reform])
    #expect(loaded.dataset.directory == "\(scratch.path)/tinytown")
    #expect(loaded.scenario.horizon == 2020...2028)
    #expect(loaded.scenario.seed == 5)
    #expect(loaded.scenario.name == "reform")
    #expect(loaded.scenario.title == nil)
  }

  @Test func aFileExtendedTwiceCountsOnce() throws {
    let scratch = try Scratch()
    let base = try write(scratch, "base.yaml", "set: {care.workers.exit_rate: {from: 2026, add: 1%}}\n")
    let a = try scratch.write("a.yaml", "extends: base.yaml\n")
    let b = try scratch.write("b.yaml", "extends: base.yaml\n")
    let loaded = try LoadedScenario(ScenarioRequest("\(a)+\(b)"))
    #expect(loaded.files.map(\.path) == [base, a, b])
    #expect(loaded.scenario.overrides.count == 1)
  }

  @Test func aFileIsTheSameHoweverItsPathIsWritten() throws {
    let scratch = try Scratch()
    let a = try write(scratch, "a.yaml", "name: a\nset: {care.workers.exit_rate: {from: 2026, add: 1%}}\n")
    let loaded = try LoadedScenario(ScenarioRequest("\(a)+\(scratch.path)/./a.yaml"))
    #expect(loaded.files.map(\.path) == [a])
    #expect(loaded.scenario.name == "a")
    #expect(loaded.scenario.overrides.count == 1)
    let b = try scratch.write("b.yaml", "extends: ./a.yaml\ntitle: 乙\n")
    let both = try LoadedScenario(ScenarioRequest("\(scratch.path)/./a.yaml+\(b)"))
    #expect(both.files.count == 2)
    #expect(both.scenario.name == "a+b")
  }

  @Test func aScenarioWithoutANameTakesItsFiles() throws {
    let scratch = try Scratch()
    let more = try write(scratch, "more-beds.yaml", "")
    let fewer = try scratch.write("fewer.beds.yaml", "extends: more-beds.yaml\n")
    #expect(try LoadedScenario(ScenarioRequest(more)).scenario.name == "more-beds")
    #expect(try LoadedScenario(ScenarioRequest(fewer)).scenario.name == "fewer.beds")
    #expect(try LoadedScenario(ScenarioRequest("\(more)+\(fewer)")).scenario.name == "more-beds+fewer.beds")
  }

  @Test func aMissingDatasetIsReportedWhereItIsNamed() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.yaml", "horizon: {from: 2020, to: 2030}\ndataset: towns/tinytwon\n")
    let found = try #require(diagnostics { try Plan(LoadedScenario(ScenarioRequest(file))) })
    #expect(found.map { "\($0.position)" } == ["\(file):2:10"])
    #expect(found.map(\.problem) == [.folderNotFound(path: "towns/tinytwon")])
    #expect(diagnostics { try Plan(LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown))) } == nil)
  }

  @Test func misspeltWordsOfAChangeAreRecognised() throws {
    let scratch = try Scratch()
    let text = "set:\n  care.beds.build: {distrcts: {西县: 3 张}}\n  care.workers.exit_rate: {form: 2026, ad: 1%}\n"
    let found = try #require(diagnostics { try scratch.load(text) })
    #expect(found.map(\.problem.suggestion) == ["districts", "from"])
  }

  @Test func theInformationDateIsTheNewestPublishedYearUnlessGiven() throws {
    let scratch = try Scratch()
    #expect(try scratch.load("").plan.knownUntil == 2022)
    #expect(try scratch.load("known_until: 2021\n").plan.knownUntil == 2021)
    #expect(try scratch.load("known_until: 2021\n", knownUntil: 2020).plan.knownUntil == 2020)
  }

  @Test func anEarlierInformationDateHidesLaterValuesAndMovesStandingOnes() throws {
    let plan = try Scratch().load("known_until: 2021\nset: {care.beds.convert: 3 张}\n").plan
    #expect(plan.observations.newestYear == 2021)
    let city = plan.parameters.all.first { $0.parameter.path == "care.beds.convert" }?.city
    #expect(city?.value(in: 2022).first == 3)
    #expect(city?.value(in: 2021).first != 3)
  }

  @Test func aStandingValueOfWhatCountsOnceHoldsInTheBaseYear() throws {
    let overrides = try Scratch().load("set: {care.beds.opening: 900 张}\n").scenario.overrides
    #expect(overrides.map(\.change) == [.points([Override.Point(from: Day(firstOf: 2020), value: 900)])])
  }

  @Test func theCommandLinesDatasetWins() throws {
    let scratch = try Scratch()
    let copy = try scratch.tinytown()
    let file = try write(scratch, "a.yaml", "")
    #expect(try LoadedScenario(ScenarioRequest(file)).dataset.directory == Folder.tinytown)
    #expect(try LoadedScenario(ScenarioRequest(file, dataset: copy)).dataset.directory == copy)
    let bare = try scratch.write("b.yaml", "horizon: {from: 2020, to: 2030}\n")
    #expect(try LoadedScenario(ScenarioRequest(bare, installedDataset: copy)).dataset.directory == copy)
  }

  @Test func windowsFilesReadTheSame() throws {
    let scratch = try Scratch()
    let text = "\u{FEFF}set:\r\n  care.beds.convert: 3 张\r\n  care.beds.convrt: 3 张\r\n"
    let file = try scratch.write("a.yaml", text)
    let found = diagnostics { try Plan(LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown))) }
    #expect(found?.last?.position.line == 3)
    #expect(found?.last?.passage.line == "  care.beds.convrt: 3 张")
  }

  @Test func everyCityOfTheRepositoryLoadsForAnyInformationDate() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.yaml", "horizon: {from: 2020, to: 2035}\n")
    for city in [Folder.tinytown, Folder.hangzhou] {
      let newest = try Dataset(directory: city).city.newestKnowledge
      #expect(newest >= 2022)
      for year in 2020...newest {
        let request = ScenarioRequest(file, dataset: city, knownUntil: year)
        #expect(diagnostics { try Plan(LoadedScenario(request)) } == nil, "\(city), known until \(year)")
      }
      let later = ScenarioRequest(file, dataset: city, knownUntil: newest + 1)
      #expect(
        diagnostics { try Plan(LoadedScenario(later)) }?.map(\.problem) == [
          .knownTooLate(year: newest + 1, newest: newest)
        ])
    }
  }

  @Test func aMissingFileIsReportedByItsName() {
    #expect(
      diagnostics { try Plan(LoadedScenario(ScenarioRequest("nowhere.yaml"))) } == [
        Diagnostic(ofFile: "nowhere.yaml", .fileNotFound)
      ])
  }
}
