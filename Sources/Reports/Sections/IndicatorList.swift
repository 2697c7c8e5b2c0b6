import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// Some indicators of a dataset's city: what each is, and how it is worked out.
public struct IndicatorList {
  private let indicators: [Indicator]
  private let language: Language

  /// - Parameter text: by which indicators are found; empty for all.
  public init(_ dataset: Dataset, foundBy text: String, language: Language) {
    let found = Set(dataset.indicatorSearch.found(by: text).map(\.name))
    indicators = dataset.city.model.published.filter { found.contains($0.name) }.sorted { $0.name < $1.name }
    self.language = language
  }

  public var isEmpty: Bool { indicators.isEmpty }

  /// For readers.
  public var page: Table {
    let say = language.say
    var table = Table(columns: [
      Column("indicator", header: say("指标", "Indicator")), Column("label", header: say("含义", "Meaning")),
      Column("unit", header: say("单位", "Unit")), Column("city", header: say("全市", "City")),
      Column("population", header: say("人口口径", "Counts")), Column("formula", header: say("公式", "Formula")),
    ])
    for indicator in indicators {
      table.append([
        .text(indicator.name), .text(indicator.label(language)), .text(indicator.unit.name(language)),
        .text(indicator.aggregation.label(language)), .text(indicator.population?.label(language) ?? ""),
        .text(indicator.formula.text(in: language)),
      ])
    }
    return table
  }

  /// For programs: keys, and formulas as English writes them, whatever the language.
  public var rows: Table {
    var table = Table(
      columns: ["indicator", "label_zh", "label_en", "unit", "city", "population", "formula"].map { Column($0) })
    for indicator in indicators {
      table.append([
        .text(indicator.name), .text(indicator.label.zh), .text(indicator.label.en), .text(indicator.unit.symbol),
        .text(indicator.aggregation.rawValue), indicator.population.map { .text($0.rawValue) } ?? .empty,
        .text(indicator.formula.text(in: .en)),
      ])
    }
    return table
  }
}
