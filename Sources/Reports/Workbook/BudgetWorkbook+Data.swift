import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// The sheets of data: one table from the first cell on, a head, no rows that are none of its kind.
extension BudgetWorkbook {
  private func label(_ area: Int) -> String { results.areas[area].label(language) }
  private func head(_ words: [String], _ more: [String] = []) -> [SheetCell] {
    words.map { .text($0, .head) } + grid.heads + more.map { .text($0, .head) }
  }

  /// Numbers of a row by year: the year before is fixed, the others follow where there are formulas.
  func numbers(_ row: BookCells.Row, _ digits: SheetStyle.Digits) -> [SheetCell] {
    let held = SheetStyle(.held, digits)
    func fixed(_ value: Double) -> SheetCell {
      value.isFinite ? .number(value, held) : SheetCell(.textFormula("NA()", value: "#N/A"), held)
    }
    guard !row.formulas.isEmpty else { return row.values.map(fixed) }
    let following = zip(row.formulas, row.values.dropFirst()).map { formula, value in
      SheetCell.formula(formula, value: value, SheetStyle(.value, digits))
    }
    return [fixed(row.values[0])] + following
  }

  private func sheet(_ id: BookSheet, _ rows: [BookCells.Row]) -> Sheet {
    var sheet = Sheet(
      name(id), widths: grid.widths([30, 44, 12, 14]), headRows: 1, headColumns: BookGrid.words, isFiltered: true)
    sheet.append(head([say("名称", "Name"), say("含义", "Meaning"), say("地区", "Area"), say("单位", "Unit")]))
    for row in rows {
      let words = [row.key, row.label, label(row.area), row.unit.name(language)]
      sheet.append(words.map { .text($0, .label) } + numbers(row, .full))
    }
    return sheet
  }

  var modelSheet: Sheet { sheet(.model, cells.model) }
  var fixedSheet: Sheet { sheet(.fixed, cells.fixed) }

  var dataSheet: Sheet {
    var sheet = Sheet(
      name(.data), widths: grid.widths([26, 14, 10, 10], [10, 36, 16, 12]), headRows: 1, headColumns: BookGrid.words,
      isFiltered: true)
    sheet.append(
      head(
        ["line", "payer", "district_code", "nature"],
        ["sum", say("科目（元）", "Line (yuan)"), say("付款方", "Payer"), say("区县", "District")]))
    for row in data.rows {
      let keys = [row.line, row.payer, results.areas[row.row.area].code, row.nature]
      let labels = [row.part.rawValue, row.lineLabel, row.payerLabel, label(row.row.area)]
      sheet.append(
        keys.map { .text($0, .label) } + numbers(row.row, .hundredths) + labels.map { .text($0, .label) })
    }
    return sheet
  }

  /// Every published indicator in the city and its districts.
  var indicatorSheet: Sheet {
    let rows = results.indicators.flatMap { indicator in
      ([results.areas.cityIndex] + Array(results.areas.districts.indices)).compactMap { area -> BookCells.Row? in
        let values = grid.all.map { results.value(indicator, area: area, year: $0) ?? .nan }
        guard !values.allSatisfy(\.isNaN) else { return nil }
        return BookCells.Row(
          key: indicator.name, label: indicator.label(language), area: area, unit: indicator.unit, values: values)
      }
    }
    return sheet(.indicators, rows)
  }

  var targetSheet: Sheet { sheet(.targets, RunTables.targets.table(of: RunOutput(results))) }

  /// The city's indicators of money with their quantiles.
  var longSheet: Sheet {
    let kept: Set<String> = ["fiscal", "fund", "benefits"]
    var table = Table(columns: ["indicator", "unit", "year", "central", "p10", "p50", "p90"].map { Column($0) })
    let full = NumberFormat(decimals: 4)
    for indicator in results.indicators where kept.contains(String(indicator.name.prefix { $0 != "." })) {
      for year in grid.years {
        let statistics = results.statistics(indicator, area: results.areas.cityIndex, year: year)
        let quantiles = [0.1, 0.5, 0.9].map { share in
          statistics.flatMap { found in
            Statistics.probabilities.firstIndex(of: share).map { found.quantiles[$0] }
          }
        }
        table.append(
          [.text(indicator.name), .text(indicator.unit.symbol), .number(Double(year), .year)]
            + ([results.city(indicator, year)] + quantiles).map { $0.map { .number($0, full) } ?? .empty })
      }
    }
    return sheet(.long, table)
  }

  /// A table of a run's files as it is.
  private func sheet(_ id: BookSheet, _ table: Table) -> Sheet {
    var sheet = Sheet(
      name(id), widths: Array(repeating: 16, count: table.columns.count), headRows: 1, isFiltered: true)
    sheet.append(table.columns.map { .text($0.header, .head) })
    for row in table.rows {
      guard case .cells(let cells) = row else { continue }
      sheet.append(
        cells.map { cell in
          switch cell {
          case .text(let text): .text(text, .label)
          case .number(let value, let format):
            .number(value, SheetStyle(.held, format.grouping == .none ? .year : .full))
          case .empty: SheetCell(.blank, .label)
          }
        })
    }
    return sheet
  }
}
