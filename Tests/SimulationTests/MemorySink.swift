import Simulation
import Synchronization

/// Keeps members in memory, for runs that are told to keep none themselves.
final class MemorySink: MemberSink {
  private let numbers = Mutex<[Double]>([])
  private let reads = Mutex(0)

  /// Numbers written so far, and how often they were read.
  var written: Int { numbers.withLock(\.count) }
  var readings: Int { reads.withLock { $0 } }

  func write(_ values: UnsafeBufferPointer<Double>, at place: Int) throws {
    let values = Array(values)
    numbers.withLock { numbers in
      let end = place + values.count
      if numbers.count < end { numbers += Array(repeating: .nan, count: end - numbers.count) }
      numbers.replaceSubrange(place..<end, with: values)
    }
  }

  func read(at place: Int, into buffer: UnsafeMutableBufferPointer<Double>) throws {
    reads.withLock { $0 += 1 }
    numbers.withLock { numbers in
      for index in buffer.indices { buffer[index] = numbers[place + index] }
    }
  }
}

/// A sink that loses everything.
struct BrokenSink: MemberSink {
  struct Failure: Error {}

  func write(_ values: UnsafeBufferPointer<Double>, at place: Int) throws { throw Failure() }

  func read(at place: Int, into numbers: UnsafeMutableBufferPointer<Double>) throws { throw Failure() }
}
