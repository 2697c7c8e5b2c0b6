import Domain
import Formulas
import NumericCore

extension Plan {
  /// What inputs that worlds draw come to in the city where their normal scores are these; nil for what is known only by
  /// district, or is not drawn.
  ///
  /// - Parameter scores: at most eight an input.
  public func drawnValues(_ path: String, atScores scores: [Double], year: Year) -> [Double]? {
    guard let worlds = try? worlds(), let input = worlds.uncertain.first(where: { $0.parameter.path == path }) else {
      return nil
    }
    let values = worlds.values(
      of: input.parameter, atScores: scores, year: min(max(year, years.lowerBound), years.upperBound))
    return values.allSatisfy(\.isFinite) ? values : nil
  }
}

extension Plan {
  /// How much of the variance of inputs that worlds draw their group has, by path; none of one without.
  public var drawnCorrelations: [String: Double] {
    let drawn = (try? worlds())?.uncertain ?? []
    return Dictionary(drawn.map { ($0.parameter.path, $0.correlation) }) { first, _ in first }
  }
}

extension Worlds {
  /// The city's values of an input whose normal scores are given, everything else being as the first eight worlds have it.
  func values(of parameter: Parameter, atScores scores: [Double], year: Year) -> [Double] {
    precondition(scores.count <= LaneVector.scalarCount, "one score a lane")
    var normal = LaneVector.zero
    for (lane, score) in scores.enumerated() { normal[lane] = score }
    var draws = draws(firstMember: 1)
    draws.set(parameter, normal: normal)
    let table = resolved(draws)
    let lanes = table.value(parameter, in: areas.cityIndex, year).vector
    return scores.indices.map { lanes[$0] }
  }
}
