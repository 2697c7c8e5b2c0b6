import CSV
import Domain
import Simulation

/// Every member of chosen indicators, a world a row.
///
/// Columns `scenario,district_code,district,year,indicator,member,value`; what does not vary is the same in all.
public func memberTable(_ results: Results, indicators names: [String]) -> [UInt8] {
  var csv = CSVWriter(capacity: 1_000_000)
  csv.row(["scenario", "district_code", "district", "year", "indicator", "member", "value"])
  for area in results.areas.shown {
    for year in results.years {
      for name in Set(names).sorted() {
        guard let members = results.members(name, area: area, year: year) else { continue }
        for (index, value) in members.enumerated() where !value.isNaN {
          csv.append(results.plan.scenario.name)
          csv.append(results.areas[area].code)
          csv.append(results.areas[area].label.zh)
          csv.append(year)
          csv.append(name)
          csv.append(index + 1)
          csv.append(value)
          csv.endRow()
        }
      }
    }
  }
  return csv.bytes
}
