import Tables
import Testing
import WorkbookSupport

struct WorkbookTests {
  private let day = Workbook.Day(year: 2025, month: 12, day: 31)
  private let amount = SheetStyle(.value, .hundredths)

  private func book(_ rows: [[SheetCell]], name: String = "数据") -> Workbook {
    var sheet = Sheet(name, widths: [20, 10, 10], headRows: 1, headColumns: 1)
    for row in rows { sheet.append(row) }
    var book = Workbook(title: "预算", subject: "a", made: day, footer: "第 &P 页 共 &N 页")
    book.append(sheet)
    return book
  }

  private func read(_ book: Workbook) throws -> ReadWorkbook { try #require(ReadWorkbook(try book.xlsx())) }

  @Test func numbersTextsAndFormulasAreReadBackWithTheirValues() throws {
    let found = try read(
      book([
        [.text("科目", .head), .text("2026", .head)],
        [.text("低保", .label), .number(12_345.675, amount), .formula("B2/10000", value: 1.2345675, amount)],
        [.number(nil, amount), .formula("NA()", value: .nan, amount), .blank],
      ]))
    #expect(found.sheets == ["数据"])
    #expect(found["数据", "A2"]?.value == "低保")
    #expect(found["数据", "B2"]?.value.flatMap { Double($0) } == 12_345.675)
    #expect(found["数据", "C2"]?.formula == "B2/10000")
    #expect(found["数据", "C2"]?.value.flatMap { Double($0) } == 1.2345675)
    #expect(found["数据", "A3"]?.value == nil)
    #expect(found["数据", "B3"]?.value == "#N/A")
  }

  @Test func textStaysTextWhateverItBeginsWith() throws {
    let hostile = [
      "=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "<script>alert(1)</script>&\"'", "a\u{1}b\u{FFFE}", "\t=1",
    ]
    let found = try read(book(hostile.map { [.text($0)] }))
    for (row, text) in hostile.enumerated() {
      let cell = try #require(found["数据", "A\(row + 1)"])
      #expect(cell.formula == nil)
      #expect(cell.isText)
      #expect(cell.value == text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{FFFE}", with: "\u{FFFD}"))
    }
  }

  @Test func theSameWorkbookHasTheSameBytes() async throws {
    let book = book([[.text("a", .head)], [.number(1, amount)]])
    let first = try book.xlsx()
    try await Task.sleep(for: .milliseconds(2100))  // a ZIP counts in steps of two seconds
    #expect(try book.xlsx() == first)
    let files = try #require(unzipped(first))
    let core = String(decoding: try #require(files["docProps/core.xml"]), as: UTF8.self)
    #expect(core.contains("2025-12-31T00:00:00Z"))
  }

  @Test func onlyInputsMayBeChanged() throws {
    let found = try read(
      book([[.number(1, SheetStyle(.input, .full)), .number(2, amount), .number(3, SheetStyle(.held, .whole))]]))
    #expect(["A1", "B1", "C1"].map { found.unlocked[found["数据", $0]?.style ?? 0] } == [true, false, false])
  }

  @Test func pagesLieAcrossAndRepeatTheirHeads() throws {
    let files = try #require(unzipped(try book([[.text("a", .head)], [.text("b")]]).xlsx()))
    let sheet = String(decoding: try #require(files["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    #expect(sheet.contains("orientation=\"landscape\"") && sheet.contains("paperSize=\"9\""))
    #expect(sheet.contains("第 &amp;P 页 共 &amp;N 页"))
    #expect(sheet.contains("<sheetProtection"))
    let workbook = String(decoding: try #require(files["xl/workbook.xml"]), as: UTF8.self)
    #expect(workbook.contains("_xlnm.Print_Titles") && workbook.contains("$1:$1"))
  }

  @Test func namesStandForRangesOfASheet() throws {
    var book = book([[.number(1, amount)]], name: "1'假设")
    book.name("fiscal.training.unit_cost", SheetRange("1'假设", rows: 0...0, columns: 5...9))
    #expect(try read(book).names["fiscal.training.unit_cost"] == "'1''假设'!$F$1:$J$1")
  }

  @Test func columnsHaveTheirLetters() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    #expect(SheetRange("计算", rows: 4...4, columns: 5...5).reference == "计算!F5")
    #expect(SheetRange("计算", rows: 4...9, columns: 5...5).columnReference == "计算!F$5:F$10")
  }

  @Test func aChartIsDrawnFromCellsAndSaysItsNumbers() throws {
    var sheet = Sheet("图", widths: [10], headRows: 1)
    sheet.append([.text("", .head), .number(2026, SheetStyle(.head, .year)), .number(2027, SheetStyle(.head, .year))])
    sheet.append([.text("市级", .label), .number(1, amount), .number(2, amount)])
    sheet.append(
      SheetChart(
        .stackedColumns, title: "谁付", description: "2026 年 1，2027 年 2", unit: "万元",
        categories: sheet.range(row: 0, columns: 1...2),
        series: [.init(name: sheet.range(row: 1, columns: 0...0), values: sheet.range(row: 1, columns: 1...2))], row: 4,
        column: 0))
    var book = Workbook(title: "a", made: day)
    book.append(sheet)
    let files = try #require(unzipped(try book.xlsx()))
    let chart = String(decoding: try #require(files["xl/charts/chart1.xml"]), as: UTF8.self)
    #expect(chart.contains("图!$B$2:$C$2") && chart.contains("谁付") && chart.contains("万元"))
    let drawing = String(decoding: try #require(files["xl/drawings/drawing1.xml"]), as: UTF8.self)
    #expect(drawing.contains("descr=\"2026 年 1，2027 年 2\""))
  }
}
