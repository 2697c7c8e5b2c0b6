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
  private(set) var files: [String] = []
  /// How much of a package is asked for.
  let extent: Model.Extent

  init(directory: String, extent: Model.Extent) {
    self.directory = directory
    self.extent = extent
  }

  static let package = "datapackage.json"
  static let parameterFiles = ["parameters/benefits.yaml", "parameters/care.yaml", "parameters/demography.yaml"]

  mutating func read() throws(InputError) -> Dataset {
    let package = try packageDescription()
    let areas = try areas()
    guard diagnostics.isEmpty else { throw InputError(diagnostics) }
    let isWhole = extent == .whole
    let programmes = isWhole ? self.programmes() : []
    let model = isWhole ? Model(programmes: programmes) : Model.population
    let populations = self.populations(areas)
    let schedules = self.schedules()
    let observations = self.observations(areas, model)
    let targets = isWhole ? self.targets(model) : []
    let values = parameters(areas, baseYear: package.baseYear)
    let rates = self.rates(areas)
    guard diagnostics.isEmpty else { throw InputError(diagnostics) }
    return Dataset(
      city: City(
        name: package.name, baseYear: package.baseYear, areas: areas, residents: populations.resident,
        registered: populations.registered, schedules: schedules, observations: observations, programmes: programmes,
        targets: targets, values: values, rates: rates),
      title: package.title, directory: directory, files: files, extent: extent)
  }

  private struct Package {
    let name: String
    let title: Label
    let baseYear: Year
  }

  private mutating func packageDescription() throws(InputError) -> Package {
    let document = try yaml(DatasetReader.package)
    var reader = ValueReader(document)
    let pairs = document.root.flatMap { reader.pairs($0) } ?? []
    let name = pairs.value(of: "name").flatMap { reader.text($0) }
    let baseYear = pairs.value(of: "base_year").flatMap { reader.year($0) }
    let title = pairs.value(of: "title").flatMap { reader.text($0) }
    let zh = pairs.value(of: "title_zh")?.text
    let en = pairs.value(of: "title_en")?.text
    diagnostics += reader.diagnostics
    guard let name, let baseYear else {
      let missing = name == nil ? "name" : "base_year"
      throw InputError(
        diagnostics + [Diagnostic(file: shown(DatasetReader.package), problem: .missingKey(name: missing))])
    }
    return Package(name: name, title: Label(zh: zh ?? title ?? name, en: en ?? title ?? name), baseYear: baseYear)
  }

  private mutating func parameters(_ areas: Areas, baseYear: Year) -> [String: ParameterValues] {
    let declared = Dictionary(uniqueKeysWithValues: Model.parameters.map { ($0.path, $0) })
    var values: [String: ParameterValues] = [:]
    for file in DatasetReader.parameterFiles where extent == .whole || has(file) {
      guard let document = attempt({ (reader: inout DatasetReader) throws(InputError) in try reader.yaml(file) }) else {
        continue
      }
      let read = ParameterFile(document, parameters: declared, areas: areas, baseYear: baseYear)
      diagnostics += read.diagnostics
      values.merge(read.values) { first, _ in first }
    }
    guard diagnostics.isEmpty, extent == .whole else { return values }
    for parameter in Model.parameters where values[parameter.path] == nil {
      let module = parameter.path.prefix { $0 != "." }
      diagnostics.append(
        Diagnostic(file: shown("parameters/\(module).yaml"), problem: .parameterMissing(path: parameter.path)))
    }
    return values
  }

  // MARK: - Files

  /// Whether the package has a file.
  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: shown(file)) }

  func shown(_ file: String) -> String { "\(directory)/\(file)" }

  mutating func yaml(_ file: String) throws(InputError) -> YAMLDocument {
    files.append(file)
    return try YAMLDocument(file: shown(file), text: try text(ofFile: shown(file)))
  }

  mutating func table(
    _ name: String, _ columns: [String], mostRows: Int = .max
  ) throws(InputError) -> TableReader {
    let file = "tables/\(name).csv"
    files.append(file)
    let table = try TableReader(path: shown(file), shownAs: shown(file), columns: columns)
    guard table.rows.count <= mostRows else {
      throw InputError([Diagnostic(file: shown(file), problem: .tooManyRows(limit: mostRows))])
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
