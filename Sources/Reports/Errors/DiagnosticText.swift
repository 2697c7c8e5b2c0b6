import Domain
import Inputs
import Tables

/// Diagnostics as a user sees them: place, message, the line and a caret under what was found.
public func diagnosticText(_ error: InputError, language: Language) -> String {
  var lines: [String] = []
  for diagnostic in error.diagnostics {
    lines.append(diagnostic.message(language))
    lines += excerpt(diagnostic)
  }
  let count = error.diagnostics.count
  switch language {
  case .zh: lines.append("\(count) 个错误；没有写出任何文件。")
  case .en: lines.append("\(count) error\(count == 1 ? "" : "s"); no file was written.")
  }
  return lines.joined(separator: "\n") + "\n"
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
