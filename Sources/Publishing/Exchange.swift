import CPublishing
import Foundation

/// Puts a whole folder into another's place in one step.
struct Exchange {
  let staging: Staging
  let place: Place

  /// Puts the new folder where nothing stands.
  ///
  /// - Returns: false where something came there meanwhile, or the system refuses to move the folder.
  func putWhereNothingStands() throws(PublishingFailure) -> Bool {
    do {
      try staging.folder.moveToAbsent(Staging.runName, in: place.parent, as: place.name)
    } catch {
      guard case .system(let number) = error.reason, [EEXIST, ENOTEMPTY, EXDEV].contains(number) else { throw error }
      return false
    }
    do {
      try place.parent.sync()
    } catch {
      try? place.parent.move(place.name, to: staging.folder, as: Staging.runName)
      throw error
    }
    return true
  }

  /// Exchanges the target for the new folder, with its owner and permissions.
  ///
  /// - Returns: false where the system cannot, or the target has what the new folder cannot be given.
  func replace(_ target: FolderHandle) throws(PublishingFailure) -> Bool {
    let old = try target.node()
    let new = try staging.run.node()
    if old.owner != new.owner || old.group != new.group {
      guard fchown(staging.run.descriptor, old.owner, old.group) == 0 else { return false }
    }
    guard fchmod(staging.run.descriptor, old.mode) == 0, extras(of: target) == extras(of: staging.run),
      exchange()
    else { return false }
    do {
      try place.parent.sync()
    } catch {
      _ = exchange()
      throw error
    }
    return true
  }

  private func exchange() -> Bool {
    publishing_exchange(
      staging.folder.descriptor, Staging.runName, place.parent.descriptor, place.name) == 0
  }

  /// Access lists and other attributes that a folder carries, with their bytes.
  private func extras(of folder: FolderHandle) -> [String: [UInt8]] {
    var list = [CChar](repeating: 0, count: 65_536)
    let length = flistxattr(folder.descriptor, &list, list.count)
    guard length > 0 else { return [:] }
    var extras: [String: [UInt8]] = [:]
    for name in list[..<length].split(separator: 0) {
      let name = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      var value = [UInt8](repeating: 0, count: 65_536)
      let count = fgetxattr(folder.descriptor, name, &value, value.count)
      extras[name] = count < 0 ? [] : Array(value[..<count])
    }
    return extras
  }

  /// Takes the earlier run away, which now stands where the new one waited. What came into it meanwhile goes back.
  func discard(_ earlier: EarlierRun) {
    let old = FolderHandle.opening(Staging.runName, in: staging.folder)
    let target = FolderHandle.opening(place.name, in: place.parent)
    guard let old, let target, let names = try? old.names() else { return }
    let known = Set(earlier.unchanged.map(\.name) + [RunRecord.file])
    for name in names where !known.contains(name) { try? old.moveToAbsent(name, in: target) }
  }
}

extension FolderHandle {
  static func opening(_ name: String, in parent: FolderHandle) -> FolderHandle? { try? FolderHandle(name, in: parent) }
}
