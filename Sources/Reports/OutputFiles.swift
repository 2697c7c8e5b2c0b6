import CSV
import Domain
import Simulation

/// The machine-readable files of a run.
public struct OutputFiles {
  private let results: Results
  private let scenario: String
  private let areas: Areas

  public init(_ results: Results) {
    self.results = results
    scenario = results.plan.scenario.name
    areas = results.areas
  }

  /// The quantiles beside the central member; empty while there are no draws.
  private static let statistics = ["mean", "p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"]

  /// A row for every area, year and indicator.
  public var indicators: [UInt8] {
    var csv = CSVWriter(capacity: 4_000_000)
    csv.row(["scenario", "district_code", "district", "year", "indicator", "unit", "central"] + OutputFiles.statistics)
    let order = results.indicators.indices.sorted { results.indicators[$0].name < results.indicators[$1].name }
    for area in areas.shown {
      for year in results.years {
        for index in order {
          let indicator = results.indicators[index]
          if indicator.aggregation == .city, area != areas.cityIndex { continue }
          csv.append(scenario)
          csv.append(areas[area].code)
          csv.append(areas[area].label.zh)
          csv.append(year)
          csv.append(indicator.name)
          csv.append(indicator.unit.symbol)
          csv.append(results.value(index, area: area, year: year))
          for _ in OutputFiles.statistics { csv.append(nil as Double?) }
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  /// Persons by single age.
  public var population: [UInt8] {
    var csv = CSVWriter(capacity: 8_000_000)
    csv.row(["scenario", "kind", "district_code", "district", "year", "sex", "age", "central", "mean"])
    for kind in results.kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
      for area in areas.shown {
        for year in results.years {
          let table = results.population(kind, area: area, year: year)
          for sex in Sex.allCases {
            for age in 0...Age.open.years {
              csv.append(scenario)
              csv.append(kind.rawValue)
              csv.append(areas[area].code)
              csv.append(areas[area].label.zh)
              csv.append(year)
              csv.append(sex.name)
              csv.append(age)
              csv.append(table[Age(age), sex])
              csv.append(nil as Double?)
              csv.endRow()
            }
          }
        }
      }
    }
    return csv.bytes
  }

  /// The city's residents by five-year group.
  public var pyramid: [UInt8] {
    var csv = CSVWriter(capacity: 100_000)
    csv.row(["scenario", "year", "sex", "age_from", "central", "mean", "p10", "p50", "p90"])
    for year in results.years {
      let table = results.population(.resident, area: areas.cityIndex, year: year)
      for sex in Sex.allCases {
        for from in stride(from: 0, through: Age.open.years, by: 5) {
          let persons = (from..<min(from + 5, Age.count)).reduce(0) { $0 + table[Age($1), sex] }
          csv.append(scenario)
          csv.append(year)
          csv.append(sex.name)
          csv.append(from)
          csv.append(persons)
          for _ in 0..<4 { csv.append(nil as Double?) }
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  /// A row for every target and target year.
  public var targets: [UInt8] {
    var csv = CSVWriter(capacity: 50_000)
    csv.row([
      "scenario", "target_id", "name", "year", "comparator", "target", "unit", "projected", "gap", "p_met", "basis",
      "status",
    ])
    let judgements = results.judgements.sorted { ($0.target.id, $0.target.year) < ($1.target.id, $1.target.year) }
    for judgement in judgements {
      let target = judgement.target
      csv.append(scenario)
      csv.append(target.id)
      csv.append(target.label.zh)
      csv.append(target.year)
      csv.append(target.comparator.rawValue)
      csv.append(target.value)
      csv.append(target.unit)
      csv.append(judgement.projected)
      csv.append(judgement.gap)
      csv.append(nil as Double?)
      csv.append(judgement.basis?.rawValue ?? "")
      csv.append(judgement.status.rawValue)
      csv.endRow()
    }
    return csv.bytes
  }
}

extension CSVWriter {
  /// Writes a row of texts.
  mutating func row(_ texts: [String]) {
    for text in texts { append(text) }
    endRow()
  }
}
