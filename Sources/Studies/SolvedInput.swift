import Domain
import Formulas
import NumericCore
import Simulation

/// The values of an input that one figure settles, and how they move together.
struct SolvedInput {
  let solve: Solve
  let parameter: Parameter
  let values: ParameterValues
  let places: [SolvedPlace]
  private let baseYear: Year
  /// Whether a district goes by the city's values.
  private let isCityRead: Bool

  /// Nil where the input has no value that the figure could settle.
  ///
  /// A district's figure settles the district's own values. The city's settles the city's, and unless it sets a level
  /// those of districts that no figure of their own settles.
  init?(_ solve: Solve, _ city: City, _ values: ParameterValues) {
    guard let parameter = city.model.parameters.first(where: { $0.path == solve.input }) else { return nil }
    let places = solve.places(in: city, values, knownUntil: city.informationDate)
    guard !places.isEmpty else { return nil }
    self.solve = solve
    self.parameter = parameter
    self.values = values
    self.places = places
    baseYear = city.baseYear
    isCityRead = !values.city.isEmpty && values.districts.count < city.areas.districts.count
  }

  /// Between which the figure is looked for: a logarithm of a factor, a level, a distance of logits.
  var bracket: ClosedRange<Double> {
    switch solve.how {
    case .factor: -7...7
    case .level: parameter.range
    case .logit: -14...14
    }
  }

  /// Where a value comes to at a point of the bracket, inside what the parameter can be.
  func moved(_ value: Double, to point: Double) -> Double {
    let factor = exponential(LaneVector(repeating: point))[0]
    let result =
      switch solve.how {
      case .factor: value * factor
      case .level: point
      case .logit: value * factor / (value * factor + 1 - value)
      }
    return min(max(result, parameter.range.lowerBound), parameter.range.upperBound)
  }

  /// The values after a move; their ranges move along, so that they stay about them.
  func solved(at point: Double) -> ParameterValues {
    var result = values
    for place in places {
      let new = moved(dated(place).value, to: point)
      if let code = place.district {
        result.districts[code]?[place.index].move(new, solve.how, inside: parameter.range)
      } else {
        result.city[place.index].move(new, solve.how, inside: parameter.range)
      }
    }
    return result
  }

  func dated(_ place: SolvedPlace) -> DatedValue { place.values(values)[place.index] }

  /// The changes of a scenario that say the same as the values after a move.
  func changes(at point: Double) -> [Override] {
    let areas = places.compactMap(\.district)
    let solved = self.solved(at: point)
    func change(_ district: String?, _ dated: [DatedValue]) -> Override {
      var points = dated.map { Override.Point(from: $0.from, value: $0.value) }
      if values.before == .hold, let first = points.first, first.from.year >= baseYear {
        points.insert(Override.Point(from: Day(firstOf: baseYear - 1), value: first.value), at: 0)
      }
      return Override(
        path: parameter.path, district: district, change: .points(points),
        origin: Origin(file: "solves.csv", line: 1, column: 1))
    }
    return (isCityRead ? [change(nil, solved.city)] : [])
      + areas.map { change($0, solved.districts[$0] ?? []) }
  }
}

extension DatedValue {
  /// Another value, with a range that lies about it as the one before did, inside what the parameter can be.
  fileprivate mutating func move(_ new: Double, _ how: Solve.Way, inside bounds: ClosedRange<Double>) {
    let new = new.rounded(toDigits: Solve.digits)
    let (factor, distance) = (how == .level || value == 0 ? 1 : new / value, how == .level ? new - value : 0)
    let range = range.map { old in
      let ends = [old.lowerBound, old.upperBound].map { end in
        min(max((end * factor + distance).rounded(toDigits: Solve.digits), bounds.lowerBound), bounds.upperBound)
      }
      return min(ends[0], ends[1], new)...max(ends[0], ends[1], new)
    }
    self = DatedValue(
      from: from, value: new, evidence: evidence, source: source, range: range, interval: interval, known: known,
      impliedBy: impliedBy, note: note, origin: origin)
  }
}
