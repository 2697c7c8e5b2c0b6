/// Parts of a study put together.
extension Sweep {
  /// Takes over what another store has of the study's points.
  ///
  /// - Throws: ``StoreFailure``, also where both have other values for the same point.
  public func take(from part: StudyStore, into store: StudyStore) throws(StoreFailure) {
    var own = batches(in: store).makeIterator()
    for other in batches(in: part) {
      guard let batch = try own.next()?.get() else { return }
      let other = try other.get()
      var found: [(key: PointKey, point: StoredPoint)] = []
      for (place, stored) in other.stored.enumerated() {
        guard let stored else { continue }
        guard let known = batch.stored[place] else {
          found.append((other.keys[place], stored))
          continue
        }
        guard known.isSame(as: stored) else {
          throw StoreFailure(path: part.path, reason: .contradiction(store.path))
        }
      }
      if !found.isEmpty { try store.keep(found) }
    }
  }

  /// The numbers of points that a store does not have.
  ///
  /// - Throws: ``StoreFailure``.
  public func missing(in store: StudyStore) throws(StoreFailure) -> [Int] {
    var ids: [Int] = []
    for batch in batches(in: store) {
      let batch = try batch.get()
      for (point, stored) in zip(batch.points, batch.stored) where stored == nil { ids.append(point.id) }
    }
    return ids
  }
}

extension StoredPoint {
  /// Whether two are the same to the bit; any value that is no number is the same.
  func isSame(as other: StoredPoint) -> Bool {
    guard case .values(let a) = self, case .values(let b) = other else { return self == other }
    return a.count == b.count
      && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
  }
}
