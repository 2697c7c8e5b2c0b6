import Care
import Domain
import Formulas
import NumericCore
import Population

/// What a block found of its people in its first years, for another block of the same people.
struct BlockOpening: Sendable {
  let abilityModel: AbilityModel?
  /// At the end of them.
  let ability: AbilityState?
  let drivers: Evaluation
  /// What kernels found in each year, and the people at its end.
  typealias Years = [Year: (measures: [LaneVector], people: [People])]

  let years: Years
}

extension Plan {
  /// Everyone at the end of the base year, before anything is computed.
  var openingPeople: [People] {
    let residents = People(.resident, districts: city.residents)
    return city.registered.isEmpty ? [residents] : [residents, People(.registered, districts: city.registered)]
  }

  /// The law of ability levels: one for all members of a block, or where their inputs differ one for each.
  func abilityModel(
    _ people: People, _ survivorship: Survivorship, _ parameters: ResolvedTable, _ yielding: Bool,
    refusing: (_ lane: Int) -> Void
  ) throws(AbilityError) -> AbilityModel {
    let reads = Care.abilityParameters.map { parameters[$0] }
    return try AbilityModel(
      people, survivorship: survivorship, parameters: parameters, schedules: city.schedules, areas: city.areas,
      baseYear: city.baseYear,
      isUniform: survivorship.isUniform && people.isUniform && !reads.contains(where: \.variesByLane),
      yielding: yielding, refusing: refusing)
  }
}
