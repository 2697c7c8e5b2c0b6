import Foundation
import StudyStore
import Testing

/// A folder that goes with the test that made it.
private final class Scratch {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct StudyStoreTests {
  private let scratch: Scratch
  private let context = SweepContext(inputs: ["a"], version: "1", signature: [1])

  init() throws { scratch = try Scratch() }

  private var file: String { scratch.path + "/study.sqlite" }

  private func key(_ number: UInt8) -> PointKey { PointKey(context, [number]) }

  private func reason(_ work: () throws -> Void) -> StoreFailure.Reason? {
    do {
      try work()
      return nil
    } catch { return (error as? StoreFailure)?.reason }
  }

  @Test func whatIsKeptIsThereAgainToTheBit() throws {
    let values = [0.1, -0.0, .nan, .infinity, Double.leastNonzeroMagnitude, 1e300]
    let store = try StudyStore(path: file)
    try store.keep([(key(1), .values(values)), (key(2), .failed("why，为何")), (key(3), .values([]))])
    store.close()
    let again = try StudyStore(path: file)
    let found = try again.points([key(1), key(2), key(3), key(4)])
    guard case .values(let kept)? = found[0] else { return #expect(Bool(false), "\(found)") }
    #expect(kept.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(Array(found[1...]) == [.failed("why，为何"), .values([]), nil])
    try again.check()
  }

  @Test func aLaterResultReplacesAnEarlierOne() throws {
    let store = try StudyStore(path: file)
    try store.keep([(key(1), .failed("no"))])
    try store.keep([(key(1), .values([1]))])
    #expect(try store.point(key(1)) == .values([1]))
  }

  @Test func aClosedStoreIsOneFile() throws {
    let store = try StudyStore(path: file)
    try store.keep([(key(1), .values([1]))])
    store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["study.sqlite"])
  }

  @Test func keysDependOnAllThatTheValuesDependOn() {
    let others = [
      SweepContext(inputs: ["b"], version: "1", signature: [1]),
      SweepContext(inputs: ["a"], version: "2", signature: [1]),
      SweepContext(inputs: ["a"], version: "1", signature: [2]),
      SweepContext(inputs: ["a", ""], version: "1", signature: [1]),
    ]
    let keys = [key(1), key(2)] + others.map { PointKey($0, [1]) }
    #expect(Set(keys).count == keys.count)
    #expect(key(1) == PointKey(SweepContext(inputs: ["a"], version: "1", signature: [1]), [1]))
  }

  @Test func aSecondWriterIsRefused() throws {
    let first = try StudyStore(path: file)
    #expect(reason { _ = try StudyStore(path: file) } == .inUse)
    first.close()
    #expect(reason { _ = try StudyStore(path: file) } == nil)
  }

  @Test func anythingElseIsNoStore() throws {
    try Data("id,value\n1,2\n".utf8).write(to: URL(fileURLWithPath: file))
    #expect(reason { _ = try StudyStore(path: file) } == .notAStore)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "id,value\n1,2\n")
    guard case .system? = reason({ _ = try StudyStore(path: "\(scratch.path)/nowhere/study.sqlite") }) else {
      return #expect(Bool(false), "a store in no folder")
    }
  }

  @Test func aDamagedStoreIsFoundOut() throws {
    let store = try StudyStore(path: file)
    for batch in 0..<20 as Range<UInt8> {
      try store.keep((0..<10).map { (PointKey(context, [batch, $0]), .values(Array(repeating: 1, count: 100))) })
    }
    store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    for place in 8_192..<12_288 where place < bytes.count { bytes[place] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: file))
    let damaged = reason { try StudyStore(path: file).check() }
    #expect(damaged == .notAStore)
  }
}
