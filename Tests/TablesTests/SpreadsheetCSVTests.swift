import CSV
import Tables
import Testing

struct SpreadsheetCSVTests {
  private let form = SpreadsheetCSV(labels: ["payer": ("付款方", ["city": "市级"])])

  private func text(_ csv: String) -> String { String(decoding: form.text(Array(csv.utf8)), as: UTF8.self) }

  @Test func aSpreadsheetSeesEncodingLinesLabelsAndTenThousands() {
    #expect(
      text("year,payer,nominal_yuan\n2026,city,12345678.5\n2027,else,\n")
        == "\u{FEFF}year,payer,付款方,nominal_yuan,nominal（万元）\r\n2026,city,市级,12345678.5,1234.56785\r\n2027,else,,,\r\n")
  }

  @Test func noCellIsRunAndNumbersStayNumbers() {
    #expect(
      text("a,b\n=1+1,-5\n@SUM(A1),+2.5e3\n\"-cmd|' /C calc'!A0\",x=1\n")
        == "\u{FEFF}a,b\r\n'=1+1,-5\r\n'@SUM(A1),+2.5e3\r\n'-cmd|' /C calc'!A0,x=1\r\n")
  }

  @Test func aLineFeedInACellStays() {
    #expect(text("a,b\n\"x\ny\"\"z\",1\n") == "\u{FEFF}a,b\r\n\"x\ny\"\"z\",1\r\n")
  }

  @Test func itIsReadBackAsTheSameRows() {
    let document = CSVReader.read(form.text(Array("payer,x\ncity,1\n".utf8))).document
    #expect(document.header == ["payer", "付款方", "x"])
    #expect(document.rowCount == 1)
  }
}
