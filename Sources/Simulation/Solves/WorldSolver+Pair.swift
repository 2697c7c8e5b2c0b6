import Domain
import Formulas
import NumericCore

extension WorldSolver {
  /// A figure and the input it settles.
  struct Pair: Sendable {
    let solve: Solve
    let figure: Observation
    /// Where the input moves, by nothing yet.
    let moves: [SolvedMove]

    /// What a world is to meet: the figure, or what its error makes of it.
    func target(_ error: LaneVector) -> LaneVector {
      figure.value * exponential(error * (figure.error ?? 0))
    }

    func moved(by distance: LaneVector) -> [SolvedMove] {
      moves.map { move in
        var move = move
        move.distance = distance
        return move
      }
    }

    /// The pairs of a plan whose figures it knows, in the order in which they are solved.
    static func all(of plan: Plan) -> [Pair] {
      let city = plan.city
      return city.orderedSolves.compactMap { solve in
        guard solve.year <= plan.knownUntil, let values = plan.values[solve.input],
          let figure = city.observations.value(of: solve.indicator, area: solve.area, year: solve.year)
        else { return nil }
        let places = solve.places(in: city, values, knownUntil: plan.knownUntil)
        let moves = places.map { place in
          let area = place.district.flatMap(city.areas.index) ?? city.areas.cityIndex
          return SolvedMove(area: area, years: years(of: place, values, plan), scale: solve.how.scale)
        }
        return moves.isEmpty ? nil : Pair(solve: solve, figure: figure, moves: moves)
      }
    }

    /// The years for which a dated value counts: to the next, and before it where there is none.
    private static func years(of place: SolvedPlace, _ all: ParameterValues, _ plan: Plan) -> ClosedRange<Year> {
      let known = place.values(all).enumerated().filter { $0.element.known <= plan.knownUntil }
      let own = known.first { $0.offset == place.index }?.element.from.year ?? plan.city.baseYear
      let isFirst = known.first?.offset == place.index
      let next = known.first { $0.offset > place.index }?.element.from.year ?? Year.max
      let first = isFirst ? plan.city.baseYear - 1 : own
      return first...max(first, min(next - 1, plan.years.upperBound))
    }
  }
}

extension Solve.Way {
  /// On which scale an input moves.
  var scale: Process.Scale {
    switch self {
    case .factor: .log
    case .level: .level
    case .logit: .logit
    }
  }
}
