import Domain
import Foundation
import Testing

/// Compares a text with the one recorded for it; `RECORD=1` writes it anew, and still fails.
func expect(_ found: String, recordedAs file: String) throws {
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try found.write(toFile: file, atomically: true, encoding: .utf8)
    Issue.record("\(file) was written")
  } else {
    #expect(found == (try? String(contentsOfFile: file, encoding: .utf8)))
  }
}
