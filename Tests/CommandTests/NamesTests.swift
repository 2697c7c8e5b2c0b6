import Foundation
import Testing

/// Documents, manual and completions name the verbs and options that are declared: all of them, and no others.
struct NamesTests {
  private let program: Program
  private let declared: Declarations

  init() throws {
    program = try Program()
    declared = try Declarations(program)
  }

  /// What stands in code in the rows of a README's list of commands.
  private func commands(_ readme: String) throws -> [[String]] {
    let text = try String(contentsOf: Program.root.appendingPathComponent(readme), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## ").first { $0.hasPrefix("Commands\n") || $0.hasPrefix("命令\n") })
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.matches(of: /`([^`]+)`/).map { String($0.1) }
    }
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"]) func theListOfCommandsHasEveryVerb(readme: String) throws {
    let rows = try commands(readme)
    for row in rows {
      #expect(declared.verb(row[0].split(separator: " ").map(String.init)) != nil, "\(readme): \(row[0])")
    }
    let named = Set(rows.joined().compactMap { declared.verb($0.split(separator: " ").map(String.init))?.path })
    // What is meant where none is named below a verb goes by the name above it.
    let verbs = declared.verbs.flatMap { verb in
      verb.command.shown.isEmpty ? [verb.path] : verb.command.shown.map { verb.path + [$0.commandName] }
    }
    for path in verbs where !declared.isUsual(path) {
      #expect(named.contains(path), "\(readme) does not list \(path.joined(separator: " "))")
    }
  }

  @Test func bothListsOfCommandsNameTheSameOptions() throws {
    let lists = try ["README.md", "README.zh-CN.md"].map { readme in
      try commands(readme).map { row in Set(row.joined(separator: " ").matches(of: /--[a-z][a-z-]*/).map { $0.output })
      }
    }
    #expect(lists[0].count == lists[1].count)
    for (row, (english, chinese)) in zip(lists[0], lists[1]).enumerated() {
      #expect(english == chinese, "row \(row + 1) of the list of commands")
    }
  }

  /// Wherever an option stands, also by itself: in the documents, in `docs/errors.md`, in the manual.
  @Test func noTextNamesAnOptionThatThereIsNot() throws {
    let options = declared.verbs.reduce(into: Set<String>()) { $0.formUnion($1.options) }
    var texts = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "studies/README.md"]
    let docs = Program.root.appendingPathComponent("docs")
    texts += try FileManager.default.subpathsOfDirectory(atPath: docs.path).filter { $0.hasSuffix(".md") }
      .map { "docs/\($0)" }
    for name in texts {
      let text = try String(contentsOf: Program.root.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /(?:^|[^\w-])(--[a-z][a-z-]*)/) {
        let option = String(match.1)
        #expect(options.contains(option) || NamesTests.others.contains(option), "\(name): \(option)")
      }
    }
    #expect(try program.run("manual", "man", "--lang", "en").status == 0)
    for (name, page) in try program.files("man") {
      let text = String(decoding: page, as: UTF8.self).replacing("\\-", with: "-")
      for match in text.matches(of: /(?:^|[^\w-])(--[a-z][a-z-]*)/) {
        #expect(options.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  /// Options of other programs: of Slurm's sbatch and of Swift.
  private static let others: Set = [
    "--partition", "--time", "--mem", "--job-name", "--filter", "--static-swift-stdlib",
  ]

  /// Verb by verb, not only somewhere in the script.
  @Test(arguments: ["bash", "zsh", "fish"]) func completionsOfAVerbHaveItsOptionsAndNoOthers(shell: String) throws {
    let script = try program.run("--generate-completion-script", shell).output
    for verb in declared.verbs where verb.command.shown.isEmpty {
      let found = try #require(offered(verb.path, in: script, shell), "\(verb.testDescription)")
      #expect(found.subtracting(["--version", "--help"]) == verb.options.subtracting(["--version", "--help"]))
    }
  }

  private func offered(_ path: [String], in script: String, _ shell: String) -> Set<String>? {
    if shell == "fish" {
      let name = (["minzheng"] + path).joined(separator: " ")
      let lines = script.split(separator: "\n").filter { $0.contains("options \"\(name)\"") }
      let found = lines.flatMap { $0.matches(of: #/ -l '([a-z-]+)'/#) }
      return lines.isEmpty ? nil : Set(found.map { "--\($0.1)" })
    }
    let start = "\n_minzheng_\(path.joined(separator: "_"))() {"
    guard let own = script.components(separatedBy: start).dropFirst().first?.components(separatedBy: "\n}\n").first
    else {
      return nil
    }
    // Up to where bash offers values; in zsh what begins an entry.
    let list = own.components(separatedBy: "# Offer option value")[0]
    return shell == "bash"
      ? Set(list.matches(of: /[( ](--[a-z][a-z-]*)/).map { String($0.1) })
      : Set(list.matches(of: /['*{,](--[a-z][a-z-]*)(?=[\[=,}])/).map { String($0.1) })
  }
}
