import GRDB

/// What a point came to.
public enum StoredPoint: Equatable, Sendable {
  /// The values, not a number where there is none.
  case values([Double])
  /// Why there are none.
  case failed(String)
}

/// The points of a study that are done, in one file with one writer.
///
/// SQLite keeps a log of what is written (WAL), so that what a program that was killed had finished stays, and the lock
/// goes with the program that held it. The lock is exclusive, and no memory is shared between programs, so that the
/// file may lie on a disk of the network.
public final class StudyStore: Sendable {
  public let path: String
  private let database: DatabaseQueue

  /// What the file's head says it is.
  private static let applicationID = 0x6D7A_7374  // "mzst"
  private static let format = 1

  /// Opens a store, or makes one.
  ///
  /// - Throws: ``StoreFailure``.
  public init(path: String) throws(StoreFailure) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { connection in
      // In this order: only a log that is exclusive from the start shares no memory.
      try connection.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try connection.execute(sql: "PRAGMA journal_mode = WAL")
      try connection.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.write { try StudyStore.prepare($0, path) }
    } catch {
      throw StoreFailure(path: path, error)
    }
  }

  private static func prepare(_ connection: Database, _ path: String) throws {
    let id = try Int.fetchOne(connection, sql: "PRAGMA application_id") ?? 0
    let format = try Int.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
    if id == applicationID {
      guard format <= Self.format else { throw StoreFailure(path: path, reason: .laterFormat) }
      return
    }
    let tables = try Int.fetchOne(connection, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard id == 0, tables == 0 else { throw StoreFailure(path: path, reason: .notAStore) }
    try connection.execute(sql: "PRAGMA application_id = \(applicationID)")
    try connection.execute(sql: "PRAGMA user_version = \(Self.format)")
    try connection.execute(
      sql: "CREATE TABLE point (key BLOB PRIMARY KEY, message TEXT, result BLOB) WITHOUT ROWID")
  }

  /// What is known of a point; nil where nothing is.
  ///
  /// - Throws: ``StoreFailure``.
  public func point(_ key: PointKey) throws(StoreFailure) -> StoredPoint? { try points([key])[0] }

  /// What is known of some points.
  ///
  /// - Throws: ``StoreFailure``.
  public func points(_ keys: [PointKey]) throws(StoreFailure) -> [StoredPoint?] {
    do {
      return try database.read { connection in
        let statement = try connection.cachedStatement(sql: "SELECT message, result FROM point WHERE key = ?")
        return try keys.map { key in
          try Row.fetchOne(statement, arguments: [key.blob]).map(StoredPoint.init)
        }
      }
    } catch {
      throw StoreFailure(path: path, error)
    }
  }

  /// Keeps what points came to, all of them or none.
  ///
  /// - Throws: ``StoreFailure``.
  public func keep(_ points: [(key: PointKey, point: StoredPoint)]) throws(StoreFailure) {
    do {
      try database.write { connection in
        let statement = try connection.cachedStatement(
          sql: "INSERT OR REPLACE INTO point (key, message, result) VALUES (?, ?, ?)")
        for (key, point) in points {
          try statement.execute(arguments: [key.blob, point.message, point.blob])
        }
      }
    } catch {
      throw StoreFailure(path: path, error)
    }
  }

  /// Whether the file holds what was written to it.
  ///
  /// - Throws: ``StoreFailure``.
  public func check() throws(StoreFailure) {
    do {
      let answer = try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check") }
      guard answer == "ok" else { throw StoreFailure(path: path, reason: .notAStore) }
    } catch {
      throw StoreFailure(path: path, error)
    }
  }

  /// Closes the file, its log written back.
  public func close() { try? database.close() }
}
