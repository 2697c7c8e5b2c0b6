import Domain
import Fiscal
import Foundation
import Publishing
import Simulation
import Tables

extension Publication {
  /// The same files with every CSV as spreadsheets open it, and described so.
  ///
  /// - Parameter plan: has the labels of budget lines; nil where there are none.
  public func forSpreadsheets(_ plan: Plan?) throws -> Publication {
    let form = SpreadsheetCSV(labels: [
      "line": (
        "科目", Dictionary((plan?.model.budget?.lines ?? []).map { ($0.name, $0.label.zh) }) { first, _ in first }
      ),
      "payer": ("付款方", Dictionary(uniqueKeysWithValues: Payer.allCases.map { ($0.rawValue, $0.label.zh) })),
      "nature": ("性质", Dictionary(uniqueKeysWithValues: BudgetLine.Nature.allCases.map { ($0.rawValue, $0.label.zh) })),
    ])
    return try mapFiles { file in
      if file.name.hasSuffix(".csv") { return form.text(try file.content()) }
      return file.name == "datapackage.json" ? try described(try file.content(), form) : nil
    }
  }
}

/// A data package's description with the columns that spreadsheets get, and their line ends.
private func described(_ package: [UInt8], _ form: SpreadsheetCSV) throws -> [UInt8] {
  guard var content = try JSONSerialization.jsonObject(with: Data(package)) as? [String: Any],
    let resources = content["resources"] as? [[String: Any]]
  else { return package }
  content["resources"] = resources.map { resource in
    var resource = resource
    var schema = resource["schema"] as? [String: Any] ?? [:]
    let fields = schema["fields"] as? [[String: Any]] ?? []
    schema["fields"] = fields.flatMap { field -> [[String: Any]] in
      let added = form.header([field["name"] as? String ?? ""]).dropFirst()
      return [field] + added.map { ["name": $0, "type": SpreadsheetCSV.isAmount($0) ? "number" : "string"] }
    }
    resource["schema"] = schema
    resource["dialect"] = ["lineTerminator": "\r\n"]
    return resource
  }
  let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return [UInt8](try JSONSerialization.data(withJSONObject: content, options: options)) + [UInt8(ascii: "\n")]
}
