import Foundation
import Publishing
import Synchronization

/// A temporary folder to publish in, and what is in it.
final class Site {
  let root: URL
  /// What was noticed while publishing.
  let notices = Notices()

  final class Notices: Sendable {
    private let list = Mutex<[PublishingNotice]>([])
    var all: [PublishingNotice] { list.withLock { $0 } }
    func add(_ notice: PublishingNotice) { list.withLock { $0.append(notice) } }
  }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("publishing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    let place = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All names in a folder, hidden ones too.
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? root.path : path(folder)).sorted()
  }

  /// Publishes texts as files of a run.
  func publish(_ files: [String: String], in folder: String = "out", inputs: [String] = []) throws {
    try publisher(folder, inputs: inputs).publish(publication(files))
  }

  func publisher(_ folder: String = "out", inputs: [String] = []) -> Publisher {
    let notices = notices
    return Publisher(folder: path(folder), inputs: inputs.map(path)) { notices.add($0) }
  }
}

/// A run that consists of these texts.
func publication(_ files: [String: String]) throws -> Publication {
  struct Manifest: Encodable {
    let program = RunRecord.program
    let outputs: [FileSeal]
  }
  let list = files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: Array($0.value.utf8)) }
  return try Publication(list) { [UInt8](try JSONEncoder().encode(Manifest(outputs: $0))) }
}
