import Foundation

/// A folder that receives all files of a run or none.
///
/// Files are written beside it first and moved in when all are there.
public struct OutputFolder {
  public let path: String

  public init(path: String) { self.path = path }

  /// Why nothing was written.
  public struct Failure: Error, Equatable {
    public let path: String

    public init(path: String) { self.path = path }
  }

  /// Writes the files, replacing those of the same names.
  ///
  /// - Throws: ``Failure`` when the folder cannot be written; what was there stays.
  public func write(_ files: [(name: String, bytes: [UInt8])]) throws(Failure) {
    guard !path.isEmpty else { throw Failure(path: "''") }
    let manager = FileManager.default
    let target = URL(fileURLWithPath: path, isDirectory: true)
    let waiting = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? manager.removeItem(at: waiting) }
    do {
      try manager.createDirectory(at: waiting, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: waiting.appendingPathComponent(file.name)) }
      try manager.createDirectory(at: target, withIntermediateDirectories: true)
      try requireReplaceable(files.map { target.appendingPathComponent($0.name).path })
      for file in files {
        let place = target.appendingPathComponent(file.name)
        guard rename(waiting.appendingPathComponent(file.name).path, place.path) == 0 else {
          throw Failure(path: place.path)
        }
      }
    } catch {
      throw (error as? Failure) ?? Failure(path: path)
    }
  }

  /// A folder in a file's place would stop the moving half-way.
  private func requireReplaceable(_ places: [String]) throws(Failure) {
    for place in places {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isDirectory), isDirectory.boolValue else {
        continue
      }
      throw Failure(path: place)
    }
  }
}
