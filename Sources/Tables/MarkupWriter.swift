import CSV

/// Writes elements of SVG and HTML in order, their texts escaped.
struct MarkupWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)\(MarkupWriter.list(attributes))/>\n"
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, holding content: String) {
    text += "<\(name)\(MarkupWriter.list(attributes))>\(xmlText(content))</\(name)>\n"
  }

  /// An element whose content is taken as it stands, such as a style sheet.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, verbatim content: String) {
    text += "<\(name)\(MarkupWriter.list(attributes))>\(content)</\(name)>\n"
  }

  /// Markup that is whole by itself.
  mutating func append(_ markup: String) { text += markup }

  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)\(MarkupWriter.list(attributes))>\n"
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { preconditionFailure("nothing to end") }
    text += "</\(name)>\n"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(xmlText($0.value))\"" }.joined()
  }
}

/// A text that XML takes as it is; characters it cannot hold become U+FFFD.
///
/// Source: XML 1.0, sections 2.2 and 2.4.
func xmlText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A coordinate to a tenth of a pixel.
func pixels(_ value: Double) -> String { decimalText((value * 10).rounded() / 10) ?? "0" }
