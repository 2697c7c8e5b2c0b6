import Foundation
import GRDB

extension PointKey {
  var blob: Data { Data(bytes) }
}

extension StoredPoint {
  var message: String? {
    if case .failed(let message) = self { message } else { nil }
  }

  /// The values, eight bytes each, the lowest first.
  var blob: Data? {
    guard case .values(let values) = self else { return nil }
    var data = Data(capacity: values.count * 8)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  init(_ row: Row) {
    if let message: String = row[0] {
      self = .failed(message)
      return
    }
    let data: Data = row[1] ?? Data()
    self = .values(
      stride(from: 0, to: data.count - 7, by: 8).map { place in
        let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(data[data.startIndex + place + $1]) << UInt64(8 * $1) }
        return Double(bitPattern: word)
      })
  }
}
