import Foundation
import Testing

/// What the documents say of the repository holds.
struct DocumentTests {
  @Test func everyCountIsWhatTheProgramCounts() throws {
    for count in try Count.all() {
      let text = try Document(count.document).text
      #expect(
        count.spellings.contains(where: text.contains), "\(count.document) should say “\(count.spellings[0])”")
    }
  }

  /// A new count in a document joins the list, so that it is counted.
  @Test func noDocumentStatesACountThatIsNotCounted() throws {
    let nouns = "targets|districts|payers|levels|rules|programmes|commands|scenarios|parameters|indicators"
    let numerals =
      "[0-9]+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
      + "|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty"
    let stated = try NSRegularExpression(pattern: "(?<![-–./0-9A-Za-z])(\(numerals)) (\(nouns))(?![A-Za-z_])")
    let counts = try Count.all()
    for document in try Document.all() {
      let text = document.prose
      let known = counts.filter { $0.document == document.path }.flatMap(\.spellings)
      for match in stated.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        let words = String(text[try #require(Range(match.range, in: text))])
        let isKnown = known.contains { $0.contains(words) || words.contains($0) } || Self.examples.contains(words)
        #expect(isKnown, "\(document.path) states “\(words)”: add it to Count.all()")
      }
    }
  }

  /// Numbers that belong to an example or an argument, and count nothing of the repository.
  private static let examples: Set = ["two scenarios", "two levels", "three targets", "two parameters"]

  @Test func everyLinkLeadsSomewhere() throws {
    let link = try NSRegularExpression(pattern: #"\]\(([^)#:]+)(#[^)]*)?\)"#)
    for document in try Document.all() {
      let text = document.text
      let folder = URL(fileURLWithPath: "\(Document.root)/\(document.path)").deletingLastPathComponent()
      for match in link.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        let target = String(text[try #require(Range(match.range(at: 1), in: text))])
        let path = folder.appendingPathComponent(target).path
        #expect(FileManager.default.fileExists(atPath: path), "\(document.path) links to \(target)")
      }
    }
  }

  /// Files and folders that a document names in code, from the root or from the folder it stands in.
  @Test func everyFileADocumentNamesIsThere() throws {
    let named = try NSRegularExpression(
      pattern: "`((Sources|Tests|Scripts|docs|datasets|scenarios|studies|Benchmarks|Fuzz)/[A-Za-z0-9_./-]+)`")
    for document in try Document.all() {
      let text = document.text
      let folder = URL(fileURLWithPath: "\(Document.root)/\(document.path)").deletingLastPathComponent()
      for match in named.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        let path = String(text[try #require(Range(match.range(at: 1), in: text))])
        guard !path.contains(".build") else { continue }
        let places = ["\(Document.root)/\(path)", folder.appendingPathComponent(path).path]
        #expect(places.contains(where: FileManager.default.fileExists), "\(document.path) names \(path)")
      }
    }
  }

  @Test func theCitationAndTheModelCardStateTheVersionOfTheProgram() throws {
    let program = try Document("Sources/minzheng/Minzheng.swift").text
    let stated = try NSRegularExpression(pattern: #"static let version = "([^"]+)""#)
    let match = try #require(stated.firstMatch(in: program, range: NSRange(program.startIndex..., in: program)))
    let version = String(program[try #require(Range(match.range(at: 1), in: program))])
    #expect(try Document("CITATION.cff").text.contains("\nversion: \(version)\n"))
    #expect(try Document("docs/model-card.md").text.contains("version \(version) "))
  }
}
