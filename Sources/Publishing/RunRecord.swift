import Foundation

/// What a manifest says of the files beside it.
public struct RunRecord: Sendable {
  /// The manifest's name.
  public static let file = "manifest.json"
  /// What a manifest is called while the files it lists are being replaced one by one.
  static let displaced = ".manifest.json.displaced"
  /// What such a manifest is called once its files cannot be put back.
  static let torn = ".manifest.json.torn"
  /// What tells of runs that broke off.
  static let remains = [displaced, torn]
  /// Whose manifests are believed.
  public static let program = "minzheng"

  /// The files that it lists. One from before manifests listed files has none.
  public let outputs: [FileSeal]

  private struct Content: Decodable {
    let program: String
    let outputs: [FileSeal]?
  }

  /// - Returns: nil for what is no manifest of this program.
  init?(_ bytes: [UInt8]) {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.program == RunRecord.program
    else { return nil }
    outputs = (content.outputs ?? []).filter { $0.isPlainName && !RunRecord.isReserved($0.name) }
  }

  /// - Returns: nil where there is none.
  init?(_ name: String, in folder: FolderHandle) throws(PublishingFailure) {
    guard let bytes = try folder.content(of: name, limit: RunRecord.mostBytes) else { return nil }
    self.init(bytes)
  }

  /// A manifest of Hangzhou has half a megabyte.
  private static let mostBytes = 100_000_000

  /// Names that belong to publishing itself.
  static func isReserved(_ name: String) -> Bool {
    name == file || remains.contains(name) || name.hasPrefix(Seat.prefix)
  }
}
