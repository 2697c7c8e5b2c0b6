import Tables
import Testing

struct VisibleTextTests {
  @Test func plainTextStaysAsItIs() {
    for text in ["", "杭州市 Hangzhou\n\tnext", "≥ 65% · —", "e\u{301} 👨‍👩‍👧"] { #expect(visible(text) == text) }
  }

  @Test func ordersToTheTerminalAreShown() {
    #expect(visible("a\u{1B}[2Jb\r\u{7}\u{9B}") == "a\\u{1B}[2Jb\\u{D}\\u{7}\\u{9B}")
  }

  @Test func lettersThatTurnTheDirectionAreShown() {
    #expect(visible("city\u{202E}gpj.exe\u{2066}") == "city\\u{202E}gpj.exe\\u{2066}")
  }
}
