extension CSVScanner {
  /// Moves from the start of a field to the comma, line end or end of file after it.
  mutating func scanField() {
    fieldStart = index
    seenInField = []
    if index < bytes.count, bytes[index] == ASCII.quote { scanQuoted() }
    scanPlain()
  }

  /// Moves over text without quotation marks.
  private mutating func scanPlain() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte > ASCII.comma, byte < ASCII.firstBeyond {
        index += 1
        continue
      }
      switch byte {
      case ASCII.comma, ASCII.lineFeed: return
      case ASCII.carriageReturn:
        if isLineEnd(at: index) { return }
        report(.carriageReturn, as: .bareCarriageReturn)
        index += 1
      case ASCII.quote:
        report(.quote, as: .strayQuote)
        rowIsSound = false
        index += 1
      case ASCII.null, ASCII.firstBeyond...: scanUnusual()
      default: index += 1
      }
    }
  }

  /// Moves past the closing quotation mark.
  private mutating func scanQuoted() {
    let opening = index
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.quote {
        index += 1
        guard index < bytes.count, bytes[index] == ASCII.quote else {
          checkAfterQuote()
          return
        }
        index += 1
      } else if byte == ASCII.null || byte >= ASCII.firstBeyond {
        scanUnusual()
      } else {
        if byte == ASCII.lineFeed { line += 1 }
        index += 1
      }
    }
    faults.append((opening, .unterminatedQuote))
    rowIsSound = false
  }

  private mutating func checkAfterQuote() {
    guard index < bytes.count, bytes[index] != ASCII.comma, !isLineEnd(at: index) else { return }
    report(.quote, as: .textAfterQuote)
    rowIsSound = false
  }

  /// Moves past a zero byte or one scalar beyond ASCII.
  private mutating func scanUnusual() {
    if bytes[index] == ASCII.null {
      report(.null, as: .nulByte)
      index += 1
    } else if let length = utf8SequenceLength(in: bytes, at: index) {
      index += length
    } else {
      reportEncoding()
      index += 1
    }
  }

  private mutating func reportEncoding() {
    guard !seenInField.contains(.encoding) else { return }
    // No byte of a GB18030 character is a comma or a line feed.
    let rest = bytes[index...]
    let end = rest.firstIndex { $0 == ASCII.comma || $0 == ASCII.lineFeed } ?? rest.endIndex
    let isGB18030 = resemblesGB18030(bytes[fieldStart..<end])
    report(.encoding, as: .invalidUTF8(found: bytes[index], resembles: isGB18030 ? .gb18030 : nil))
  }

  private func isLineEnd(at place: Int) -> Bool {
    if bytes[place] == ASCII.lineFeed { return true }
    return bytes[place] == ASCII.carriageReturn && place + 1 < bytes.count
      && bytes[place + 1] == ASCII.lineFeed
  }

  private mutating func report(_ irregularity: Irregularities, as kind: CSVFault.Kind) {
    guard seenInField.insert(irregularity).inserted, faults.count < CSVScanner.mostFaults else { return }
    faults.append((index, kind))
  }
}
