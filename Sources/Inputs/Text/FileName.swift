/// Whether a text may name a folder on any system: not empty, not hidden, not long, and without signs that mean something
/// to a shell, a path or a line.
func isFileName(_ text: String) -> Bool {
  guard !text.isEmpty, text.count <= Limits.nameLength, !text.hasPrefix("."), !text.hasPrefix(" ") else { return false }
  return text.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: " -_.+()（）·".unicodeScalars.contains(scalar)
    }
  }
}
