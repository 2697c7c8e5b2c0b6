import GRDB

/// Why a study's store cannot be used. What was stored before is there still.
public struct StoreFailure: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// Another sweep has the file open.
    case inUse
    /// The file is no store of a study, or is damaged.
    case notAStore
    /// A store of a later version of this program.
    case laterFormat
    /// The disk is full.
    case full
    /// What the system said.
    case system(String)
    /// Two stores have other values for the same point.
    case contradiction(String)
  }

  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(path: String, _ error: any Error) {
    if let failure = error as? StoreFailure {
      self = failure
      return
    }
    let reason: Reason =
      switch (error as? DatabaseError)?.resultCode.primaryResultCode {
      case .SQLITE_BUSY?, .SQLITE_LOCKED?: .inUse
      case .SQLITE_NOTADB?, .SQLITE_CORRUPT?, .SQLITE_FORMAT?: .notAStore
      case .SQLITE_FULL?: .full
      default: .system((error as? DatabaseError)?.message ?? "\(error)")
      }
    self.init(path: path, reason: reason)
  }
}
