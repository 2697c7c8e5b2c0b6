import Foundation

/// The description of a run's CSV files: a Frictionless Data Package.
struct DataPackage: Encodable {
  struct Field: Encodable {
    let name: String
    let type: String
  }

  struct Schema: Encodable {
    let fields: [Field]
    let missingValues: [String]
    let primaryKey: [String]
  }

  struct Resource: Encodable {
    let name: String
    let path: String
    let profile: String
    let encoding: String
    let schema: Schema
  }

  let name: String
  let profile: String
  let resources: [Resource]

  /// - Parameter tables: the files that were written.
  init<Source>(scenario: String, _ tables: [OutputTable<Source>]) {
    self.init(name: scenario, tables.map { ($0.file, $0.fields) })
  }

  /// - Parameter tables: the files that were written, and their columns.
  init(name: String, _ tables: [(file: String, fields: [OutputField])]) {
    self.name = String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    profile = "tabular-data-package"
    resources = tables.map { table in
      Resource(
        name: String(table.file.dropLast(4)), path: table.file, profile: "tabular-data-resource", encoding: "utf-8",
        schema: Schema(
          fields: table.fields.map { Field(name: $0.name, type: $0.type.rawValue) }, missingValues: [""],
          primaryKey: table.fields.filter(\.isKey).map(\.name)))
    }
  }
}

/// Writes JSON with keys in a fixed order.
func json(_ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = keys
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
}
