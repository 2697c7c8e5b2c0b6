import Foundation
import Testing

/// The figures that people quote stay where they are, or the changelog says how far they moved.
struct HeadlineTests {
  /// `RECORD=1` writes anew what moved, as unreleased, and still fails.
  @Test func headlinesStayAsRecorded() throws {
    let program = try Program()
    #expect(try program.run("run", Program.baseline, "--out", "out").status == 0)
    let figures = try Headline.figures(in: program.files("out"))
    var headlines = try Headline.recorded()
    #expect(headlines.count > 100)
    for (index, headline) in headlines.enumerated() {
      let found = try #require(figures[headline.key], "the baseline has no \(headline.key)")
      guard !headline.allows(found) else { continue }
      Issue.record(
        """
        \(headline.key) moved from \(headline.value) (\(headline.release)) to \(found): CHANGELOG.md has to name \
        `\(headline.indicator)` under Unreleased, and RECORD=1 writes it to Tests/Fixtures/headlines.csv
        """)
      headlines[index].value = found
      headlines[index].release = "Unreleased"
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Headline.record(headlines) }
  }

  /// Where a value was recorded for a release, the release begins with a table that names it and ends at that value.
  @Test func theChangelogSaysWhereEveryHeadlineMovedTo() throws {
    let changelog = try Changelog()
    #expect(changelog.releases.first?.name == "Unreleased")
    for headline in try Headline.recorded() {
      let release = try #require(
        changelog.releases.first { $0.name == headline.release }, "CHANGELOG.md has no \(headline.release)")
      let row = release.headlines[headline.indicator]
      #expect(row != nil, "CHANGELOG.md, \(release.name): no row of its headlines names `\(headline.indicator)`")
      guard headline.statistic == "central" else { continue }
      let cell = row?[headline.year] ?? ""
      #expect(
        Changelog.states(cell, headline.value),
        "\(release.name) of CHANGELOG.md: \(headline.indicator) of \(headline.year) is \(headline.value), not '\(cell)'"
      )
    }
  }

  @Test func aFigureIsStatedByItsDigits() {
    #expect(Changelog.states("48.1 → 41.22", 4_122_123_456))
    #expect(Changelog.states("20.7%", 0.20695))
    #expect(Changelog.states("12 700 000", 12_700_000.4))
    #expect(!Changelog.states("41.22 → 48.1", 4_122_123_456))
    #expect(!Changelog.states("41.2 → ", 4_122_123_456))
  }
}
