import Foundation

/// The files that come with the program: they are found from any folder, by the path they have in it or by their name.
///
/// A path that leads to a file from where somebody stands always wins, so that a copy to work on is read in its place.
public struct ShippedFiles: Sendable {
  /// Which files are meant, and the folder they lie in.
  public enum Kind: String, CaseIterable, Sendable {
    case scenario = "scenarios"
    case study = "studies"
    case plan = "plans"
    case dataset = "datasets"
    case schema = "schemas"
  }

  /// The folder that holds `datasets`, `scenarios` and the rest; nil where none came with the program.
  public let root: String?

  public init(root: String?) { self.root = root }

  /// No files.
  public static let none = ShippedFiles(root: nil)

  /// Where a file lies that is named so: the name itself where a file is there or no shipped one is called so.
  ///
  /// - Parameter file: beside which a relative name is seen; nil for the folder one stands in.
  public func path(_ name: String, _ kind: Kind, beside file: String? = nil) -> String {
    let seen = file.map { resolve(name, beside: $0) } ?? name
    guard let root, !name.isEmpty, !name.hasPrefix("/"), !exists(seen) else { return seen }
    let places = ["\(root)/\(name)", "\(root)/\(kind.rawValue)/\(name)", "\(root)/\(kind.rawValue)/\(name).yaml"]
    // Nothing above or beside what was shipped.
    let inside = places.filter { !name.split(separator: "/").contains("..") && isOf(kind, $0) }
    return inside.first ?? seen
  }

  /// The files of a kind by the path they have from the root, in a fixed order; of packages their folders.
  public func all(_ kind: Kind) -> [String] {
    guard let root else { return [] }
    return names(inFolder: "\(root)/\(kind.rawValue)").map { "\(kind.rawValue)/\($0)" }
      .filter { isOf(kind, "\(root)/\($0)") && !$0.hasSuffix(".md") }
  }

  /// Every file in the folder of a kind, those of packages included, by the path it has from the root, in a fixed order.
  public func files(_ kind: Kind) -> [String] {
    guard let root else { return [] }
    let folder = "\(root)/\(kind.rawValue)"
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { path in
        !isFolder("\(folder)/\(path)") && !path.split(separator: "/").contains { "._".contains($0.prefix(1)) }
      }
      .map { "\(kind.rawValue)/\($0)" }
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func isOf(_ kind: Kind, _ path: String) -> Bool {
    kind == .dataset ? exists("\(path)/datapackage.json") : exists(path) && !isFolder(path)
  }
}
