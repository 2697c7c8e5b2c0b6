/// How wide a text is drawn, in ems of its font.
///
/// Wide characters take one em; printable ASCII the widths of Helvetica, which Arial and Liberation Sans share; others six
/// tenths. A font that stands in for these may differ by a few per cent, so what is laid out by it leaves room.
///
/// Source: Adobe Core 14 AFM files, Helvetica.
public func drawnWidth(_ text: String) -> Double {
  text.reduce(0) { $0 + drawnWidth($1) }
}

private func drawnWidth(_ character: Character) -> Double {
  if displayWidth(character) == 2 { return 1 }
  guard let ascii = character.asciiValue, (32...126).contains(ascii) else {
    return displayWidth(character) == 0 ? 0 : 0.6
  }
  return Double(helveticaWidths[Int(ascii) - 32]) / 1000
}

/// From the space to the tilde, in thousandths of an em.
private let helveticaWidths: [Int16] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // space … /
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 … ?
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ … O
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P … _
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` … o
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,  // p … ~
]
