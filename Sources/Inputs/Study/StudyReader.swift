import Domain
import Formulas
import Simulation
import Studies

/// Reads what a study file says, collecting what is wrong.
struct StudyReader {
  let file: StudyFile
  let scenario: LoadedScenario
  let standardInput: (() -> [UInt8])?
  var reader: ValueReader
  var changes: OverrideReader
  private var selectors: OutcomeSelectors
  /// What was read besides.
  var tables: [InputFile] = []
  /// Of tables.
  var otherDiagnostics: [Diagnostic] = []

  var city: City { scenario.dataset.city }

  init(_ file: StudyFile, _ scenario: LoadedScenario, _ standardInput: (() -> [UInt8])?) {
    self.file = file
    self.scenario = scenario
    self.standardInput = standardInput
    let city = scenario.dataset.city
    let model = city.model
    reader = ValueReader(file.document)
    changes = OverrideReader(
      file.document, model: model, labels: city.allValues.mapValues(\.label), areas: city.areas,
      baseYear: city.baseYear)
    selectors = OutcomeSelectors(file.document, model, city.areas, scenario.scenario.horizon)
  }

  /// - Throws: ``InputError`` with everything found wrong.
  mutating func read() throws(InputError) -> Study {
    let name = file.value(of: "name").map { reader.fileName($0) } ?? file.stem
    if file.value(of: "name") == nil, !isFileName(file.stem) {
      reader.report(.notAName(text: file.stem), at: file.key("scenario"))
    }
    let title = file.value(of: "title").flatMap { reader.label($0) }
    let worlds = file.value(of: "worlds").flatMap { self.worlds($0) } ?? .central
    let wanted = file.value(of: "outcomes").map { outcomes($0, worlds) } ?? []
    let space = space(in: worlds)
    let all =
      file.diagnostics + reader.diagnostics + changes.diagnostics + selectors.diagnostics + otherDiagnostics
    guard all.isEmpty, let space, let name else { throw InputError(all) }
    return Study(
      name: name, title: title, axes: space.axes, worlds: worlds, wanted: wanted, design: space.design)
  }

  private mutating func worlds(_ value: YAMLValue) -> Study.Worlds? {
    let words = value.text?.split(separator: " ").map(String.init) ?? []
    if words == ["central"] { return .central }
    guard words.count == 2, ["common", "own", "chance"].contains(words[0]), let draws = Int(words[1]) else {
      reader.report(.badWorlds(text: value.summary), at: value)
      return nil
    }
    let most = words[0] == "chance" ? Limits.chanceWorlds : Limits.commonWorlds
    guard (1...most).contains(draws) else {
      reader.report(.outOfRange(text: words[1], low: "1", high: "\(most)"), at: value)
      return nil
    }
    switch words[0] {
    case "own": return .own(draws)
    case "chance": return .chance(draws)
    default: return .common(draws)
    }
  }

  private typealias Wanted = (name: String, outcome: Outcome, statistic: OutcomeStatistic?)

  private mutating func outcomes(_ value: YAMLValue, _ worlds: Study.Worlds) -> [Wanted] {
    guard let items = value.items, !items.isEmpty else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return []
    }
    guard items.count <= Limits.outcomes else {
      reader.report(.tooMany(what: Label(zh: "结果", en: "outcomes"), limit: Limits.outcomes), at: value)
      return []
    }
    var lines: [String: Int] = [:]
    return items.compactMap { item in
      guard let text = item.text, OutcomeSelectors.malformed(text) == nil, !text.contains(",") else {
        reader.report(.badOutcome(text: item.summary), at: item)
        return nil
      }
      if let first = lines[text] { reader.report(.duplicateKey(name: quoted(text), firstLine: first), at: item) }
      lines[text] = lines[text] ?? item.line
      let colon = text.lastIndex(of: ":") ?? text.endIndex
      let outcome = selectors.outcome(text[..<colon], of: item)
      guard colon < text.endIndex else { return outcome.map { (text, $0, nil) } }
      let place = file.document.part(text[text.index(after: colon)...], of: text, at: item)
      guard let statistic = reader.word(place, OutcomeStatistic.self), let outcome else { return nil }
      guard worlds.has(statistic) else {
        reader.report(.statisticWithoutWorlds(statistic: statistic.rawValue), at: place)
        return nil
      }
      return (String(text[..<colon]), outcome, statistic)
    }
  }
}
