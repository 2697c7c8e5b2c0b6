/// The number of columns that `text` takes on a terminal.
///
/// A grapheme cluster is as wide as its first scalar: 2 for East Asian wide and
/// fullwidth characters and for emoji, 0 for combining marks and joiners on
/// their own, else 1. Ambiguous characters (“ ” … · — ± ≥) count 1.
///
/// Source: Unicode Standard Annex #11, *East Asian Width*; the table follows Unicode 14 with the wide characters added since.
public func displayWidth(_ text: String) -> Int {
  var width = 0
  for character in text { width += displayWidth(character) }
  return width
}

/// The number of columns that a grapheme cluster takes.
func displayWidth(_ character: Character) -> Int {
  guard let base = character.unicodeScalars.first else { return 0 }
  if base.value < 0x300 { return 1 }
  if isWide(base) { return 2 }
  return isZeroWidth(base) ? 0 : 1
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200B...0x200D, 0x2060, 0xFEFF: true  // zero-width space and joiners, byte order mark
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true  // variation selectors are among them
    default: false
    }
  }
}

/// Binary search among the wide ranges.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    let range = wideRanges[middle]
    if scalar.value < range.first {
      high = middle
    } else if scalar.value > range.last {
      low = middle + 1
    } else {
      return true
    }
  }
  return false
}

/// Characters of East Asian Width W or F, and the letters of which flags are
/// made. Sorted; unassigned gaps inside a block are closed.
private let wideRanges: [(first: UInt32, last: UInt32)] = [
  (0x1100, 0x115F),  // hangul initial consonants
  (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
  (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2630, 0x2637), (0x2648, 0x2653), (0x267F, 0x267F),
  (0x268A, 0x268F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE),
  (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3),
  (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
  (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757),
  (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50),
  (0x2B55, 0x2B55),  // symbols shown as emoji
  (0x2E80, 0x303E),  // radicals, CJK punctuation
  (0x3041, 0x3247),  // kana, bopomofo, hangul letters, enclosed CJK
  (0x3250, 0xA4C6),  // enclosed CJK, ideographs, Yi
  (0xA960, 0xA97C),  // older hangul initials
  (0xAC00, 0xD7A3),  // hangul syllables
  (0xF900, 0xFAFF),  // compatibility ideographs
  (0xFE10, 0xFE19), (0xFE30, 0xFE6B),  // vertical and small forms
  (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),  // fullwidth forms
  (0x16FE0, 0x1B2FB),  // Tangut, Khitan, older kana, Nüshu
  (0x1D300, 0x1D376),  // Tai Xuan Jing symbols, counting rods
  (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A),
  (0x1F1E6, 0x1F320),  // letters of flags, enclosed CJK, weather
  (0x1F32D, 0x1F335), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA),
  (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E),
  (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E),
  (0x1F550, 0x1F567), (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4),
  (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2),
  (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0),
  (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAFF),  // emoji
  (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),  // supplementary ideographs
]
