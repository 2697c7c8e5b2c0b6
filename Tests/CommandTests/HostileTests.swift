import Foundation
import Testing
import WorkbookSupport

/// Texts that other programs could take for formulas or markup, in titles, names and sources.
struct HostileTests {
  private let program: Program
  private static let names = ["-Tiny<b>town", "=1+1 <b>East</b>", "@SUM(A1) & <i>\"x\"</i>"]
  private static let source = "=HYPERLINK(1) <b>"

  init() throws {
    program = try Program()
    let town = program.folder.appendingPathComponent("town")
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("Tests/Fixtures/tinytown"), to: town)
    func change(_ file: String, _ changes: [(String, String)]) throws {
      let place = town.appendingPathComponent(file)
      var text = try String(contentsOf: place, encoding: .utf8)
      for (before, after) in changes {
        #expect(text.contains(before), "\(file): \(before)")
        text = text.replacing(before, with: after)
      }
      try Data(text.utf8).write(to: place)
    }
    func field(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    try change(
      "tables/districts.csv",
      zip(["Tinytown", "East District", "West County"], HostileTests.names).map { ($0, field($1)) })
    try change("parameters/fiscal.yaml", [("source: invented", "source: '\(HostileTests.source)'")])
    try change("parameters/fiscal.yaml", [("en: Yearly growth of wages", "en: '-1 <b>growth</b>'")])
    try program.write(
      """
      name: odd
      title: {zh: '=1+1 <b>', en: '+1 <script>alert(1)</script>'}
      dataset: town
      horizon: {from: 2020, to: 2030}
      """, to: "odd.yaml")
  }

  @Test func aPageHasThemAsText() throws {
    for arguments in [[], ["--district", "东区"]] {
      let outcome = try program.run(
        ["export", "html", "odd.yaml", "--draws", "20", "--lang", "en", "--out", "odd.html"] + arguments)
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let page = try ReadPage(program.text("odd.html"))
      try page.check(atLeast: 5)
      #expect(try page.nodes("//b | //i | //script").isEmpty)
      let texts = try page.strings("//h1 | //td | //th | //figcaption")
      #expect(texts.contains { $0.contains("+1 <script>alert(1)</script>") })
      #expect(texts.contains { $0.contains(HostileTests.names[1]) })
    }
  }

  @Test func aWorkbookHasThemAsText() throws {
    let outcome = try program.run(
      "export", "xlsx", "odd.yaml", "--draws", "0", "--lang", "en", "--out", "odd.xlsx")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let file = try Data(contentsOf: program.folder.appendingPathComponent("odd.xlsx"))
    let book = try #require(ReadWorkbook([UInt8](file)))
    var found: Set<String> = []
    for (sheet, cells) in book.cells {
      for (place, cell) in cells {
        if let value = cell.value, let first = value.first, "=+-@".contains(first), Double(value) == nil {
          #expect(cell.isText && cell.formula == nil, "\(sheet) \(place)")
          found.insert(value)
        }
        // What a formula names it names by key.
        let formula = cell.formula ?? ""
        for name in HostileTests.names { #expect(!formula.contains(name), "\(sheet) \(place)") }
      }
    }
    for text in HostileTests.names + [HostileTests.source] { #expect(found.contains(text), "\(text)") }
  }
}
