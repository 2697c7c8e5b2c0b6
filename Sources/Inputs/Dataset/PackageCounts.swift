import CSV
import Foundation

/// How much each table and parameter file should hold, as `datapackage.json` states it in `expected`.
///
/// A table cut short may be sound in itself, and sealed again it agrees with its hash. So the package says beside the
/// seal how many rows, or values, a file is meant to have. Sealing raises that number and never lowers it: whoever
/// takes rows away says so there.
struct PackageCounts {
  /// `rows` of a table, `values` of a parameter file.
  let name: String
  let count: Int

  /// Counts what is in a file. What stands on a line that does not end may be cut, and counts for nothing.
  init(of file: String, _ content: [UInt8]) {
    let isCut = content.last.map { $0 != 10 } ?? false
    if file.hasSuffix(".csv") {
      name = "rows"
      count = max(CSVReader.read(content).document.rowCount - (isCut ? 1 : 0), 0)
    } else {
      name = "values"
      let root = try? YAMLDocument(file: file, text: String(decoding: content, as: UTF8.self)).root
      count = max((root.map(PackageCounts.leaves) ?? 0) - (isCut ? 1 : 0), 0)
    }
  }

  private static func leaves(_ value: YAMLValue) -> Int {
    if let pairs = value.pairs { return pairs.reduce(0) { $0 + leaves($1.value) } }
    if let items = value.items { return items.reduce(0) { $0 + leaves($1) } }
    return 1
  }

  /// Files that hold less than the package says, with both numbers in words.
  static func short(in directory: String) -> [(file: String, detail: String)] {
    let resources = PackageSeal.description(in: directory)?["resources"]?.items ?? []
    return resources.compactMap { resource in
      guard let file = resource["path"]?.text,
        let content = FileManager.default.contents(atPath: "\(directory)/\(file)")
      else { return nil }
      let found = PackageCounts(of: file, [UInt8](content))
      guard let expected = resource["expected"]?[found.name]?.count, found.count < expected else { return nil }
      return (file, "\(expected) \(found.name) expected in \(DatasetReader.package), \(found.count) found")
    }
  }
}
