import CSV
import Foundation
import Publishing

/// Size and hash of every table and parameter file, as `datapackage.json` states them, held against the files.
///
/// A seal says that somebody looked: whoever edits a file seals again. It is no proof that the data is whole:
/// that is what the counts of ``PackageCounts`` and the checks of each table are for.
public struct PackageSeal: Equatable, Sendable {
  /// Whether any file is sealed at all.
  public let isSealed: Bool
  /// Files that differ from their seals or have none, relative to the package, in a fixed order.
  public let unsealed: [String]

  /// Looks at a package.
  ///
  /// - Parameter read: files of it that were read, with the hashes of what they held then.
  public init(directory: String, read: [InputFile] = []) {
    let known = Dictionary(read.map { ($0.path, "sha256:\($0.sha256)") }) { first, _ in first }
    let resources = PackageSeal.description(in: directory)?["resources"]?.items ?? []
    var isSealed = false
    var unsealed: [String] = []
    for file in PackageSeal.files(in: directory) {
      let hash = resources.first { $0["path"]?.text == file }?["hash"]?.text
      if hash != nil { isSealed = true }
      if hash == nil || hash != known[file] && !PackageSeal.agrees(file, in: directory, with: hash) {
        unsealed.append(file)
      }
    }
    self.isSealed = isSealed
    self.unsealed = unsealed
  }

  /// Files changed since they were sealed; none in a package that was never sealed.
  public var changed: [String] { isSealed ? unsealed : [] }

  /// `datapackage.json` with what it says of every file brought up to date.
  ///
  /// - Returns: nil where it is no JSON object.
  public static func sealed(_ directory: String) -> String? {
    guard var package = description(in: directory), case .object = package else { return nil }
    var resources = package["resources"]?.items ?? []
    for file in files(in: directory) {
      let index = resources.firstIndex { $0["path"]?.text == file }
      var resource = index.map { resources[$0] } ?? newResource(file)
      guard let content = FileManager.default.contents(atPath: "\(directory)/\(file)") else { continue }
      let seal = FileSeal(name: file, content: [UInt8](content))
      resource["bytes"] = .bare("\(seal.bytes)")
      resource["hash"] = .text("sha256:\(seal.sha256)")
      let found = PackageCounts(of: file, [UInt8](content))
      if found.name == "rows" { resource["rows"] = .bare("\(found.count)") }
      // Never lowered: what is missing would be forgotten.
      let expected = max(resource["expected"]?[found.name]?.count ?? 0, found.count)
      resource["expected"] = .object([OrderedJSON.Member(name: found.name, value: .bare("\(expected)"))])
      if let index { resources[index] = resource } else { resources.append(resource) }
    }
    package["resources"] = .list(resources)
    // Parameter files are no tables.
    package["profile"] = .text("data-package")
    return package.fileText
  }

  static func description(in directory: String) -> OrderedJSON? {
    guard let text = try? text(ofFile: "\(directory)/\(DatasetReader.package)") else { return nil }
    return OrderedJSON(text)
  }

  /// Every table and parameter file.
  static func files(in directory: String) -> [String] {
    [("tables", ".csv"), ("parameters", ".yaml")].flatMap { folder, ending in
      names(inFolder: "\(directory)/\(folder)").filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
    }
  }

  /// A parameter file's description; tables have theirs already, with columns, or `check` asks for it.
  private static func newResource(_ file: String) -> OrderedJSON {
    let name = (file.split(separator: "/").last ?? "").split(separator: ".").first.map(String.init) ?? file
    let isTable = file.hasSuffix(".csv")
    let members: [(String, String)] = [
      ("name", isTable ? name : "\(name)-parameters"), ("path", file),
      ("profile", isTable ? "tabular-data-resource" : "data-resource"), ("format", isTable ? "csv" : "yaml"),
      ("mediatype", isTable ? "text/csv" : "application/yaml"), ("encoding", "utf-8"),
    ]
    return .object(members.map { OrderedJSON.Member(name: $0.0, value: .text($0.1)) })
  }

  /// Whether a file has the hash, with whatever line endings.
  private static func agrees(_ file: String, in directory: String, with hash: String?) -> Bool {
    guard let hash, let content = FileManager.default.contents(atPath: "\(directory)/\(file)") else { return false }
    let bytes = [UInt8](content)
    func agrees(_ content: [UInt8]) -> Bool { "sha256:\(FileSeal(name: file, content: content).sha256)" == hash }
    if agrees(bytes) { return true }
    let plain = bytes.withoutCarriageReturns
    return agrees(plain) || agrees(plain.withCarriageReturns)
  }
}

extension [UInt8] {
  /// With line feeds alone at the ends of lines.
  fileprivate var withoutCarriageReturns: [UInt8] {
    indices.filter { self[$0] != 13 || $0 + 1 == count || self[$0 + 1] != 10 }.map { self[$0] }
  }

  /// With both, as Windows writes them.
  fileprivate var withCarriageReturns: [UInt8] { flatMap { $0 == 10 ? [13, 10] : [$0] } }
}
