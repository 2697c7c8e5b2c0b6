import CSV
import TestSupport
import Testing

struct CSVReaderTests {
  @Test func fieldsStandUnderTheirHeaders() {
    let (document, faults) = CSVReader.read(Array("区县,year\n上城区,2025\n\"a \"\"b\"\", c\",\n".utf8))
    #expect(faults.isEmpty)
    #expect(document.header == ["区县", "year"])
    #expect(document.rowCount == 2)
    #expect(document.field(row: 0, column: 0) == "上城区")
    #expect(document.field(row: 1, column: 0) == "a \"b\", c")
    #expect(document.field(row: 1, column: 1) == "")
    #expect(Array(document.bytes(row: 1, column: 0)) == Array("a \"b\", c".utf8))
    #expect(document.columnIndex(named: "year") == 1)
    #expect(document.columnIndex(named: "Year") == nil)
  }

  @Test func windowsFilesReadTheSame() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\"x\r\ny\"\r\n3,4".utf8)
    let (document, faults) = CSVReader.read(bytes)
    #expect(faults.isEmpty)
    #expect(document.header == ["a", "b"])
    #expect(document.field(row: 0, column: 1) == "x\r\ny")
    #expect(document.field(row: 1, column: 1) == "4")
  }

  @Test func placesCountLinesAndCharacters() {
    let text = "\u{FEFF}a,b,c\n上城,\"1\n二三\",x\n4,5,6\n"
    let document = CSVReader.read(Array(text.utf8)).document
    #expect(document.column(row: 0, column: 0) == 1)
    #expect(document.column(row: 0, column: 1) == 4)
    #expect(document.line(row: 0) == 2)
    #expect(document.line(row: 0, column: 2) == 3)
    #expect(document.column(row: 0, column: 2) == 5)
    #expect(document.line(row: 1) == 4)
  }

  @Test func linesOfNothingButCommasAreNoRows() {
    let (document, faults) = CSVReader.read(Array("a,b\n1,2\n\n,\n3,4\r\n,,,\r\n\r\n".utf8))
    #expect(faults.isEmpty)
    #expect((0..<document.rowCount).map { document.field(row: $0, column: 1) } == ["2", "4"])
    #expect(document.line(row: 1) == 5)
  }

  @Test func emptyColumnsAtTheEndAreNone() {
    let (document, faults) = CSVReader.read(Array("a,b,,\n1,2,,\n3,4\n5,6,\n".utf8))
    #expect(faults.isEmpty)
    #expect(document.header == ["a", "b"])
    #expect((0..<document.rowCount).map { document.field(row: $0, column: 1) } == ["2", "4", "6"])
  }

  @Test func aColumnThatHoldsSomethingNeedsAName() {
    let (_, faults) = CSVReader.read(Array("a,b,,\n1,2,,\n3,4,,note\n5,6,,note\n".utf8))
    #expect(
      faults == [
        CSVFault(line: 1, column: 5, kind: .emptyHeader(field: 3)),
        CSVFault(line: 1, column: 6, kind: .emptyHeader(field: 4)),
      ])
  }

  @Test func blankLinesOfOneColumnAreRowsOfOneEmptyField() {
    let (document, faults) = CSVReader.read(Array("a\n\n\"\"\nx\n".utf8))
    #expect(faults.isEmpty)
    #expect((0..<document.rowCount).map { document.field(row: $0, column: 0) } == ["", "", "x"])
  }

  @Test func anyBytesAtAllAreRead() {
    let alphabet: [UInt8] = Array("\",\n\r\0a1.é中".utf8) + [0xFF, 0xD6, 0xF0, 0x81]
    for seed in 0..<5_000 {
      var random = SplitMix(seed: UInt64(seed))
      let length = Int.random(in: 0..<40, using: &random)
      let bytes = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let (document, faults) = CSVReader.read(bytes)
      for row in 0..<document.rowCount {
        for column in document.header.indices {
          _ = document.field(row: row, column: column)
          _ = document.double(row: row, column: column)
        }
      }
      let places = faults.map { [$0.line, $0.column] }
      let isOrdered = zip(places, places.dropFirst()).allSatisfy {
        !$1.lexicographicallyPrecedes($0)
      }
      #expect(isOrdered, "seed \(seed)")
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      let foundNoUTF8Fault = !faults.contains {
        if case .invalidUTF8 = $0.kind { true } else { false }
      }
      #expect(isUTF8 == foundNoUTF8Fault, "seed \(seed)")
    }
  }
}
