import Domain
import Foundation
import Inputs
import Testing

/// `docs/errors.md` describes every problem; it is made from the examples.
///
/// `RECORD=1` writes it anew, and still fails.
struct ErrorCatalogueTests {
  private static let page = URL(fileURLWithPath: Folder.hangzhou).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/errors.md").path

  @Test func everyKindOfProblemHasOneExample() {
    #expect(ProblemExample.all.map(\.problem.kind) == Problem.Kind.allCases)
  }

  @Test func idsAreInKebabCase() {
    for kind in Problem.Kind.allCases {
      #expect(kind.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(kind.rawValue)")
    }
  }

  @Test func everyProblemHasWordsInBothLanguages() {
    for example in ProblemExample.all {
      for language in Language.allCases {
        #expect(!example.problem.message(language).isEmpty, "\(example.problem.id)")
        #expect(!example.mend(language).isEmpty, "\(example.problem.id)")
      }
      #expect(example.problem.message(.zh) != example.problem.message(.en), "\(example.problem.id)")
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
    for example in ProblemExample.all {
      text += "\n## \(example.problem.id)\n\n"
      for language in Language.allCases {
        text += "- \(example.problem.message(language))\n"
      }
      text += "- 改法：\(example.mend(.zh))。\n- To mend it: \(example.mend(.en))\n"
    }
    return text
  }
}
