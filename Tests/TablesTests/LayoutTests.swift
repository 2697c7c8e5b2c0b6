import Tables
import TestSupport
import Testing

struct LayoutTests {
  @Test func paddingCountsColumns() {
    #expect(padded("区县", to: 6) == "区县  ")
    #expect(padded("区县", to: 6, alignment: .trailing) == "  区县")
    #expect(padded("上城区", to: 4) == "上城区")
  }

  @Test func chineseBreaksBetweenCharactersButNotBeforeClosingMarks() {
    #expect(wrapped("养老服务，床位。", width: 8) == ["养老服", "务，床", "位。"])
    #expect(wrapped("三个（甲）", width: 6) == ["三个", "（甲）"])
    #expect(wrapped("甲“乙”丙", width: 4) == ["甲", "“乙”", "丙"])
  }

  @Test func latinBreaksAtSpaces() {
    #expect(wrapped("more care beds", width: 9) == ["more care", "beds"])
    #expect(wrapped("a  b", width: 2) == ["a", "b"])
  }

  @Test func numbersStayWhole() {
    #expect(wrapped("床位 12 345 张", width: 8) == ["床位", "12 345", "张"])
    #expect(wrapped("占比99.9%，高", width: 9) == ["占比", "99.9%，高"])
    #expect(wrapped("甲——乙", width: 3) == ["甲", "——", "乙"])
    #expect(wrapped("元/人·年度", width: 8) == ["元/人·年", "度"])
  }

  @Test func longWordsAreCut() {
    #expect(wrapped("abcdefg h", width: 3) == ["abc", "def", "g h"])
  }

  @Test func lineFeedsEndParagraphs() {
    #expect(wrapped("一\n\n二", width: 10) == ["一", "", "二"])
    #expect(wrapped("", width: 10) == [""])
  }

  @Test func wrappingKeepsTheTextAndTheWidth() {
    let alphabet = Array("养老床位，。（“”ab1 ,—…")
    for seed in 0..<2_000 {
      var random = SplitMix(seed: UInt64(seed))
      let text = String(
        (0..<40).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] })
      let width = Int.random(in: 2...20, using: &random)
      let lines = wrapped(text, width: width)
      let joined = lines.joined().filter { $0 != " " }
      #expect(joined == text.filter { $0 != " " }, "seed \(seed)")
      #expect(lines.allSatisfy { displayWidth($0) <= width }, "seed \(seed)")
    }
  }
}
