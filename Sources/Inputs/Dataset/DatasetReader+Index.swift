import Domain
import Formulas
import Simulation
import Targets

extension DatasetReader {
  private static let indexColumns = [
    "dimension", "indicator", "low", "high", "weight", "reversed", "level", "evidence", "source",
  ]

  /// Reads the components of the index; a package without the table has none.
  mutating func index(_ model: Model, baseYear: Year?) -> CompositeIndex {
    guard var table = optionalTable("index", DatasetReader.indexColumns) else { return CompositeIndex() }
    let indicators = Dictionary(model.published.map { ($0.name, $0) }) { first, _ in first }
    var components: [CompositeIndex.Component] = []
    for row in table.rows.prefix(Limits.listed) {
      guard let component = component(row, &table, indicators, from: baseYear ?? 0) else { continue }
      if components.contains(where: { $0.name == component.name }) {
        table.report(.duplicateRow(key: component.name), row: row, "indicator")
      }
      components.append(component)
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    if !has("parameters/index.yaml") {
      let path = CompositeIndex.parameters[0].path
      diagnostics.append(
        Diagnostic(ofFile: shown(DatasetReader.file(of: path)), .parameterMissing(path: path)))
    }
    return CompositeIndex(components)
  }

  private func component(
    _ row: Int, _ table: inout TableReader, _ indicators: [String: Indicator], from year: Year
  ) -> CompositeIndex.Component? {
    let dimension = table.word(row, "dimension", CompositeIndex.Dimension.self)
    let level = table.word(row, "level", CompositeIndex.Level.self)
    let evidence = table.word(row, "evidence", Evidence.self)
    let source = table.text(row, "source")
    table.remark(sources.problem(of: source), row: row, "source")
    let isReversed = table.integer(row, "reversed", in: 0...1)
    let (low, high) = (table.number(row, "low"), table.number(row, "high"))
    let weight = table.notNegative(row, "weight")
    let indicator = indicator(row, &table, indicators)
    if let low, let high, low >= high {
      table.report(.reversedRange(low: table.text(row, "low"), high: table.text(row, "high")), row: row, "high")
    }
    guard let dimension, let level, let evidence, let isReversed, let low, let high, let weight, let indicator else {
      return nil
    }
    for (column, value) in [("low", low), ("high", high)] {
      let text = table.text(row, column)
      table.refuse(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, column)
    }
    if level == .district, indicator.aggregation == .city || indicator.aggregation == .uniform {
      table.report(.notByDistrict(path: indicator.name), row: row, "level")
    }
    func dated(_ value: Double, _ origin: Position) -> DatedValue {
      DatedValue(
        from: Day(firstOf: year), value: value, evidence: evidence, source: source, known: year, origin: origin)
    }
    func place(_ column: String) -> Position { table.passage(row: row, column).position }
    let (lowPlace, highPlace, weightPlace) = (place("low"), place("high"), place("weight"))
    return CompositeIndex.Component(
      dimension, indicator, level: level, isReversed: isReversed == 1, low: dated(low, lowPlace),
      high: dated(high, highPlace), weight: dated(weight, weightPlace),
      ceiling: ceiling(row, &table, indicator, above: high, dated))
  }

  /// From where more is worse again: both columns or neither, beyond the upper goalpost.
  private func ceiling(
    _ row: Int, _ table: inout TableReader, _ indicator: Indicator, above high: Double,
    _ dated: (Double, Position) -> DatedValue
  ) -> CompositeIndex.Component.Ceiling? {
    let columns = ["full", "too_high"]
    guard columns.allSatisfy(table.has), columns.contains(where: { !table.text(row, $0).isEmpty }) else { return nil }
    guard let full = table.number(row, "full"), let tooHigh = table.number(row, "too_high") else { return nil }
    guard high <= full, full < tooHigh else {
      table.report(
        .reversedRange(low: table.text(row, "full"), high: table.text(row, "too_high")), row: row, "too_high")
      return nil
    }
    for (column, value) in zip(columns, [full, tooHigh]) {
      let text = table.text(row, column)
      table.refuse(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, column)
    }
    return CompositeIndex.Component.Ceiling(
      full: dated(full, table.passage(row: row, "full").position),
      tooHigh: dated(tooHigh, table.passage(row: row, "too_high").position))
  }

  private func indicator(
    _ row: Int, _ table: inout TableReader, _ indicators: [String: Indicator]
  ) -> Indicator? {
    let name = table.text(row, "indicator")
    if let indicator = indicators[name] { return indicator }
    if !programmeTable.mayHold(name) {
      let near = nearestName(to: name, in: indicators.keys.sorted())
      table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
    }
    return nil
  }
}
