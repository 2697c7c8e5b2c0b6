import Domain
import Formulas
import Foundation
import Programmes
import Simulation
import Targets

/// Reads the files of a data package one after another, collecting what is wrong with any of them.
struct DatasetReader {
  let directory: String
  var diagnostics: [Diagnostic] = []
  /// What a run can do with but a check of the package reports.
  var remarks: [Diagnostic] = []
  /// The sources that values may name.
  private(set) var sources = SourceList.none
  /// The files read, named from the package's folder.
  private(set) var files: [InputFile] = []
  /// What the package lists, and what to say where one lacks.
  private var listed: [(file: String, absent: Diagnostic)] = []
  /// What tables after that of the programmes need of it, where it is not sound.
  var programmeTable = ProgrammeTableState()
  /// How much of a package is asked for.
  let extent: Model.Extent

  init(directory: String, extent: Model.Extent) {
    self.directory = directory
    self.extent = extent
  }

  static let package = "datapackage.json"

  mutating func read() throws(InputError) -> Dataset {
    let package = try packageDescription()
    readSources()
    let before = diagnostics.count
    // Everything else stands on the districts.
    let found = attempt { (reader: inout DatasetReader) throws(InputError) in try reader.areas() }
    guard let areas = found, diagnostics.count == before else { throw InputError(diagnostics) }
    let isWhole = extent == .whole
    let uses = isWhole ? fundUses() : []
    let programmes = isWhole ? self.programmes(uses) : []
    let order = isWhole ? careOrder() : .together
    let payers = isWhole ? carePayers() : .households
    let model =
      isWhole
      ? Model(programmes: programmes, uses: uses, order: order, payers: payers, marks: areas.marks) : Model.population
    let populations = self.populations(areas)
    let schedules = self.schedules()
    let people = package.baseYear.map { BasePeople(populations.resident, populations.registered, year: $0) }
    let observations = self.observations(areas, model, people)
    let targets = isWhole ? self.targets(model) : []
    let index = isWhole ? self.index(model, baseYear: package.baseYear) : CompositeIndex()
    let values = parameters(
      areas, isWhole ? model : Model(programmes: [], marks: areas.marks), baseYear: package.baseYear)
    let rates = self.rates(areas)
    let correlations = self.correlations(model)
    let ranges = self.ranges(package.rangesHold, isWhole ? model : Model.population)
    let errors = populationErrors(areas)
    let solves = isWhole ? self.solves(areas, model, observations, values) : []
    let codes = isWhole ? lineCodes(model) : [:]
    let outturns = isWhole ? self.outturns(areas, model) : []
    if isWhole { reportAbsent() }
    guard diagnostics.isEmpty, let baseYear = package.baseYear else { throw InputError(diagnostics) }
    var city = City(
      name: package.name, baseYear: baseYear, knownUntil: package.knownUntil, areas: areas,
      residents: populations.resident, registered: populations.registered, schedules: schedules,
      observations: observations, programmes: programmes, careOrder: order, carePayers: payers, fundUses: uses,
      targets: targets, index: index, values: values, rates: rates, correlations: correlations, ranges: ranges,
      solves: solves)
    city.populationErrors = errors
    city.functionCodes = codes
    city.outturns = outturns
    return Dataset(city: city, title: package.title, directory: directory, files: files, extent: extent)
  }

  private struct Package {
    let name: String
    let title: Label
    let baseYear: Year?
    let knownUntil: Year?
    /// The chance that a stated range holds the truth.
    let rangesHold: Double?
  }

  private mutating func packageDescription() throws(InputError) -> Package {
    let document = try yaml(DatasetReader.package)
    var reader = ValueReader(document)
    let pairs = document.root.flatMap { reader.pairs($0) } ?? []
    let name = pairs.value(of: "name").flatMap { reader.text($0) }
    let baseYear = pairs.value(of: "base_year").flatMap { reader.year($0) }
    let knownUntil = pairs.value(of: "known_until").flatMap { reader.year($0) }
    if let baseYear, let knownUntil, knownUntil < baseYear, let place = pairs.value(of: "known_until") {
      reader.report(.horizonBeforeBase(year: knownUntil, base: baseYear), at: place)
    }
    let rangesHold = pairs.value(of: "ranges_hold").flatMap { reader.probability($0) }
    let title = pairs.value(of: "title").flatMap { reader.text($0) }
    let zh = pairs.value(of: "title_zh")?.text
    let en = pairs.value(of: "title_en")?.text
    diagnostics += reader.diagnostics
    listed = files(listedIn: pairs, document)
    if pairs.value(of: "base_year") == nil {
      diagnostics.append(Diagnostic(ofFile: shown(DatasetReader.package), .missingKey(name: "base_year")))
    }
    // A run does without the package's own name, a check of the package does not.
    if pairs.value(of: "name") == nil {
      remarks.append(Diagnostic(ofFile: shown(DatasetReader.package), .missingKey(name: "name")))
    }
    let usual = title ?? name ?? directory
    return Package(
      name: name ?? directory, title: Label(zh: zh ?? usual, en: en ?? usual), baseYear: baseYear,
      knownUntil: knownUntil, rangesHold: rangesHold)
  }

  /// Files that the package lists.
  private func files(
    listedIn pairs: [(key: YAMLValue, value: YAMLValue)], _ document: YAMLDocument
  ) -> [(file: String, absent: Diagnostic)] {
    (pairs.value(of: "resources")?.items ?? []).compactMap { item in
      guard let place = item.pairs?.value(of: "path"), let file = place.text else { return nil }
      return (file, document.diagnostic(.fileNotFound, at: place))
    }
  }

  /// A table that a run can do without is missed all the same where the package lists it.
  private mutating func reportAbsent() {
    for (file, absent) in listed where !has(file) && !diagnostics.contains(where: { $0.position.file == shown(file) }) {
      diagnostics.append(absent)
    }
  }

  /// Reads the list of sources, which a package about the population alone may do without.
  private mutating func readSources() {
    do {
      sources = SourceList(text: try text(SourceList.file))
    } catch {
      if extent == .whole || has(SourceList.file) { remarks += error.diagnostics }
    }
  }

  // MARK: - Files

  /// Whether the package has a file.
  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: shown(file)) }

  func shown(_ file: String) -> String { "\(directory)/\(file)" }

  mutating func yaml(_ file: String) throws(InputError) -> YAMLDocument {
    try YAMLDocument(file: shown(file), text: try text(file))
  }

  private mutating func text(_ file: String) throws(InputError) -> String {
    let bytes = try bytes(ofFile: shown(file), limit: Limits.textBytes)
    files.append(InputFile(path: file, bytes: bytes))
    return try Inputs.text(of: bytes, inFile: shown(file))
  }

  mutating func table(
    _ name: String, _ columns: [String], mostRows: Int = .max
  ) throws(InputError) -> TableReader {
    let file = "tables/\(name).csv"
    let table = try TableReader(path: shown(file), columns: columns)
    files.append(table.source.named(file))
    guard table.rows.count <= mostRows else {
      throw InputError(ofFile: shown(file), .tooManyRows(limit: mostRows))
    }
    return table
  }

  /// Runs a step and keeps its diagnostics when it fails.
  mutating func attempt<T>(_ step: (inout DatasetReader) throws(InputError) -> T) -> T? {
    do {
      return try step(&self)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}
