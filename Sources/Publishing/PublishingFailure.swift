import Foundation

/// Why nothing was published. What stood at the place before stands there still.
public struct PublishingFailure: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// What the system said: its number of the error.
    case system(Int32)
    case notAFolder
    case notAFile
    /// A link that leads nowhere.
    case brokenLink
    /// The folder holds a file that the command reads.
    case holdsInput(String)
    /// The folder holds a data package that no earlier run wrote.
    case holdsOtherPackage
    /// The folder holds a manifest of something else.
    case holdsOtherManifest
    /// The file is one that the command reads.
    case isInput
    /// Somebody put another folder there while this run wrote.
    case replacedMeanwhile
    /// Neither the new files could be moved in nor the earlier ones back.
    case torn(Int32)
  }

  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What the system just said about a path.
  static func system(_ path: String, _ number: Int32 = errno) -> PublishingFailure {
    PublishingFailure(path: path, reason: .system(number))
  }
}

/// What whoever waits for a publication should know.
public enum PublishingNotice: Equatable, Sendable {
  /// Another run is writing there; this one goes on when it is done.
  case waiting(path: String)
  /// A run broke off while its files were moved; what stood there before it is back.
  case restored(path: String)
  /// The folder holds the remains of a run that broke off; they are replaced.
  case torn(path: String)
  /// Files that an earlier run wrote and somebody changed since: they stay.
  case kept(path: String, names: [String])
}
