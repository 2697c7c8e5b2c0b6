import CSV
import Domain
import Simulation

/// The machine-readable files of a run.
public struct OutputFiles: Sendable {
  private let results: Results
  private let scenario: String
  private let areas: Areas

  public init(_ results: Results) {
    self.results = results
    scenario = results.plan.scenario.name
    areas = results.areas
  }

  /// What the members say beside the central one; empty without draws.
  private static let statistics = ["mean", "p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"]
  /// 10, 50 and 90 %.
  private static let pyramidQuantiles = [1, 3, 5]

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
          append(results.statistics(index, area: area, year: year), to: &csv)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  /// The mean and all quantiles, or as many empty cells.
  private func append(_ statistics: Statistics?, to csv: inout CSVWriter) {
    csv.append(statistics?.mean)
    for index in Statistics.probabilities.indices { csv.append(statistics?.quantiles[index]) }
  }

  /// Persons by single age.
  public var population: [UInt8] {
    var csv = CSVWriter(capacity: 8_000_000)
    csv.row(["scenario", "kind", "district_code", "district", "year", "sex", "age", "central", "mean"])
    for kind in results.kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
      for area in areas.shown {
        for year in results.years {
          let table = results.population(kind, area: area, year: year)
          let mean = results.meanPopulation(kind, area: area, year: year)
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
              csv.append(mean?[Age(age), sex])
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
        for (group, from) in Results.groups.enumerated() {
          let statistics = results.pyramid(sex, group: group, year: year)
          csv.append(scenario)
          csv.append(year)
          csv.append(sex.name)
          csv.append(from)
          csv.append(table.sum(sex, from: from))
          csv.append(statistics?.mean)
          for index in OutputFiles.pyramidQuantiles { csv.append(statistics?.quantiles[index]) }
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
      csv.append(judgement.chance)
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
