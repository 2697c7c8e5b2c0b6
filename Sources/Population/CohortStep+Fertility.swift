import Domain
import Formulas

extension People {
  /// Births by district in a year that opens with these people.
  ///
  /// District factors shift births between districts and leave the city's total
  /// fertility rate as given.
  func births(survivors: People, _ rates: CohortRates, _ anchors: CohortAnchors, _ vector: Int) -> [LaneVector] {
    var plain: [LaneVector] = []
    for district in 0..<districts {
      var sum = LaneVector.zero
      for age in rates.fertilityPattern.indices where rates.fertilityPattern[age] > 0 {
        let place = cell(district, .female, age) + vector
        sum += rates.fertilityPattern[age] * 0.5 * (persons[place] + survivors.persons[place])
      }
      plain.append(sum)
    }
    let weighted = plain.indices.map { plain[$0] * rates.fertilityFactor[$0].vector(vector) }
    let city = anchors.births.map { LaneVector(repeating: $0) } ?? rates.tfr.vector(vector) * total(plain)
    let scale = city / total(weighted)
    return weighted.map { $0 * scale }
  }

  /// The factor on probabilities of dying that gives the observed deaths; one without an observation.
  ///
  /// Deaths are linear in the factor but for the few births it costs, so that
  /// the sweeps below close to rounding error.
  func scaleOfMortality(
    _ rates: CohortRates, _ anchors: CohortAnchors, _ vector: Int, _ year: Year
  ) throws(AccountingError) -> LaneVector {
    var scale = LaneVector(repeating: 1)
    guard let observed = anchors.deaths else { return scale }
    var unused = CohortFlows(births: [], deaths: [], netMigrants: [])
    unused.deaths = Array(repeating: .zero, count: districts * layout.vectors)
    unused.births = unused.deaths
    for _ in 0..<sweeps {
      var trial = self
      trial.survive(self, rates.survivorship, scale, vector, &unused)
      let births = births(survivors: trial, rates, anchors, vector)
      for district in 0..<districts { trial.enter(births[district], district, rates, scale, vector, &unused) }
      let deaths = (0..<districts).reduce(LaneVector.zero) { $0 + unused.deaths[$1 * layout.vectors + vector] }
      scale *= LaneVector(repeating: observed) / deaths
    }
    guard all(scale .< largestMortalityScale), all(scale .> 0) else {
      throw .implausibleDeaths(year: year, observed: observed, ratio: scale[0])
    }
    return scale
  }
}

/// Enough for a coupling of a few parts in a hundred thousand.
private let sweeps = 4

/// Beyond this, probabilities of dying at the open age would pass one.
private let largestMortalityScale = 2.0

private func total(_ terms: [LaneVector]) -> LaneVector { terms.reduce(.zero, +) }
