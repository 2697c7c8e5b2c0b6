import Tables
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("上城区", 6), ("カナ", 4), ("한국", 4), ("，。（）", 8), ("ＡＢ１", 6), ("　", 2),
    ("𠮷", 2), ("㐀", 2), ("〇", 2),
  ])
  func wideCharactersTakeTwoColumns(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func ambiguousCharactersTakeOne() {
    #expect(displayWidth("“”…·—±≥−°×") == 10)
    #expect(displayWidth("─│\u{202F}éЖΩ") == 6)
  }

  @Test func clustersAreAsWideAsTheirBase() {
    #expect(displayWidth("e\u{301}") == 1)
    #expect(displayWidth("が") == 2)
    #expect(displayWidth("か\u{3099}") == 2)
    #expect(displayWidth("👨‍👩‍👧") == 2)
    #expect(displayWidth("🇨🇳") == 2)
    #expect(displayWidth("葛\u{E0100}") == 2)
  }

  @Test func marksAloneTakeNone() {
    #expect(displayWidth("\u{301}") == 0)
    #expect(displayWidth("\u{200D}") == 0)
    #expect(displayWidth("\u{FE0F}") == 0)
  }
}
