import Domain
import Formulas
import Simulation

/// A scenario as read, with the city it is about and the files both came from. It is not planned yet.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  public let dataset: Dataset
  /// Scenario files, the lowest layer first.
  public let files: [InputFile]
  /// Every file read: those of the scenario, then those of the dataset, named from where its folder lies.
  public var inputs: [InputFile] {
    files + [targetPlan?.source].compactMap(\.self) + dataset.files.map { $0.inside(dataset.directory) }
  }
  /// The targets of one's own that stand beside those of the dataset; nil for none.
  public private(set) var targetPlan: TargetPlan?
  /// What the changes were read from.
  let documents: [YAMLDocument]

  init(_ scenario: Scenario, _ dataset: Dataset, files: [InputFile] = [], documents: [YAMLDocument] = []) {
    self.scenario = scenario
    self.dataset = dataset
    self.files = files
    self.documents = documents
  }

  /// Reads everything a request names.
  ///
  /// - Parameter shelf: datasets read before, which are not read again.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(_ request: ScenarioRequest, _ shelf: inout DatasetShelf) throws(InputError) {
    let layers = try ScenarioFile.layers(request.specification, request.shipped)
    let settings = try ScenarioSettings(layers, request)
    let dataset: Dataset
    let plan: TargetPlan?
    do {
      dataset = try shelf.dataset(in: settings.dataset)
      plan = try request.plan.map { path throws(InputError) in
        try TargetPlan(path: request.shipped.path(path, .plan), of: dataset)
      }
    } catch {
      throw InputError(settings.diagnostics + error.diagnostics)
    }
    try self.init(layers, settings, plan.map(dataset.adding) ?? dataset, holdsInputs: request.holdsInputs)
    targetPlan = plan
  }

  /// Reads everything a request names.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public init(_ request: ScenarioRequest) throws(InputError) {
    var shelf = DatasetShelf()
    try self.init(request, &shelf)
  }

  /// Reads a scenario from its text, for a dataset already read. No file is opened: `extends` and `dataset` have no effect.
  ///
  /// - Parameter name: stands for the file in messages.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(text: String, named name: String, changes: [String] = [], of dataset: Dataset) throws(InputError) {
    let request = ScenarioRequest(name, dataset: dataset.directory, changes: changes)
    let layers = [try ScenarioFile(path: name, text: text)]
    try self.init(layers, try ScenarioSettings(layers, request), dataset, holdsInputs: request.holdsInputs)
  }

  private init(
    _ layers: [ScenarioFile], _ settings: ScenarioSettings, _ dataset: Dataset, holdsInputs: Bool
  ) throws(InputError) {
    let city = dataset.city
    let model = city.model
    let labels = city.allValues.mapValues(\.label)

    var diagnostics = settings.diagnostics
    var overrides: [Override] = []
    func reader(_ document: YAMLDocument) -> OverrideReader {
      OverrideReader(document, model: model, labels: labels, areas: city.areas, baseYear: city.baseYear)
    }
    for layer in layers {
      guard let block = layer.value(of: "set") else { continue }
      var reader = reader(layer.document)
      reader.read(block)
      overrides += reader.overrides
      diagnostics += reader.diagnostics
    }
    var set: [String: String] = [:]
    for address in settings.changes {
      var reader = reader(address.document)
      let place = address.place(in: city.areas)
      if let first = set[place] {
        let problem = Problem.repeatedSetting(address: quoted(address.written), first: first)
        diagnostics.append(address.document.diagnostic(problem, at: address.path))
        continue
      }
      set[place] = address.document.file
      if let parameter = reader.parameter(address.path) {
        reader.read(address.change, parameter, district: nil, at: address.path)
      }
      overrides += reader.overrides
      diagnostics += reader.diagnostics
    }
    diagnostics += settings.check(against: city)
    guard diagnostics.isEmpty, let horizon = settings.horizon else { throw InputError(diagnostics) }
    scenario = Scenario(
      name: settings.name, title: settings.title, horizon: horizon,
      knownUntil: settings.knownUntil?.year, seed: settings.seed, draws: settings.draws,
      holdsInputs: holdsInputs, overrides: overrides)
    self.dataset = dataset
    files = layers.compactMap(\.source)
    documents = layers.map(\.document) + settings.changes.map(\.document)
  }
}
