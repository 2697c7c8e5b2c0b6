import Domain
import Foundation
import Inputs
import Testing

/// `docs/errors.md` describes every problem; it is made from the examples.
///
/// `RECORD=1` writes it anew, and still fails.
struct ErrorCatalogueTests {
  private static let root = URL(fileURLWithPath: Folder.hangzhou).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let page = root.appendingPathComponent("docs/errors.md").path

  /// The ids of all problems that the sources declare.
  private func declared() throws -> [String] {
    let folder = Self.root.appendingPathComponent("Sources/Inputs")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let declaration = try Regex<(Substring, Substring)>(#"Problem\(\s*"([^"]*)""#)
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: declaration).map { String($0.output.1) }
    }
  }

  @Test func everyProblemIsDeclaredOnceAndHasOneExample() throws {
    let declared = try declared()
    #expect(declared.count >= 90)
    #expect(Set(declared).count == declared.count)
    #expect(Problem.examples.map(\.id).sorted() == declared.sorted())
  }

  @Test func idsAreInKebabCase() throws {
    for id in try declared() {
      #expect(id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(id)")
    }
  }

  @Test func everyProblemHasWordsInBothLanguages() {
    for problem in Problem.examples {
      for language in Language.allCases {
        #expect(!problem.message(language).isEmpty && !problem.mend(language).isEmpty, "\(problem.id)")
      }
      #expect(problem.message(.zh) != problem.message(.en), "\(problem.id)")
      #expect(problem.mend.zh != problem.mend.en, "\(problem.id)")
    }
  }

  @Test func thePageOfErrorsIsUpToDate() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try markdown.write(toFile: Self.page, atomically: true, encoding: .utf8)
      Issue.record("\(Self.page) was written")
    } else {
      #expect(try String(contentsOfFile: Self.page, encoding: .utf8) == markdown)
    }
  }

  private var markdown: String {
    var text = """
      # Errors 错误

      Every message about an input, with an example and how to mend it. A message says where (`file:line:column`) and
      what; the id below stays the same when the words change. Made by `ErrorCatalogueTests`; do not edit it by hand.

      """
    for problem in Problem.examples {
      text += "\n## \(problem.id)\n\n"
      for language in Language.allCases {
        text += "- \(problem.message(language))\n"
      }
      text += "- 改法：\(problem.mend(.zh))。\n- To mend it: \(problem.mend(.en))\n"
    }
    return text
  }
}
