import Domain
import Formulas
import Simulation
import Studies

/// Reads levers from the command line: `ADDRESS=LOW:HIGH`, and their steps.
public struct LeverReader {
  private let plan: Plan
  private let scenario: LoadedScenario

  /// - Parameter plan: of the scenario as it is, from which a lever's present value is taken.
  public init(_ scenario: LoadedScenario, _ plan: Plan) {
    self.scenario = scenario
    self.plan = plan
  }

  /// - Parameters:
  ///   - texts: as typed behind `--vary`.
  ///   - steps: as typed behind `--step`, one for each lever from the first on; a round hundredth of the way without.
  /// - Throws: ``InputError`` with everything found wrong.
  public func levers(_ texts: [String], steps: [String]) throws(InputError) -> [Lever] {
    var levers: [Lever] = []
    var diagnostics: [Diagnostic] = []
    for (place, text) in texts.enumerated() {
      do throws(InputError) {
        levers.append(try lever(text, step: place < steps.count ? steps[place] : nil, number: place + 1))
      } catch {
        diagnostics += error.diagnostics
      }
    }
    guard diagnostics.isEmpty else { throw InputError(diagnostics) }
    return levers
  }

  private func lever(_ text: String, step: String?, number: Int) throws(InputError) -> Lever {
    let document = YAMLDocument(argument: text, named: "--vary[\(number)]")
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let ends = parts.count == 2 ? parts[1].split(separator: ":", omittingEmptySubsequences: false) : []
    guard ends.count == 2 else { throw InputError([document.diagnostic(.badLever(text: text), at: whole)]) }
    let address = Address(document.part(parts[0], of: text, at: whole), in: document)
    let city = scenario.dataset.city
    var reader = OverrideReader(
      document, model: city.model, labels: city.allValues.mapValues(\.label), areas: city.areas,
      baseYear: city.baseYear)
    guard let parameter = reader.parameter(address.path) else { throw InputError(reader.diagnostics) }
    for end in ends {
      reader.read(
        address.change(to: document.part(end, of: text, at: whole)), parameter, district: nil, at: address.path)
    }
    let changes = reader.overrides
    guard reader.diagnostics.isEmpty, changes.count == 2 else { throw InputError(reader.diagnostics) }
    let (low, high) = (changes[0].number, changes[1].number)
    guard low < high else {
      let problem = Problem.reversedRange(low: String(ends[0]), high: String(ends[1]))
      throw InputError([document.diagnostic(problem, at: document.part(ends[0], of: text, at: whole))])
    }
    let isWhole = parameter.isWhole || parameter.unit.isCounted
    let own = Lever.usualStep(from: low, to: high, isWhole: isWhole)
    return Lever(
      address.written, from: low, to: high,
      step: try step.map { text throws(InputError) in try self.step(text, parameter, number) } ?? own,
      present: present(parameter, address), template: changes[0])
  }

  private func step(_ text: String, _ parameter: Parameter, _ number: Int) throws(InputError) -> Double {
    let document = YAMLDocument(argument: text, named: "--step[\(number)]")
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    switch Quantity.read(text, as: parameter.unit, mayBeBare: true) {
    case .success(let step) where step > 0: return step
    case .success:
      throw InputError([document.diagnostic(.outOfRange(text: quoted(text), low: "> 0", high: "∞"), at: whole)])
    case .failure(let error): throw InputError([document.diagnostic(error.problem, at: whole)])
    }
  }

  /// What a parameter is in the year from which a lever acts on.
  private func present(_ parameter: Parameter, _ address: Address) -> Double? {
    let areas = plan.city.areas
    let year = address.year?.text.flatMap { Day(parsing: $0)?.year } ?? plan.knownUntil + 1
    let area = address.district?.text.flatMap { name in areas.all.firstIndex { $0.isNamed(name) } } ?? areas.cityIndex
    guard plan.years.contains(year) else { return nil }
    let value = plan.parameters.value(parameter, in: area, year).first
    return value.isFinite ? value : nil
  }
}

extension Unit {
  /// Whether its numbers count things, of which there are no parts.
  fileprivate var isCounted: Bool { self == .persons || self == .beds }
}
