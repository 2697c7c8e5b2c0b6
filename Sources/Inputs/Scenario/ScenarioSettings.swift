import Domain
import Formulas
import Simulation

/// The keys of a scenario that are not changes of parameters, the highest layer winning.
struct ScenarioSettings {
  let name: String
  let title: Label?
  let dataset: String
  let from: PlacedYear?
  let to: PlacedYear?
  let knownUntil: PlacedYear?
  let seed: UInt64
  let draws: Int
  /// Changes of parameters from the command line.
  let changes: [Address]
  /// What is wrong with the settings themselves.
  let diagnostics: [Diagnostic]

  /// - Throws: ``InputError`` only when no dataset is named or there, without which nothing else can be read.
  init(_ layers: [ScenarioFile], _ request: ScenarioRequest) throws(InputError) {
    var draft = Draft(request)
    for layer in layers { draft.read(layer) }
    guard request.changes.count <= Limits.changes else {
      throw InputError(ofFile: "--set", .tooManyChanges(limit: Limits.changes))
    }
    for (index, text) in request.changes.enumerated() {
      do {
        draft.read(try Address(text, index: index + 1))
      } catch {
        draft.diagnostics += error.diagnostics
      }
    }
    for option in request.options {
      do { draft.read(try Address(option)) } catch { draft.diagnostics += error.diagnostics }
    }
    let main = layers[layers.count - 1]
    if draft.names.count > 1, !isFileName(draft.names.joined(separator: "+")) {
      draft.diagnostics.append(Diagnostic(ofFile: main.path, .notAName(text: draft.names.joined(separator: "+"))))
    }
    draft.finish(at: main)
    diagnostics = draft.diagnostics + layers.flatMap(\.diagnostics)
    guard let dataset = draft.dataset, !draft.isDatasetMissing else { throw InputError(diagnostics) }
    name = draft.names.joined(separator: "+")
    title = ScenarioSettings.title(of: draft.names, draft.titles)
    self.dataset = dataset
    from = draft.from
    to = draft.to
    knownUntil = draft.knownUntil
    seed = request.seed ?? draft.seed
    draws = draft.draws?.count ?? 0
    changes = draft.changes
  }

  /// Addresses on the command line that are no parameters.
  static let undated = ["horizon.from", "horizon.to", "members.draws", "members.seed"]
  /// What begins a setting's address, and no parameter's.
  static let settings = ["horizon", "members", "known_until", "name", "title", "dataset", "extends"]

  /// The years asked for, where they make a stretch.
  var horizon: ClosedRange<Year>? {
    guard let from, let to, from.year <= to.year else { return nil }
    return from.year...to.year
  }
}

/// Settings while the layers are read.
private struct Draft {
  var names: [String] = []
  /// Of the files composed, in their order; nil for one without.
  var titles: [Label?] = []
  var dataset: String?
  /// What is said when the dataset that a scenario names is not there.
  var noDataset: Diagnostic?
  var from: ScenarioSettings.PlacedYear?
  var to: ScenarioSettings.PlacedYear?
  var knownUntil: ScenarioSettings.PlacedYear?
  var seed: UInt64 = 0
  var draws: (count: Int, place: Passage)?
  /// Whether the folder that a scenario names is not there.
  var isDatasetMissing = false
  var changes: [Address] = []
  var diagnostics: [Diagnostic] = []
  /// The years of the horizon that some layer gives, readable or not.
  private var given: Set<String> = []
  /// The end of the horizon that the topmost layer changes.
  private var newestKey = ""
  /// Where the command line sets what first.
  private var set: [String: String] = [:]
  private static let horizonKeys = ["horizon.from", "horizon.to"]
  private let request: ScenarioRequest
  private let composed: [String]

  init(_ request: ScenarioRequest) {
    self.request = request
    composed = ScenarioFile.parts(of: request.specification).map {
      ScenarioFile.place(request.shipped.path($0, .scenario))
    }
  }

  mutating func read(_ file: ScenarioFile) {
    var reader = ValueReader(file.document)
    // A file that extends another is not that other one: name and title stay behind.
    let isNamed = composed.contains(file.place)
    let name = file.value(of: "name").flatMap { reader.fileName($0) }
    if file.value(of: "name") == nil, isNamed, !isFileName(file.stem) {
      diagnostics.append(Diagnostic(ofFile: file.path, .notAName(text: file.stem)))
    }
    if isNamed { names.append(name ?? file.stem) }
    let title = file.value(of: "title").flatMap { reader.label($0) }
    if isNamed { titles.append(title) }
    if let value = file.value(of: "dataset"), value.text ?? "" == "" {
      reader.report(.expected(.text, found: value.summary), at: value)
      (dataset, isDatasetMissing) = ("", true)
    } else if let value = file.value(of: "dataset"), let path = reader.text(value) {
      let folder = request.shipped.path(path, .dataset, beside: file.path)
      dataset = folder
      noDataset = file.document.diagnostic(.folderNotFound(path: path), at: value)
    }
    if let value = file.value(of: "known_until") { knownUntil = placed(value, &reader) }
    if let value = file.value(of: "horizon") {
      let pairs = reader.pairs(value)
      reader.checkKeys(pairs ?? [], allowed: ["from", "to"])
      for (key, value) in pairs ?? [] { setYear("horizon.\(key.text ?? "")", value, &reader) }
      // Within a file the last year is the one out of order, however they are written.
      if pairs?.value(of: "to") != nil { newestKey = "horizon.to" }
      if pairs == nil { given.formUnion(Draft.horizonKeys) }
    }
    if let value = file.value(of: "members"), let pairs = reader.pairs(value) {
      reader.checkKeys(
        pairs.filter { $0.value.text != "" || Int($0.key.text ?? "") == nil }, allowed: ["draws", "seed"])
      for (key, value) in reader.wholeNumbers(pairs) { setMember("members.\(key.text ?? "")", value, &reader) }
    }
    diagnostics += reader.diagnostics
  }

  /// Takes a setting from the command line, or keeps a change of a parameter for later.
  mutating func read(_ address: Address) {
    var reader = ValueReader(address.document)
    if let year = address.year, ScenarioSettings.undated.contains(address.path.text ?? "") {
      reader.report(.undatedSetting(path: address.path.text ?? ""), at: year)
    }
    let path = address.path.text ?? ""
    if ScenarioSettings.undated.contains(path), let first = set[path] {
      reader.report(.repeatedSetting(address: path, first: first), at: address.path)
    }
    set[path] = set[path] ?? address.document.file
    switch address.path.text {
    case "horizon.from", "horizon.to": setYear(address.path.text ?? "", address.value, &reader)
    case "members.draws", "members.seed": setMember(address.path.text ?? "", address.value, &reader)
    case let path? where ScenarioSettings.settings.contains(String(path.prefix { $0 != "." })):
      let near = nearestName(to: path, in: ScenarioSettings.undated)
      reader.report(.unknownSetting(name: path, nearest: near, known: ScenarioSettings.undated), at: address.path)
    default: changes.append(address)
    }
    diagnostics += reader.diagnostics
  }

  mutating func finish(at file: ScenarioFile) {
    if let dataset = request.dataset {
      self.dataset = request.shipped.path(dataset, .dataset)
      noDataset = nil
    }
    if let noDataset, let dataset, !isDatasetMissing, !isFolder(dataset) {
      diagnostics.append(noDataset)
      isDatasetMissing = true
    }
    dataset = dataset ?? request.installedDataset
    if let year = request.knownUntil {
      let place = Passage(argument: "\(year)", of: "--known-until")
      if Limits.plausibleYears.contains(year) {
        knownUntil = ScenarioSettings.PlacedYear(year: year, place: place)
      } else {
        diagnostics.append(Diagnostic(at: place, .impossibleYear(year, nearest: nearestYear(to: year))))
      }
    }
    if let count = request.draws { draws = (count, Passage(argument: "\(count)", of: "--draws")) }
    func missing(_ problem: Problem) { diagnostics.append(Diagnostic(ofFile: file.path, problem)) }
    if dataset == nil { missing(.noDataset) }
    for key in Draft.horizonKeys where !given.contains(key) { missing(.missingKey(name: key)) }
    if let from, let to {
      let newest = newestKey == "horizon.from" ? from.place : to.place
      if from.year > to.year { diagnostics.append(Diagnostic(at: newest, .emptyHorizon(from: from.year, to: to.year))) }
      if to.year - from.year > Limits.horizon {
        diagnostics.append(Diagnostic(at: newest, .horizonTooLong(limit: Limits.horizon)))
      }
    }
    if let draws, draws.count > Limits.draws {
      diagnostics.append(Diagnostic(at: draws.place, .tooManyDraws(limit: Limits.draws)))
    }
  }

  private func placed(_ value: YAMLValue, _ reader: inout ValueReader) -> ScenarioSettings.PlacedYear? {
    reader.year(value).map {
      ScenarioSettings.PlacedYear(year: $0, place: reader.document.passage(of: value))
    }
  }

  private mutating func setYear(_ key: String, _ value: YAMLValue, _ reader: inout ValueReader) {
    given.insert(key)
    guard let year = placed(value, &reader) else { return }
    newestKey = key
    if key == "horizon.from" { from = year }
    if key == "horizon.to" { to = year }
  }

  private mutating func setMember(_ key: String, _ value: YAMLValue, _ reader: inout ValueReader) {
    guard let text = value.text, !text.hasPrefix("+"), let number = UInt64(text) else {
      let most = key == "members.draws" ? "\(Limits.draws)" : "\(UInt64.max)"
      reader.report(.notAWholeNumber(text: value.summary, high: most), at: value)
      return
    }
    if key == "members.seed" { seed = number }
    if key == "members.draws" {
      draws = (Int(clamping: number), reader.document.passage(of: value))
    }
  }
}
