import CSV
import TestSupport
import Testing

struct CSVWriterTests {
  private func written(_ write: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func decimalsAreNoWholeNumbers() {
    var writer = CSVWriter()
    for value in [1, -3, 0.5, 1e300, 0, .nan, 123_456_789_012] { writer.append(decimal: value) }
    writer.append(decimal: nil)
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "1.0,-3.0,0.5,1e+300,0.0,,123456789012.0,\n")
  }

  @Test func rowsAreHandedOverWhole() {
    var (writer, plain) = (CSVWriter(), CSVWriter())
    var taken: [UInt8] = []
    for row in 0..<20 {
      for place in 0..<3 {
        for text in [row % 7 == 0 ? "" : "a\(place)"] {
          writer.append(text)
          plain.append(text)
        }
        if row % 4 == 1 { taken += writer.takeRows() }
      }
      writer.endRow()
      plain.endRow()
    }
    #expect(taken + writer.takeRows() == plain.bytes && writer.bytes.isEmpty)
  }

  @Test func onlyFieldsThatNeedQuotesHaveThem() {
    let text = written { writer in
      for field in ["上城区", "a,b", "say \"x\"", "two\nlines", " blank ", ""] { writer.append(field) }
      writer.endRow()
    }
    #expect(text == "上城区,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\", blank ,\n")
  }

  @Test func missingNumbersAreEmptyFields() {
    let text = written { writer in
      writer.append(nil)
      writer.append(Double.nan)
      writer.append(-Double.infinity)
      writer.append(2025)
      writer.endRow()
    }
    #expect(text == ",,,2025\n")
  }

  @Test func rowOfOneEmptyFieldIsNotABlankLine() {
    let text = written { writer in
      writer.append("")
      writer.endRow()
      writer.append("x")
      writer.endRow()
    }
    #expect(text == "\"\"\nx\n")
  }

  @Test func aByteOrderMarkAtTheStartIsText() {
    var writer = CSVWriter()
    writer.append("\u{FEFF}")
    writer.append("b")
    writer.endRow()
    let (document, faults) = CSVReader.read(writer.bytes)
    #expect(document.header == ["\u{FEFF}", "b"])
    #expect(faults == [])
  }

  @Test func textsSurviveWritingAndReading() {
    let alphabet = Array("ab,\"\n中文“é🏥 1").map(String.init) + ["\r", "\r\n"]
    for seed in 0..<500 {
      var random = SplitMix(seed: UInt64(seed))
      let columns = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...6, using: &random))
            .map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }.joined()
        }
      }
      var writer = CSVWriter()
      for row in [(0..<columns).map { "h\($0)" }] + rows {
        for field in row { writer.append(field) }
        writer.endRow()
      }
      let (document, faults) = CSVReader.read(writer.bytes)
      let read = (0..<document.rowCount).map { row in
        (0..<columns).map { document.field(row: row, column: $0) }
      }
      #expect(faults.isEmpty && read == rows, "seed \(seed)")
    }
  }

  @Test func numbersSurviveWritingAndReading() {
    var writer = CSVWriter()
    var values: [Double] = []
    var random = SplitMix(seed: 7)
    writer.append("value")
    writer.endRow()
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      values.append(value)
      writer.append(value)
      writer.endRow()
    }
    let document = CSVReader.read(writer.bytes).document
    #expect(values.indices.allSatisfy { document.double(row: $0, column: 0) == values[$0] })
  }
}
