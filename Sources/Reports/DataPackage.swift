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

  /// - Parameter files: names and bytes of the CSV files.
  init(scenario: String, files: [(name: String, bytes: [UInt8])]) {
    name = String(scenario.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    profile = "tabular-data-package"
    resources = files.filter { $0.name.hasSuffix(".csv") }.map { file in
      let header = String(decoding: file.bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let fields = header.split(separator: ",").map { Field(name: String($0), type: DataPackage.type(of: String($0))) }
      return Resource(
        name: String(file.name.dropLast(4)), path: file.name, profile: "tabular-data-resource", encoding: "utf-8",
        schema: Schema(
          fields: fields, missingValues: [""],
          primaryKey: fields.map(\.name).filter { DataPackage.keys.contains($0) }))
    }
  }

  private static let keys: Set<String> = [
    "scenario", "kind", "district_code", "year", "sex", "age", "age_from", "indicator", "member", "target_id",
    "line", "payer", "account_code", "use",
  ]
  private static let texts: Set<String> = [
    "scenario", "kind", "district_code", "district", "sex", "indicator", "unit", "target_id", "name", "comparator",
    "basis", "status", "line", "payer", "nature", "account_code",
    "account", "use",
  ]

  private static func type(of column: String) -> String {
    if texts.contains(column) { return "string" }
    return ["year", "age", "age_from", "member"].contains(column) ? "integer" : "number"
  }
}

/// Writes JSON with keys in a fixed order.
func json(_ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = keys
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
}
