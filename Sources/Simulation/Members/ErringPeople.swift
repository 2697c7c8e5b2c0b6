import Domain
import Formulas
import NumericCore
import Population

/// The people of the base year with the errors that the dataset says they have.
struct ErringPeople: Sendable {
  private let populations: [ErringPopulation]
  private let kinds: [PopulationKind]

  /// - Returns: nil where people are held, or nothing is said of their errors.
  init?(_ plan: Plan) {
    let errors = plan.city.populationErrors.filter { $0.deviation > 0 }
    guard plan.city.ranges != nil, !plan.scenario.holdsInputs, !errors.isEmpty else { return nil }
    let (city, base) = (plan.city.areas.cityIndex, plan.city.baseYear)
    let stated = plan.openingPeople
    kinds = stated.map(\.kind)
    populations = stated.map { people in
      let anchors = Demography.anchors(people.kind, plan.observations, city: city, base)
      return ErringPopulation(people, errors.filter { $0.kind == people.kind }, elderly: anchors.elderly)
    }
  }

  /// What is drawn of the ages that all districts share, by the kind of people: a name for each number.
  func shared(in city: Int) -> [(kind: PopulationKind, ages: [(age: Int, name: String)])] {
    zip(kinds, populations).compactMap { kind, population in
      let ages = population.knots.filter { $0.area == city }.compactMap(\.age)
      return ages.isEmpty ? nil : (kind, ages.map { ($0, ErringPeople.name(kind, age: $0)) })
    }
  }

  /// - Parameter normal: standard normal numbers of a name in an area.
  func people(_ normal: (_ name: String, _ area: Int) -> LaneVector) -> [People] {
    zip(kinds, populations).map { kind, population in
      let ages = population.knots.map { normal(ErringPeople.name(kind, age: $0.age ?? 0), $0.area) }
      let sizes = population.totals.enumerated().map { district, deviation in
        deviation > 0 ? normal("population.\(kind.rawValue).total", district) : .zero
      }
      return population.people(ages: ages, sizes: sizes)
    }
  }

  private static func name(_ kind: PopulationKind, age: Int) -> String { "population.\(kind.rawValue).age.\(age)" }
}
