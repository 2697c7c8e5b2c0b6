/// A place in a text, moved forward over the bytes before it.
struct TextPosition: Equatable {
  var line = 1
  var column = 1

  /// Moves over `bytes`: a line feed starts a line, a scalar takes a column.
  mutating func advance(over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == ASCII.lineFeed {
        line += 1
        column = 1
      } else if !isContinuation(byte) {
        column += 1
      }
    }
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
}
