import Domain
import Formulas
import Foundation
import Simulation

extension DatasetReader {
  static let parameterFiles = ["benefits", "care", "demography", "fiscal", "fund", "index"].map {
    "parameters/\($0).yaml"
  }
  /// Those a whole package may do without.
  static let optionalFiles = ["parameters/index.yaml"]

  /// The file in which a parameter is looked for.
  static func file(of path: String) -> String { "parameters/\(path.prefix { $0 != "." }).yaml" }

  /// Whether a parameter may stand in a file: who pays for a benefit may stand beside the benefit.
  private static func belongs(_ path: String, in file: String) -> Bool {
    let line = path.split(separator: ".").dropFirst().first.map(String.init)
    let isOfRule = file == "parameters/benefits.yaml" && Model.benefits.contains { $0.name == line }
    return file == self.file(of: path) || path.hasPrefix("fiscal.") && isOfRule
  }

  /// The files of parameters to read: of a whole package one for each module, of one about the population all there are.
  private var filesOfParameters: [String] {
    guard extent == .population else {
      return DatasetReader.parameterFiles.filter { !DatasetReader.optionalFiles.contains($0) || has($0) }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shown("parameters"))) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "parameters/\($0)" }
  }

  /// The values of all parameters. - Parameter baseYear: nil where the package does not say.
  mutating func parameters(_ areas: Areas, _ model: Model, baseYear: Year?) -> [String: ParameterValues] {
    let declared = Dictionary(model.given.map { ($0.path, $0) }) { first, _ in first }
    var values: [String: ParameterValues] = [:]
    var mentioned = Set<String>()
    var indices: [String: Passage] = [:]
    var unread = Set<String>()
    let isCertain = extent == .whole && !programmeTable.hasLostRows
    for file in filesOfParameters {
      guard let document = attempt({ (reader: inout DatasetReader) throws(InputError) in try reader.yaml(file) }) else {
        unread.insert(file)
        continue
      }
      let read = ParameterFile(
        document, parameters: declared, areas: areas, baseYear: baseYear, sources: sources,
        lenient: isCertain ? [] : ["fiscal.", "fund."])
      diagnostics += read.diagnostics
      remarks += read.remarks
      for (path, key) in read.keys where extent == .whole && !DatasetReader.belongs(path, in: file) {
        diagnostics.append(
          document.diagnostic(.parameterElsewhere(path: path, file: DatasetReader.file(of: path)), at: key))
      }
      for (path, index) in read.indices { indices[path] = document.passage(of: index) }
      diagnostics += payerProblems(model.budget?.lines ?? [], read)
      mentioned.formUnion(read.mentioned)
      values.merge(read.values) { first, _ in first }
    }
    remarks += cycles(values, indices)
    guard extent == .whole else { return values }
    let labels = model.budget?.optionalLabels ?? [:]
    for parameter in model.given where !mentioned.contains(parameter.path) {
      // A driver without coefficients leaves nothing to chance; coefficients without what they move make no sense, and
      // neither does half a rule.
      if model.optional.contains(parameter), !Model.isNeeded(parameter, among: mentioned) {
        let label = labels[parameter.path] ?? Label(zh: parameter.path, en: parameter.path)
        values[parameter.path] = ParameterValues(label: label)
        continue
      }
      let file = DatasetReader.file(of: parameter.path)
      guard !unread.contains(file) else { continue }
      diagnostics.append(Diagnostic(ofFile: shown(file), .parameterMissing(path: parameter.path)))
    }
    return values
  }

  /// Index rules that go round in a circle, each circle once.
  ///
  /// - Parameter places: where each rule stands.
  private func cycles(_ values: [String: ParameterValues], _ places: [String: Passage]) -> [Diagnostic] {
    var done = Set<String>()
    var result: [Diagnostic] = []
    for start in values.keys.sorted() {
      var way: [String] = []
      var path = start
      while !done.contains(path), !way.contains(path) {
        way.append(path)
        guard case .index(let next) = values[path]?.beyond else { break }
        path = next
      }
      if !done.contains(path), way.count > 1 || values[path]?.beyond == .index(path),
        case .index(let back) = values[way[way.count - 1]]?.beyond, back == path, let place = places[path]
      {
        let circle = way.drop { $0 != path } + [path]
        result.append(Diagnostic(at: place, .indexCycle(paths: Array(circle))))
      }
      done.formUnion(way)
    }
    return result
  }
}
