import Foundation
import Inputs

/// Something wrong in a data package, made on purpose: what is changed, and what the check must say where.
struct DatasetFault: Sendable, CustomStringConvertible {
  /// Where the diagnosis must stand.
  enum Place: Sendable {
    /// In the line that was changed.
    case here
    /// A number of lines below the change, or above it.
    case below(Int)
    /// At the file as a whole.
    case file
    /// In a line of the file.
    case line(Int)
    /// In the last line of the file.
    case last
  }

  /// Faults that belong together.
  struct Area: Sendable, CustomStringConvertible {
    let name: String
    let faults: [DatasetFault]

    init(_ name: String, _ faults: [DatasetFault]) { (self.name, self.faults) = (name, faults) }

    var description: String { name }
  }

  let name: String
  let file: String
  let edit: @Sendable ([UInt8]) -> [UInt8]?
  let kind: String
  let place: Place
  /// The file that the diagnosis names.
  let reportedIn: String
  /// The text found and the one that replaces it, for its place.
  private let text: String

  var description: String { name }

  /// - Parameter reportedIn: the file named, where it is not the one changed.
  init(
    _ name: String, _ file: String, _ text: String, _ instead: String, _ kind: String, _ place: Place = .here,
    reportedIn: String? = nil
  ) {
    self.name = name
    self.file = file
    self.text = text
    self.kind = kind
    self.place = place
    self.reportedIn = reportedIn ?? file
    edit = { bytes in
      var content = String(decoding: bytes, as: UTF8.self)
      guard let range = content.range(of: text) else { return nil }
      content.replaceSubrange(range, with: instead)
      return Array(content.utf8)
    }
  }

  /// A change that is more than one replacement.
  init(
    _ name: String, _ file: String, _ kind: String, _ place: Place, reportedIn: String? = nil,
    edit: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) {
    self.name = name
    self.file = file
    text = ""
    self.kind = kind
    self.place = place
    self.reportedIn = reportedIn ?? file
    self.edit = edit
  }

  /// The line where the diagnosis must stand, 0 for the file as a whole.
  func line(in bytes: [UInt8]) -> Int {
    let content = String(decoding: bytes, as: UTF8.self)
    let before = content.range(of: text).map { content[..<$0.lowerBound] } ?? ""
    let here = before.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    switch place {
    case .here: return here
    case .below(let lines): return here + lines
    case .file: return 0
    case .line(let line): return line
    case .last: return content.split(separator: "\n").count
    }
  }
}
