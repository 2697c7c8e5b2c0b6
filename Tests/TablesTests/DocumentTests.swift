import Foundation
import FoundationXML
import Tables
import Testing

/// A report with everything that a report can have.
private func sample(_ style: Document.Style) -> Document {
  var table = Table(columns: [Column("area", header: "A"), Column("n", header: "2025", alignment: .trailing)])
  table.append([.text("a_b"), .number(1_234, NumberFormat())])
  table.appendNote("a *note*")
  return Document(
    style: style, title: "Town", subtitle: "2020–2025",
    lead: .init(title: "Key", sentence: "It costs 3.", points: ["one", "two"]),
    sections: [
      .init(unnumbered: nil, [.points(["alone"])]), .init("People", [.table(table), .points(["after"])]),
      .init(unnumbered: "Beside", [.points([])]), .init("Money", [.points(["m"])]),
    ])
}

struct DocumentTests {
  @Test func textHasAHeadNumberedSectionsAndNotesUnderTheirTables() {
    let rule = String(repeating: "─", count: Document.textWidth)
    let head = "Town" + String(repeating: " ", count: Document.textWidth - 13) + "2020–2025"
    #expect(
      sample(.english).text == """
        \(head)
        \(rule)
        Key: It costs 3.
          · one
          · two

          · alone

        1. People
          A      2025
          a_b   1 234
          · a *note*

          · after

        Beside

        2. Money
          · m

        """)
  }

  @Test func markdownHasTheSameInItsOwnSigns() {
    #expect(
      sample(.english).markdown == """
        # Town

        2020–2025

        **Key**: It costs 3.

        - one
        - two

        - alone

        ## 1. People

        | A | 2025 |
        | :-- | --: |
        | a_b | 1 234 |

        - a \\*note\\*

        - after

        ## Beside

        ## 2. Money

        - m

        """)
  }

  @Test func sectionsAreNumberedInTheWayOfTheLanguage() {
    let many = (1...23).map { Document.Section("s\($0)", [.points(["p"])]) }
    func headings(_ style: Document.Style) -> [String] {
      Document(style: style, title: "t", sections: many).markdown.split(separator: "\n")
        .filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    }
    #expect(headings(.english)[0] == "1. s1" && headings(.english)[22] == "23. s23")
    let chinese = headings(.chinese)
    #expect(
      [0, 8, 9, 10, 18, 19, 20, 22].map { chinese[$0] } == [
        "一、s1", "九、s9", "十、s10", "十一、s11", "十九、s19", "二十、s20", "二十一、s21", "二十三、s23",
      ])
    #expect(sample(.chinese).text.contains("Key：It costs 3."))
  }

  @Test func longPointsWrapUnderTheirFirstWord() {
    let lines = bulleted([String(repeating: "word ", count: 40)], width: 40).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("  · word"))
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    word") })
  }

  @Test func aReportWithoutSubtitleHasNoBlanksInItsHead() {
    let text = Document(style: .english, title: "Town", sections: []).text
    #expect(text.hasPrefix("Town\n"))
  }
}

/// The page: whole, in order, with every number of a chart in its table.
struct DocumentPageTests {
  private static let hostile = "<b>=1+1</b> & \"x\""

  private static var page: Document {
    var table = Table(columns: [Column("year", header: "年份"), Column("n", header: hostile, alignment: .trailing)])
    for year in 2020...2022 { table.append([.number(Double(year), .year), .number(Double(year) / 2, NumberFormat())]) }
    table.appendSection("later")
    table.append([.text(hostile), .empty])
    let plot = LinePlot([.init("n", [.init(2020, 1), .init(2022, 3)])], unit: "u", format: NumberFormat())
    let chart = Chart(id: "one", title: hostile, description: "1 to 3", .lines(plot))
    return Document(
      style: .chinese, title: hostile, subtitle: "made", lead: .init(title: "要点", sentence: "答案", points: ["p"]),
      sections: [.init("图", [.figure(chart, table)]), .init("表", [.table(table), .points(["q"])])])
  }

  private func document() throws -> XMLDocument {
    // An empty element of HTML is one of XML as it is written here.
    try XMLDocument(xmlString: String(DocumentPageTests.page.html.drop { $0 != "\n" }.dropFirst()))
  }

  @Test func thePageIsWholeAndItsTextsAreTexts() throws {
    let page = try document()
    #expect(try page.nodes(forXPath: "//b").isEmpty)
    #expect(try page.nodes(forXPath: "/html/head/title").first?.stringValue == DocumentPageTests.hostile)
    #expect(try page.nodes(forXPath: "/html/@lang").first?.stringValue == "zh-CN")
    #expect(try page.nodes(forXPath: "//h2").compactMap(\.stringValue) == ["要点", "一、图", "二、表"])
    let ids = try page.nodes(forXPath: "//@id").compactMap(\.stringValue)
    #expect(Set(ids).count == ids.count)
  }

  @Test func nothingIsFetchedAndNothingRuns() {
    let html = DocumentPageTests.page.html
    for word in ["<script", "src=", "url(", "@import", "<link"] { #expect(!html.contains(word), "\(word)") }
    // The name of the language of drawings is no address to visit.
    #expect(html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "").contains("http") == false)
  }

  @Test func everyCellOfAFigureStandsInItsTable() throws {
    let page = try document()
    let cells = try page.nodes(forXPath: "//figure/details//tbody//*[self::th or self::td]").compactMap(\.stringValue)
    #expect(cells == ["2020", "1 010", "2021", "1 011", "2022", "1 011", "later", DocumentPageTests.hostile, ""])
    let heads = try page.nodes(forXPath: "//figure/details//th[@scope='col']").compactMap(\.stringValue)
    #expect(heads == ["年份", DocumentPageTests.hostile])
  }

  @Test func textShowsTheNumbersOfAFigure() {
    #expect(DocumentPageTests.page.text.contains("1 010"))
    #expect(DocumentPageTests.page.markdown.contains("| 2020 | 1 010 |"))
  }
}
