import Foundation
import FoundationXML
import Testing

/// A page that the program wrote, read as the XML it is.
struct ReadPage {
  let text: String
  let document: XMLDocument

  init(_ text: String) throws {
    self.text = text
    document = try XMLDocument(xmlString: String(text.drop { $0 != "\n" }.dropFirst()))
  }

  func nodes(_ path: String) throws -> [XMLNode] { try document.nodes(forXPath: path) }
  func strings(_ path: String) throws -> [String] { try nodes(path).compactMap(\.stringValue) }

  static func number(_ text: String) -> Double? {
    Double(text.filter { $0 != " " && $0 != "%" && $0 != "+" }.replacing("−", with: "-"))
  }

  /// The numbers of a text, groups of three digits taken together.
  static func numbers(in text: String) -> [Double] {
    text.matches(of: #/[-−]?\d+(?: \d{3})*(?:\.\d+)?/#).compactMap { number(String($0.output)) }
  }

  /// The cells of a table's rows, the heads of rows among them.
  func rows(ofFigure id: String) throws -> [[String]] {
    try nodes("//figure[.//*[@id='\(id)']]//tbody/tr").map { row in
      try row.nodes(forXPath: "th|td").compactMap(\.stringValue)
    }
  }

  /// What every page keeps: it stands alone, ids are unique, and each chart says its numbers and has its table.
  func check(atLeast charts: Int) throws {
    #expect(text.utf8.count < 600_000)
    for word in ["<script", "src=", "<link", "@import", "url(", "onload"] { #expect(!text.contains(word), "\(word)") }
    let ids = try strings("//@id")
    #expect(Set(ids).count == ids.count)
    let drawings = try nodes("//*[local-name()='svg']")
    #expect(drawings.count >= charts, "\(drawings.count) charts")
    for drawing in drawings {
      func string(_ path: String) throws -> String { try drawing.nodes(forXPath: path).first?.stringValue ?? "" }
      let (id, words) = (try string("@id"), try string("*[local-name()='desc']"))
      #expect(try string("@role") == "img")
      #expect(try string("@aria-labelledby") == "\(id)-title")
      #expect(try string("@aria-describedby") == "\(id)-description")
      #expect(try !string("*[local-name()='title']").isEmpty, "\(id)")
      #expect(words.contains { $0.isNumber }, "\(id): \(words)")
      // Its own table, or the one below several charts of the same.
      let own = try drawing.nodes(forXPath: "ancestor::figure//table")
      let shared = try drawing.nodes(forXPath: "ancestor::figure/following-sibling::div[@class='whole'][1]//table")
      #expect(own.count + shared.count >= 1, "\(id) has no table")
      let cells = try (own + shared).flatMap { try $0.nodes(forXPath: ".//td").compactMap(\.stringValue) }
      let told = ReadPage.numbers(in: words)
      let shown = cells.flatMap(ReadPage.numbers)
      let isTold = shown.contains { cell in told.contains { abs($0 - cell) <= 0.06 } }
      let isQuoted = cells.contains { cell in cell.contains { $0.isNumber } && words.contains(cell) }
      #expect(isTold || isQuoted, "\(id): \(words)")
    }
  }
}
