import Foundation
import Publishing
import Simulation

/// A temporary file for members that do not fit in memory; it is gone when the program ends, however it ends.
public struct MemberFile: MemberSink {
  public struct Failure: Error {}

  private let descriptor: Int32

  /// - Throws: ``Failure`` when no temporary file can be made.
  public init() throws {
    guard let file = try? openNamelessFile() else { throw Failure() }
    descriptor = file
  }

  public func write(_ values: UnsafeBufferPointer<Double>, at place: Int) throws {
    let bytes = UnsafeRawBufferPointer(values)
    try transfer(bytes.count) { done in
      pwrite(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(place * stride + done))
    }
  }

  public func read(at place: Int, into numbers: UnsafeMutableBufferPointer<Double>) throws {
    let bytes = UnsafeMutableRawBufferPointer(numbers)
    try transfer(bytes.count) { done in
      pread(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(place * stride + done))
    }
  }

  private var stride: Int { MemoryLayout<Double>.stride }

  /// Goes on until all bytes are through.
  private func transfer(_ count: Int, _ step: (Int) -> Int) throws {
    var done = 0
    while done < count {
      let now = step(done)
      guard now > 0 else { throw Failure() }
      done += now
    }
  }
}
