import Foundation
import Testing

/// Help, manual pages, scripts for completion and documents say of the commands what is declared.
struct HelpTests {
  private let program: Program
  private let declared: Declarations

  init() throws {
    program = try Program()
    declared = try Declarations(program)
  }

  private static func hasChinese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func everyVerbBeginsWithAnExampleInBothLanguages() throws {
    #expect(declared.verbs.count > 25)
    for verb in declared.verbs {
      let pages = try ["zh", "en"].map { try program.run(verb.path + ["--help", "--lang", $0]) }
      for page in pages { #expect(page.status == 0 && page.complaints.isEmpty, "\(verb.testDescription)") }
      let call = "  minzheng \(verb.path.joined(separator: " "))"
      // A command that is meant where none is named goes by the name above it.
      let above = "  minzheng \(verb.path.dropLast().joined(separator: " "))"
      for (page, title) in zip(pages, ["示例\n", "EXAMPLE\n"]) {
        #expect(page.output.hasPrefix(title + call) || page.output.hasPrefix(title + above), "\(page.output)")
        for option in verb.options { #expect(page.output.contains(option), "\(verb.testDescription) \(option)") }
      }
    }
  }

  /// In Chinese every argument is explained in Chinese, in English nothing is but what stands in quotes.
  @Test func everyArgumentIsExplainedInItsLanguage() throws {
    for verb in declared.verbs {
      let chinese = try program.run(verb.path + ["--help"], environment: ["COLUMNS": "100"]).output
      for entry in HelpTests.entries(chinese) {
        #expect(HelpTests.hasChinese(entry.meaning), "\(verb.testDescription): \(entry)")
      }
      let english = try program.run(verb.path + ["--help", "--lang", "en"], environment: ["COLUMNS": "100"]).output
      for entry in HelpTests.entries(english) {
        let bare = entry.meaning.replacing(/'[^']*'/, with: "").replacing("万元", with: "").replacing("亿元", with: "")
        #expect(!HelpTests.hasChinese(bare), "\(verb.testDescription): \(entry)")
      }
    }
  }

  /// Options with what is said of them.
  private static func entries(_ page: String) -> [(term: String, meaning: String)] {
    var entries: [(term: String, meaning: String)] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  -") || line.hasPrefix("  <") {
        let term = line.dropFirst(2).prefix { $0 != " " }
        let rest = line.dropFirst(2 + term.count).drop { $0 == " " }
        entries.append((String(term), String(rest)))
      } else if line.hasPrefix("      "), let last = entries.popLast() {
        entries.append((last.term, last.meaning + line.drop { $0 == " " }))
      }
    }
    return entries
  }

  @Test func helpIsFoundHoweverItIsAskedFor() throws {
    let page = try program.run("sweep", "gather", "--help", "--lang", "en").output
    for arguments in [
      ["help", "sweep", "gather"], ["sweep", "gather", "-h"], ["sweep", "gather", "a.yaml", "--help"],
    ] {
      #expect(try program.run(arguments + ["--lang", "en"]).output == page)
    }
    let all = try program.run("help", "--lang", "en")
    for code in ["0", "1", "2", "64", "65", "73", "129", "130", "143"] {
      #expect(all.output.contains("\n  \(code) "), "\(code)")
    }
    #expect(try program.run().output == program.run("help").output)
    for verb in declared.verbs where verb.path.count == 1 { #expect(all.output.contains("\n  \(verb.path[0])  ")) }
    #expect(try program.run("help", "nonsense").status == 64)
  }

  @Test(arguments: ["zh", "en"]) func everyVerbHasItsPageOfTheManual(language: String) throws {
    #expect(try program.run("manual", "man", "--lang", language).status == 0)
    let pages = try program.files("man")
    #expect(pages.count == declared.verbs.count + 1)
    for verb in declared.verbs {
      let name = "minzheng-\(verb.path.joined(separator: "-"))"
      let page = String(decoding: try #require(pages["\(name).1"]), as: UTF8.self)
      #expect(page.hasPrefix(".TH \"MINZHENG"))
      for option in verb.options {
        #expect(page.contains(option.replacing("-", with: "\\-")), "\(name) \(option)")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func scriptsForCompletionNameEverything(shell: String) throws {
    let script = try program.run("--generate-completion-script", shell)
    #expect(script.status == 0 && script.output.hasSuffix("\n"))
    for verb in declared.verbs {
      for word in verb.path { #expect(script.output.contains(word), "\(word)") }
      for option in verb.options where option != "--help" {
        #expect(script.output.contains(shell == "fish" ? "-l '\(option.dropFirst(2))'" : option), "\(option)")
      }
    }
  }

  /// What documents show of the command line is there: a verb, and behind it only options that it has.
  @Test func documentsNameVerbsAndOptionsThatThereAre() throws {
    var documents = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "studies/README.md"]
    let docs = Program.root.appendingPathComponent("docs")
    documents += try FileManager.default.subpathsOfDirectory(atPath: docs.path).filter { $0.hasSuffix(".md") }
      .map { "docs/\($0)" }
    var lines = 0
    for document in documents {
      let text = try String(contentsOf: Program.root.appendingPathComponent(document), encoding: .utf8)
      for match in text.matches(of: /(?:^|[`$ ])minzheng ([a-z]+(?: [^`\n]*)?)/.anchorsMatchLineEndings()) {
        let words = match.1.split(separator: " ").map(String.init)
        guard let verb = declared.verb(words) else {
          #expect(!["run", "targets", "sweep"].contains(words[0]), "\(document): \(match.1)")
          continue
        }
        lines += 1
        let typed = words.prefix { !["|", "&&", ";", "#", ">"].contains($0) }
        for word in typed where word.wholeMatch(of: /--[a-z][a-z-]*/) != nil {
          #expect(verb.options.contains(word), "\(document): \(verb.testDescription) \(word)")
        }
      }
    }
    #expect(lines > 60)
  }
}
