import Domain
import Formulas
import Simulation

/// What a user asks to run: a specification and what the command line adds.
public struct ScenarioRequest: Sendable {
  /// A file, or files composed with `+`.
  public var specification: String
  /// A dataset that replaces the scenario's.
  public var dataset: String?
  /// The dataset used when nothing names one.
  public var installedDataset: String?
  /// Changes as `ADDRESS=VALUE`, laid over the scenario in order.
  public var changes: [String]
  public var draws: Int?
  public var seed: UInt64?
  public var knownUntil: Year?
  /// The language of suggestions.
  public var language: Language

  public init(
    _ specification: String, dataset: String? = nil, installedDataset: String? = nil, changes: [String] = [],
    draws: Int? = nil, seed: UInt64? = nil, knownUntil: Year? = nil, language: Language = .zh
  ) {
    self.specification = specification
    self.dataset = dataset
    self.installedDataset = installedDataset
    self.changes = changes
    self.draws = draws
    self.seed = seed
    self.knownUntil = knownUntil
    self.language = language
  }
}

/// A scenario with the city it is about and the files both came from.
public struct LoadedScenario: Sendable {
  public let plan: Plan
  public let dataset: Dataset
  /// Scenario files, the lowest layer first.
  public let files: [String]

  init(plan: Plan, dataset: Dataset, files: [String]) {
    self.plan = plan
    self.dataset = dataset
    self.files = files
  }

  /// Reads everything a request names.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public init(_ request: ScenarioRequest) throws(InputError) {
    let layers = try ScenarioFile.layers(request.specification)
    let settings = try ScenarioSettings(layers, request)
    let dataset: Dataset
    do {
      dataset = try Dataset(directory: settings.dataset)
    } catch {
      throw InputError(settings.diagnostics + error.diagnostics)
    }
    try self.init(layers, settings, dataset, request.language)
  }

  /// Reads a scenario from its text, for a dataset already read. No file is opened: `extends` and `dataset` have no effect.
  ///
  /// - Parameter name: stands for the file in messages.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(
    text: String, named name: String, changes: [String] = [], of dataset: Dataset, language: Language = .zh
  ) throws(InputError) {
    let request = ScenarioRequest(name, dataset: dataset.directory, changes: changes, language: language)
    let layers = [try ScenarioFile(path: name, text: text)]
    try self.init(layers, try ScenarioSettings(layers, request), dataset, language)
  }

  private init(
    _ layers: [ScenarioFile], _ settings: ScenarioSettings, _ dataset: Dataset, _ language: Language
  ) throws(InputError) {
    self.dataset = dataset
    files = layers.map(\.path)
    let city = dataset.city
    let model = city.model
    let labels = city.allValues.mapValues(\.label)

    var diagnostics = settings.diagnostics
    var overrides: [Override] = []
    func reader(_ document: YAMLDocument) -> OverrideReader {
      OverrideReader(
        document, model: model, labels: labels, areas: city.areas, baseYear: city.baseYear, language: language)
    }
    for layer in layers {
      guard let block = layer.value(of: "set") else { continue }
      var reader = reader(layer.document)
      reader.read(block)
      overrides += reader.overrides
      diagnostics += reader.diagnostics
    }
    for address in settings.changes {
      var reader = reader(address.document)
      if let parameter = reader.parameter(address.path) {
        reader.read(address.change, parameter, district: nil, at: address.path)
      }
      overrides += reader.overrides
      diagnostics += reader.diagnostics
    }
    diagnostics += settings.check(against: city)
    guard diagnostics.isEmpty, let horizon = settings.horizon else { throw InputError(diagnostics) }
    let scenario = Scenario(
      name: settings.name, title: settings.title, horizon: horizon,
      knownUntil: settings.knownUntil?.year, seed: settings.seed, draws: settings.draws, overrides: overrides)
    do {
      plan = try Plan(city, scenario)
    } catch {
      let documents = layers.map(\.document) + settings.changes.map(\.document)
      throw InputError([error.diagnostic(dataset, changedBy: documents)])
    }
  }
}

extension ResolutionError {
  /// The error as something a user can fix in a file.
  ///
  /// - Parameter documents: what the changes of the scenario were read from.
  func diagnostic(_ dataset: Dataset, changedBy documents: [YAMLDocument] = []) -> Diagnostic {
    func inParameters(_ path: String, _ problem: Problem) -> Diagnostic {
      Diagnostic(file: "\(dataset.directory)/parameters/\(path.prefix { $0 != "." }).yaml", problem: problem)
    }
    func inScenario(_ origin: Origin, _ path: String, _ problem: Problem) -> Diagnostic {
      let document = documents.first { $0.file == origin.file }
      let line = document.flatMap { excerpt($0.lines, origin.line) }
      return Diagnostic(
        file: origin.file, line: origin.line, column: origin.column, found: path, excerpt: line, problem: problem)
    }
    switch self {
    case .missing(let path): return inParameters(path, .parameterMissing(path: path))
    case .outsideDates(let path, let area, let year):
      return inParameters(path, .outsideDates(path: path, area: area, year: year))
    case .missingDistrict(let path, let district):
      return inParameters(path, .missingDistrict(path: path, district: district))
    case .unknownIndex(let path, let index):
      return inParameters(path, .unknownParameter(path: index, nearest: nil, group: nil))
    case .indexOutsideFormulas(let path, let index):
      return inParameters(path, .indexOutsideFormulas(path: path, index: index))
    case .indexCycle(let paths): return inParameters(paths.first ?? "", .indexCycle(paths: paths))
    case .outOfRange(let path, let value, let range, let origin):
      let model = dataset.city.model
      let unit = model.parameters.first { $0.path == path }?.unit ?? .ratio
      let text = "\(path) = \(unit.written(value))"
      let problem = Problem.outOfRange(
        text: text, low: unit.written(range.lowerBound), high: unit.written(range.upperBound))
      return inScenario(origin, path, problem)
    case .sharesExceedOne(let line, let sum, let remainder, let origin):
      let problem = Problem.sharesExceedOne(line: line, sum: sum, remainder: remainder)
      guard let origin else { return inParameters(line.hasPrefix("fund.") ? line : "fiscal.\(line)", problem) }
      return inScenario(origin, line, problem)
    case .voidForCity(let path, let origin):
      return inScenario(origin, path, .voidForCity(path: path))
    case .nothingToAdjust(let path, let origin):
      return inScenario(origin, path, .nothingToAdjust(path: path))
    }
  }
}
