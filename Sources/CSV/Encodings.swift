/// The length of the well-formed UTF-8 sequence that starts at `start`, or nil
/// when there is none.
///
/// Source: The Unicode Standard, table 3-7.
func utf8SequenceLength(in bytes: [UInt8], at start: Int) -> Int? {
  let lead = bytes[start]
  let length: Int
  switch lead {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return nil
  }
  guard start + length <= bytes.count, secondBytes(after: lead).contains(bytes[start + 1]) else {
    return nil
  }
  let others = bytes[start + 2..<start + length]
  return others.allSatisfy { (0x80...0xBF).contains($0) } ? length : nil
}

/// The second bytes that exclude overlong forms, surrogates and values beyond U+10FFFF.
private func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
  switch lead {
  case 0xE0: 0xA0...0xBF
  case 0xED: 0x80...0x9F
  case 0xF0: 0x90...0xBF
  case 0xF4: 0x80...0x8F
  default: 0x80...0xBF
  }
}

/// Whether all bytes can be read as GB18030: ASCII, pairs, and groups of four.
///
/// Source: GB 18030-2022, structure of the code.
func resemblesGB18030(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  while let lead = rest.popFirst() {
    if lead < ASCII.firstBeyond { continue }
    guard (0x81...0xFE).contains(lead), let second = rest.popFirst() else { return false }
    switch second {
    case 0x40...0x7E, 0x80...0xFE: continue
    case 0x30...0x39:
      guard let third = rest.popFirst(), (0x81...0xFE).contains(third),
        let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
      else { return false }
    default: return false
    }
  }
  return true
}

/// Where a text stops being UTF-8, and the encoding that its line seems to have; nil for sound text.
package func encodingFault(in bytes: [UInt8]) -> (line: Int, column: Int, resembles: CSVFault.Encoding?)? {
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let start = index
  while index < bytes.count {
    guard let length = utf8SequenceLength(in: bytes, at: index) else {
      var position = TextPosition()
      position.advance(over: bytes[start..<index])
      let lineStart = bytes[start..<index].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? start
      let lineEnd = bytes[index...].firstIndex(of: ASCII.lineFeed) ?? bytes.endIndex
      let isGB18030 = resemblesGB18030(bytes[lineStart..<lineEnd])
      return (position.line, position.column, isGB18030 ? .gb18030 : nil)
    }
    index += length
  }
  return nil
}
