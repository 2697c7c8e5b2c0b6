import Domain
import Formulas

extension Demography {
  /// Works out the survivorship ratios and the rates of a year from the resolved inputs.
  public struct YearInputs: Sendable {
    public let areas: Areas
    public let layout: LaneLayout
    public let parameters: ResolvedTable
    public let schedules: ScheduleTable

    public init(areas: Areas, layout: LaneLayout, parameters: ResolvedTable, schedules: ScheduleTable) {
      self.areas = areas
      self.layout = layout
      self.parameters = parameters
      self.schedules = schedules
    }

    /// Survivorship in every district and, without a district shift, in the city.
    public func survivorship(_ drivers: Evaluation, _ year: Year) -> Survivorship {
      let mortality = RelationalMortality(ax: schedules[mortalityLevel], bx: schedules[mortalityChange])
      let shift = (0..<areas.count).map { area in
        Sex.allCases.map { sex in
          let level = parameters.value(alpha(sex), in: area, year)
          guard area != areas.cityIndex else { return level }
          return level.combined(with: parameters.value(districtShift, in: area, year)) { $0 + $1 }
        }
      }
      return mortality.survivorship(k: value(mortalityDriver, drivers), shift: shift, layout: layout)
    }

    /// The rates of residents or of the registered population.
    public func rates(
      of kind: PopulationKind, _ survivorship: Survivorship, _ drivers: Evaluation, _ year: Year
    ) -> CohortRates {
      let isResident = kind == .resident
      let pattern = schedules[fertilityPattern]
      return CohortRates(
        survivorship: survivorship,
        fertilityPattern: (0..<Age.count).map { pattern[Age($0), .female] },
        tfr: value(isResident ? fertilityDriver : registeredFertilityDriver, drivers),
        fertilityFactor: byDistrict(fertilityFactor, year),
        srb: value(srbDriver, drivers),
        netMigrants: value(isResident ? migrationDriver : transferDriver, drivers),
        migrantShare: byDistrict(isResident ? migrationShare : transferShare, year),
        migrantProfile: schedules[migrationProfile])
    }

    private func byDistrict(_ parameter: Parameter, _ year: Year) -> [Lanes] {
      areas.districts.indices.map { parameters.value(parameter, in: $0, year) }
    }

    private func value(_ driver: Indicator, _ drivers: Evaluation) -> Lanes {
      guard let index = Demography.drivers.firstIndex(of: driver) else { return .absent }
      return .each((0..<layout.vectors).map { drivers.value(index, area: areas.cityIndex, vector: $0) })
    }
  }

  /// The indicators whose published values bind the cohort step.
  public static let anchorIndicators = [
    populationBirths, populationDeaths, populationTotal, populationRegistered, populationRegistered60Plus,
  ]

  /// What is firmly known of a population at the end of a year.
  public static func anchors(_ kind: PopulationKind, _ observations: Observations, city: Int, _ year: Year)
    -> CohortAnchors
  {
    func known(_ indicator: Indicator) -> Double? { observations.firm(indicator.name, area: city, year: year)?.value }
    switch kind {
    case .resident:
      return CohortAnchors(
        births: known(populationBirths), deaths: known(populationDeaths), total: known(populationTotal))
    case .registered:
      return CohortAnchors(total: known(populationRegistered), elderly: known(populationRegistered60Plus))
    }
  }
}
