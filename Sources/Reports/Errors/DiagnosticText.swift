import Domain
import Inputs
import Tables

/// Diagnostics as a user sees them: place, message, the line and a caret under what was found, each once.
///
/// - Parameter writes: whether files would have been written.
public func diagnosticText(_ error: InputError, writes: Bool = true, language: Language) -> String {
  let (lines, count) = text(error.diagnostics, language)
  let errors = language.say("\(count) 个错误", "\(count) error\(count == 1 ? "" : "s")")
  let end = errors + (writes ? language.say("；没有写出任何文件。", "; no file was written.") : language.say("。", "."))
  return (lines + [end]).joined(separator: "\n") + "\n"
}

/// What may be a mistake and stops nothing; empty where there is nothing to say.
public func warningText(_ warnings: [Diagnostic], language: Language) -> String {
  text(InputError(warnings).diagnostics, language).lines.map { $0 + "\n" }.joined()
}

/// The lines of diagnostics, no message twice, and how many there are.
private func text(_ diagnostics: [Diagnostic], _ language: Language) -> (lines: [String], count: Int) {
  var told = Set<String>()
  var lines: [String] = []
  for diagnostic in diagnostics where told.insert(diagnostic.message(language)).inserted {
    lines.append(diagnostic.message(language))
    lines += excerpt(diagnostic)
  }
  return (lines, told.count)
}

private func excerpt(_ diagnostic: Diagnostic) -> [String] {
  let place = diagnostic.position
  guard let text = diagnostic.passage.line, place.line > 0 else { return [] }
  let number = padded("\(place.line)", to: 5, alignment: .trailing)
  let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(place.column - 1)))
  let width = max(displayWidth(diagnostic.passage.found), 1)
  let caret = "^" + String(repeating: "~", count: width - 1)
  return [
    "\(number) | \(text)",
    "      | \(String(repeating: " ", count: displayWidth(before)))\(caret)",
  ]
}
