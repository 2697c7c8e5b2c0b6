import CSV
import Testing

struct CSVFaultTests {
  private func faults(_ text: String) -> [CSVFault] { CSVReader.read(Array(text.utf8)).faults }

  @Test func emptyFileHasNoHeader() {
    #expect(faults("") == [CSVFault(line: 1, column: 1, kind: .missingHeader)])
    #expect(faults("\u{FEFF}") == [CSVFault(line: 1, column: 1, kind: .missingHeader)])
  }

  @Test func headerNamesMustExistAndDiffer() {
    #expect(
      faults("年,,年\n1,2,3\n") == [
        CSVFault(line: 1, column: 3, kind: .emptyHeader(field: 2)),
        CSVFault(line: 1, column: 4, kind: .duplicateHeader(name: "年", firstField: 1)),
      ])
  }

  @Test func aHeaderWithoutEndIsReadNoFurther() {
    let names = (0..<10_001).map { "c\($0)" }.joined(separator: ",")
    let (document, found) = CSVReader.read(Array("\(names)\n1\n".utf8))
    #expect(found.map(\.kind) == [.tooManyColumns(limit: 10_000)])
    #expect(found.first?.line == 1)
    #expect(document.header.isEmpty && document.rowCount == 0)
  }

  @Test func readingStopsAfterAThousandFaults() {
    let rows = String(repeating: "1\n", count: 5_000)
    #expect(faults("a,b\n" + rows).count == 1_000)
    // Fields of one row count, too.
    let fields = String(repeating: ",\0", count: 5_000)
    #expect((1_000...1_001).contains(faults("a,b\n" + fields).count))
  }

  @Test func raggedRowsAreReportedAndLeftOut() {
    let (document, faults) = CSVReader.read(Array("a,b\n中\n1,2,3,4\n5,6\n".utf8))
    #expect(
      faults == [
        CSVFault(line: 2, column: 2, kind: .fieldCount(expected: 2, found: 1)),
        CSVFault(line: 3, column: 5, kind: .fieldCount(expected: 2, found: 4)),
      ])
    #expect(document.rowCount == 1)
    #expect(document.field(row: 0, column: 1) == "6")
    #expect(document.line(row: 0) == 4)
  }

  @Test func strayQuoteIsReportedOnceAField() {
    #expect(
      faults("a,b\n5\" x 6\",7\"\n") == [
        CSVFault(line: 2, column: 2, kind: .strayQuote),
        CSVFault(line: 2, column: 10, kind: .strayQuote),
      ])
  }

  @Test func textAfterAClosingQuoteIsReported() {
    #expect(
      faults("a,b\n\"中\"x,1\n") == [CSVFault(line: 2, column: 4, kind: .textAfterQuote)])
  }

  @Test func unterminatedQuoteIsPlacedWhereItOpens() {
    let found = faults("a,b\n1,\"x\n2,3\n")
    #expect(found == [CSVFault(line: 2, column: 3, kind: .unterminatedQuote)])
  }

  @Test func loneCarriageReturnIsNoLineEnd() {
    #expect(
      faults("a,b\n1,2\r3\n") == [CSVFault(line: 2, column: 4, kind: .bareCarriageReturn)])
  }

  @Test func zeroByteIsReported() {
    #expect(faults("a\n中\0\0\n\"\0\"\n").map(\.kind) == [.nulByte, .nulByte])
    #expect(faults("a\n中\0\n") == [CSVFault(line: 2, column: 2, kind: .nulByte)])
  }

  @Test func chineseInGB18030IsNamed() {
    let bytes = Array("a,b\n1,".utf8) + [0xC9, 0xCF, 0xB3, 0xC7, 0xC7, 0xF8, 0x0A]  // 上城区
    let (document, faults) = CSVReader.read(bytes)
    let kind = CSVFault.Kind.invalidUTF8(found: 0xC9, resembles: .gb18030)
    #expect(faults == [CSVFault(line: 2, column: 3, kind: kind)])
    #expect(document.field(row: 0, column: 0) == "1")
  }

  @Test func otherBrokenTextIsNotNamed() {
    let (document, faults) = CSVReader.read(Array("a,b\n中".utf8) + [0xFF, 0x2C, 0x31])
    let kind = CSVFault.Kind.invalidUTF8(found: 0xFF, resembles: nil)
    #expect(faults == [CSVFault(line: 2, column: 2, kind: kind)])
    #expect(document.field(row: 0, column: 0) == "中\u{FFFD}")
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8],
    ] as [[UInt8]])
  func overlongSurrogateAndCutSequencesAreNotUTF8(_ sequence: [UInt8]) {
    let faults = CSVReader.read(Array("a\n".utf8) + sequence).faults
    #expect(faults.count == 1)
  }

  @Test func allFaultsOfAFileAreCollectedInOrder() {
    let kinds = faults("a,a\n1\n\"x\"y,1\n2,\0\n3,\"z").map(\.kind)
    #expect(
      kinds == [
        .duplicateHeader(name: "a", firstField: 1), .fieldCount(expected: 2, found: 1),
        .textAfterQuote, .nulByte, .unterminatedQuote,
      ])
  }
}
