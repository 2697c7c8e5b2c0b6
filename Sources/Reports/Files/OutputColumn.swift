import CSV
import Domain
import Simulation
import Tables

/// A column of an output file: its name and type, and what a row has in it.
struct OutputColumn<Row>: Sendable {
  private enum Value: Sendable {
    case text(@Sendable (Row) -> String)
    case integer(@Sendable (Row) -> Int?)
    case number(@Sendable (Row) -> Double?)
    case decimal(@Sendable (Row) -> Double?)
  }

  let field: OutputField
  private let value: Value

  private init(_ name: String, _ type: OutputField.FieldType, isKey: Bool, _ value: Value) {
    field = OutputField(name: name, type: type, isKey: isKey)
    self.value = value
  }

  static func text(_ name: String, isKey: Bool = false, _ value: @escaping @Sendable (Row) -> String) -> OutputColumn {
    OutputColumn(name, .string, isKey: isKey, .text(value))
  }

  static func integer(_ name: String, isKey: Bool = false, _ value: @escaping @Sendable (Row) -> Int?) -> OutputColumn {
    OutputColumn(name, .integer, isKey: isKey, .integer(value))
  }

  /// A number in inside units; empty where there is none.
  static func number(_ name: String, _ value: @escaping @Sendable (Row) -> Double?) -> OutputColumn {
    OutputColumn(name, .number, isKey: false, .number(value))
  }

  /// The same, written so that no row looks like one of whole numbers: of columns whose rows are of many kinds.
  static func decimal(_ name: String, _ value: @escaping @Sendable (Row) -> Double?) -> OutputColumn {
    OutputColumn(name, .number, isKey: false, .decimal(value))
  }

  func append(_ row: Row, to csv: inout CSVWriter) {
    switch value {
    case .text(let value): csv.append(value(row))
    case .integer(let value): if let number = value(row) { csv.append(number) } else { csv.append(nil) }
    case .number(let value): csv.append(value(row))
    case .decimal(let value): csv.append(decimal: value(row))
    }
  }

  func cell(_ row: Row) -> Cell {
    switch value {
    case .text(let value): .text(value(row))
    case .integer(let value): value(row).map { .number(Double($0), .year) } ?? .empty
    case .number(let value), .decimal(let value): value(row).map { .number($0, NumberFormat(decimals: 4)) } ?? .empty
    }
  }
}

/// Columns that many files have.
extension OutputColumn {
  static func scenario(_ value: @escaping @Sendable (Row) -> String) -> OutputColumn {
    .text("scenario", isKey: true, value)
  }

  /// Code and Chinese name of a district or the city.
  static func area(_ area: @escaping @Sendable (Row) -> Area) -> [OutputColumn] {
    [.text("district_code", isKey: true) { area($0).code }, .text("district") { area($0).label.zh }]
  }

  static func year(_ value: @escaping @Sendable (Row) -> Year) -> OutputColumn {
    .integer("year", isKey: true, value)
  }

  /// The quantiles of the members, empty without them.
  ///
  /// - Parameter shown: places among the probabilities; nil for all.
  static func quantiles(
    _ shown: [Int]? = nil, _ statistics: @escaping @Sendable (Row) -> Statistics?
  ) -> [OutputColumn] {
    (shown ?? Array(Statistics.probabilities.indices)).map { place in
      .number(Statistics.columns[place]) { statistics($0)?.quantiles[place] }
    }
  }
}

extension Statistics {
  /// What columns of the quantiles are called.
  static let columns = ["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"]
}
