import Domain
import Formulas
import NumericCore

extension People {
  /// Births by district in a year that opens with these people.
  ///
  /// District factors shift births between districts and leave the city's total
  /// fertility rate as given.
  ///
  /// - Throws: ``AccountingError/noBirths(year:observed:)`` when there are none to scale to those observed.
  func births(
    survivors: People, _ rates: CohortRates, _ anchors: CohortAnchors, _ vector: Int, _ year: Year
  ) throws(AccountingError) -> [LaneVector] {
    let given = districtsGiven(rates.givenFertility)
    let modelled = (0..<districts).filter { !given.contains($0) }
    var births = Array(repeating: LaneVector.zero, count: districts)
    for district in given {
      guard let asfr = rates.givenFertility[district] else { continue }
      births[district] = self.births(district, survivors, asfr, vector)
    }
    let plain = modelled.map { self.births($0, survivors, rates.fertilityPattern, vector) }
    let weighted = zip(modelled, plain).map { $1 * rates.fertilityFactor[$0].vector(vector) }
    let city = rates.tfr.vector(vector) * total(plain)
    let scale = (city / total(weighted)).replacing(with: 0, where: city .== 0)
    for (district, weight) in zip(modelled, weighted) { births[district] = weight * scale }
    guard let observed = anchors.births else { return births }
    let modelledBirths = total(births)
    guard all(modelledBirths .> 0) else { throw .noBirths(year: year, observed: observed) }
    let raking = LaneVector(repeating: observed) / modelledBirths
    return births.map { $0 * raking }
  }

  /// Births in a district under rates by age of the mother.
  private func births(_ district: Int, _ survivors: People, _ asfr: [Double], _ vector: Int) -> LaneVector {
    var sum = LaneVector.zero
    for age in asfr.indices where asfr[age] > 0 {
      let place = cell(district, .female, age) + vector
      sum += asfr[age] * 0.5 * (persons[place] + survivors.persons[place])
    }
    return sum
  }

  private func districtsGiven(_ tables: [[Double]?]) -> [Int] { tables.indices.filter { tables[$0] != nil } }

  /// The factor on probabilities of dying that gives the observed deaths; one without an observation.
  ///
  /// Deaths are linear in the factor but for the few births it costs, so that
  /// the sweeps below close to rounding error.
  func scaleOfMortality(
    _ rates: CohortRates, _ anchors: CohortAnchors, _ vector: Int, _ year: Year
  ) throws(AccountingError) -> LaneVector {
    var scale = LaneVector(repeating: 1)
    var ratio = scale  // of the observed deaths to those without scaling
    guard let observed = anchors.deaths else { return scale }
    var unused = CohortFlows(births: [], deaths: [], netMigrants: [])
    unused.deaths = Array(repeating: .zero, count: districts * layout.vectors)
    unused.births = unused.deaths
    for sweep in 0..<sweeps {
      var trial = self
      trial.survive(self, rates.survivorship, scale, vector, &unused)
      let births = try births(survivors: trial, rates, anchors, vector, year)
      for district in 0..<districts { trial.enter(births[district], district, rates, scale, vector, &unused) }
      let deaths = (0..<districts).reduce(LaneVector.zero) { $0 + unused.deaths[$1 * layout.vectors + vector] }
      scale *= LaneVector(repeating: observed) / deaths
      if sweep == 0 { ratio = scale }
    }
    guard all(scale .< largestMortalityScale), all(scale .> 0) else {
      throw .implausibleDeaths(year: year, observed: observed, ratio: ratio[0])
    }
    return scale
  }
}

/// Enough for a coupling of a few parts in a hundred thousand.
private let sweeps = 4

/// Beyond this, probabilities of dying at the open age would pass one.
private let largestMortalityScale = 2.0

private func total(_ terms: [LaneVector]) -> LaneVector { terms.reduce(.zero, +) }
