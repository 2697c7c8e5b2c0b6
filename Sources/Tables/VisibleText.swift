/// Text as a terminal may be given it: control characters and those that turn the direction of writing are shown by
/// their numbers, so that a name or a title can neither hide a part of a line nor give the terminal orders.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isInvisible) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isInvisible(scalar) {
      shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }
  return String(shown)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false  // tabs and ends of lines
  case 0..<0x20, 0x7F..<0xA0: true
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // marks, embeddings, overrides, isolates
  case 0x2028, 0x2029: true  // ends of lines and paragraphs of their own
  default: false
  }
}
