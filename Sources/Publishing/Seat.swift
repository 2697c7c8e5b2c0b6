import Foundation

/// Where files wait, and under which names the waiting goes on: beside the target, or in it where it cannot be
/// exchanged or nothing can be put beside it.
struct Seat {
  let folder: FolderHandle
  private let mark: String

  /// How all names begin that publishing makes for itself.
  static let prefix = ".minzheng-"

  /// Beside the target. The mark stands for its name, which may be as long as names can be.
  static func beside(_ place: Place) -> Seat {
    let digits = FileSeal(name: "", content: Array(place.name.utf8)).sha256
    return Seat(folder: place.parent, mark: String(digits.prefix(12)))
  }

  /// In the target.
  static func inside(_ target: FolderHandle) -> Seat { Seat(folder: target, mark: "here") }

  var lockName: String { "\(Seat.prefix)\(mark).lock" }
  private var stagingPrefix: String { "\(Seat.prefix)\(mark)-" }

  /// A name that nobody can foresee.
  func newStagingName() -> String {
    let number = UInt64.random(in: .min ... .max)
    let digits = String(number, radix: 16)
    return stagingPrefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// What runs have left here. Whoever holds the lock knows that none of them lives.
  func stagings() throws(PublishingFailure) -> [String] {
    try folder.names().filter { $0.hasPrefix(stagingPrefix) && $0.utf8.count == stagingPrefix.utf8.count + 16 }
  }
}
