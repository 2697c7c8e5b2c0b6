import Domain
import Formulas
import Simulation

extension LoadedScenario {
  /// What the engine found wrong as something a user can fix in a file: the one way back from it to where it was written.
  public func diagnostic(of error: ResolutionError) -> Diagnostic {
    func inParameters(_ path: String, _ problem: Problem) -> Diagnostic {
      Diagnostic(ofFile: "\(dataset.directory)/parameters/\(path.prefix { $0 != "." }).yaml", problem)
    }
    func inScenario(_ origin: Origin, _ path: String, _ problem: Problem) -> Diagnostic {
      let document = documents.first { $0.file == origin.file }
      let line = document.flatMap { excerpt($0.lines, origin.line) }
      return Diagnostic(at: Passage(origin, found: path, line: line), problem)
    }
    switch error {
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
