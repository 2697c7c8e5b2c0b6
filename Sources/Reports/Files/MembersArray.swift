import Publishing
import Simulation

/// Members as an array of NumPy's, format 1.0: little-endian numbers, shape `(worlds, series)`, a world after the other.
///
/// Row i is world i + 1. What has no value, and a world that was set aside, is not a number.
public enum MembersArray {
  public static let file = "members.npy"

  /// The file, of which only some rows are in memory at a time.
  ///
  /// - Throws: `PublishingFailure` when there is no room for it.
  public static func streamed(_ output: RunOutput) throws(PublishingFailure) -> Publication.File {
    let results = output.results
    let series = output.members.series(in: results).map {
      results.members($0.indicator, area: $0.area, year: $0.year)
    }
    var place = [Int?](repeating: nil, count: results.draws)
    for (index, world) in results.worlds.enumerated() { place[world - 1] = index }
    let rows = max(1, (1 << 17) / max(series.count, 1))
    let stored = try StoredFile { (take) throws(PublishingFailure) in
      try take(header(worlds: results.draws, series: series.count))
      for first in stride(from: 0, to: results.draws, by: rows) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows * series.count * MemoryLayout<Double>.size)
        for world in first..<min(first + rows, results.draws) {
          for members in series {
            let value = place[world].flatMap { members?[$0] } ?? .nan
            withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
          }
        }
        try take(bytes)
      }
    }
    return Publication.File(name: file, stored: stored)
  }

  /// Filled up with blanks, so that the numbers begin at a multiple of 64.
  static func header(worlds: Int, series: Int) -> [UInt8] {
    let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(worlds), \(series)), }"
    let start = [0x93] + [UInt8]("NUMPY".utf8) + [1, 0]
    let length = (start.count + 2 + text.utf8.count + 1 + 63) / 64 * 64 - start.count - 2
    let blanks = Array(repeating: UInt8(ascii: " "), count: length - text.utf8.count - 1)
    return start + [UInt8(length & 0xFF), UInt8(length >> 8)] + [UInt8](text.utf8) + blanks + [UInt8(ascii: "\n")]
  }
}
