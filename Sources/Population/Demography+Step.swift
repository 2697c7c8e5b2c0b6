import Domain
import Formulas
import NumericCore

extension Demography {
  /// Works out the survivorship ratios and the rates of a year from the resolved inputs.
  public struct YearInputs: Sendable {
    public let areas: Areas
    public let parameters: ResolvedTable
    public let schedules: ScheduleTable
    public let tables: RateTables

    public init(
      areas: Areas, parameters: ResolvedTable, schedules: ScheduleTable, tables: RateTables = RateTables()
    ) {
      self.areas = areas
      self.parameters = parameters
      self.schedules = schedules
      self.tables = tables
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
      return mortality.survivorship(k: value(mortalityDriver, drivers), shift: shift)
    }

    /// The rates of residents or of the registered population, tables before models.
    public func rates(
      of kind: PopulationKind, _ survivorship: Survivorship, _ drivers: Evaluation, _ year: Year
    ) -> CohortRates {
      let isResident = kind == .resident
      let pattern = schedules[fertilityPattern]
      var survivorship = survivorship
      survivorship.replace(with: tables, of: kind, areas: areas, year)
      var rates = CohortRates(
        survivorship: survivorship,
        fertilityPattern: (0..<Age.count).map { pattern[Age($0), .female] },
        tfr: value(isResident ? fertilityDriver : registeredFertilityDriver, drivers),
        fertilityFactor: byDistrict(fertilityFactor, year),
        srb: value(srbDriver, drivers),
        netMigrants: value(isResident ? migrationDriver : transferDriver, drivers),
        migrantShare: byDistrict(isResident ? migrationShare : transferShare, year),
        migrantProfile: schedules[migrationProfile])
      rates.givenFertility = areas.districts.indices.map { tables.asfr(of: kind, in: $0, year) }
      let migrants = areas.districts.indices.map { tables.netMigrants(of: kind, in: $0, year) }
      rates.givenMigrants = migrants.contains { $0 != nil } ? migrants : isClosed(kind) ? closed : []
      rates.moves = tables.moves(of: kind, year)
      return rates
    }

    /// Whether nothing at all is said of a population's migration: then nobody moves.
    public func isClosed(_ kind: PopulationKind) -> Bool {
      let parameter = kind == .resident ? netMigration : netTransfers
      return !tables.hasMigrants(of: kind) && parameters[parameter].city.yearEnd.allSatisfy(\.isAbsent)
    }

    private var closed: [AgeTable?] { Array(repeating: AgeTable(), count: areas.districts.count) }

    /// Checks that every rate the step needs is there.
    public func requireComplete(
      _ rates: CohortRates, of kind: PopulationKind, anchors: CohortAnchors, _ year: Year
    ) throws(AccountingError) {
      for district in areas.districts.indices {
        func require(_ rate: RateKind, _ lacking: String?) throws(AccountingError) {
          guard let lacking else { return }
          throw .noRates(rate, kind, area: district, year: year, missing: lacking)
        }
        if rates.survivorship.lacksRatios(of: district) {
          try require(.mortality, lackingMortality(district, year))
        }
        try require(.fertility, lackingFertility(rates, of: kind, district))
        if rates.givenMigrants.isEmpty, anchors.total == nil || anchors.elderly != nil {
          try require(.migration, lackingMigration(rates, of: kind, district))
        }
      }
    }

    /// What the model of mortality lacks in a district: a schedule, or a parameter without a value.
    private func lackingMortality(_ district: Int, _ year: Year) -> String {
      for schedule in [mortalityLevel, mortalityChange]
      where schedules[schedule].values.contains(where: \.isNaN) { return schedule.path }
      let needed = [alphaFemale, alphaMale, districtShift]
      let absent = needed.first { parameters.value($0, in: district, year).isAbsent }
      return (absent ?? mortalityIndex).path
    }

    private func lackingFertility(_ rates: CohortRates, of kind: PopulationKind, _ district: Int) -> String? {
      if rates.srb.hasGap { return srb.path }
      guard rates.givenFertility[district] == nil else { return nil }
      if rates.fertilityPattern.contains(where: \.isNaN) { return fertilityPattern.path }
      if rates.fertilityFactor[district].hasGap { return fertilityFactor.path }
      guard rates.tfr.hasGap else { return nil }
      let isRegistered = kind == .registered && !parameters[tfr].city.yearEnd.allSatisfy(\.isAbsent)
      return (isRegistered ? registeredFertility : tfr).path
    }

    private func lackingMigration(_ rates: CohortRates, of kind: PopulationKind, _ district: Int) -> String? {
      let isResident = kind == .resident
      if rates.netMigrants.hasGap { return (isResident ? netMigration : netTransfers).path }
      guard rates.migrantShare[district].hasGap else { return nil }
      return (isResident ? migrationShare : transferShare).path
    }

    private func byDistrict(_ parameter: Parameter, _ year: Year) -> [Lanes] {
      areas.districts.indices.map { parameters.value(parameter, in: $0, year) }
    }

    private func value(_ driver: Indicator, _ drivers: Evaluation) -> Lanes {
      guard let index = Demography.drivers.firstIndex(of: driver) else { return .absent }
      return .each(drivers.value(index, area: areas.cityIndex))
    }
  }

  /// The indicators whose published values bind the cohort step.
  public static let anchorIndicators = [
    populationBirths, populationDeaths, populationTotal, populationRegistered, populationRegistered60Plus,
  ]

  /// The published series that takes the place of what a parameter drives.
  public static let drivenBy = [
    tfr.path: populationBirths.name, mortalityIndex.path: populationDeaths.name,
    netMigration.path: populationTotal.name, netTransfers.path: populationRegistered.name,
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
