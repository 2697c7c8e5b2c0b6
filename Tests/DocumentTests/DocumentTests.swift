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

  /// The program says its version once; whatever else states it agrees. The Debian package asks the program.
  @Test func everyDocumentStatesTheVersionOfTheProgram() throws {
    let version = try first(#/static let version = "([^"]+)"/#, in: "Sources/minzheng/Minzheng.swift")
    #expect(try first(#/\nversion: (\S+)\n/#, in: "CITATION.cff") == version)
    #expect(try Document("docs/model-card.md").text.contains("version \(version) "))
    #expect(try Document("Scripts/make-deb").text.contains(#"version=$("$program" --version)"#))
    let changelog = try Document("CHANGELOG.md").text
    let headings = changelog.matches(of: #/\n## (\S+)(?: — (\S+))?/#).map { ($0.1, $0.2) }
    #expect(headings.first?.0 == "Unreleased")
    #expect(headings.dropFirst().first?.0 == version[...])
    #expect(try first(#/\ndate-released: "(\S+)"/#, in: "CITATION.cff")[...] == headings.dropFirst().first?.1)
  }

  @Test func theCitationStatesTheVersionOfTheData() throws {
    let version = try first(#/"version": "([^"]+)"/#, in: "datasets/hangzhou/datapackage.json")
    #expect(try first(#/\n    version: (\S+)\n/#, in: "CITATION.cff") == version)
  }

  private func first(_ pattern: Regex<(Substring, Substring)>, in path: String) throws -> String {
    String(try #require(try Document(path).text.firstMatch(of: pattern), "\(path)").1)
  }
}
