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
