import Domain

/// The first in the base year, the second after it.
struct Opening: FormulaNode {
  var sign: Label { Label(zh: "期初", en: "opening") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(sign(language))(\(parts[0].text))\(language.say("，其后", ", then")) \(parts[1].text)", .sum)
  }
  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written {
    place.written(parts[place.isBaseYear ? 0 : 1])
  }
  func reads(_ count: Int, in area: Int, of areas: Areas, isBase: Bool) -> [(part: Int, areas: [Int])] {
    [(isBase ? 0 : 1, [area])]
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    sweep.copy(inputs[sweep.isBase ? 0 : 1], to: out)
  }
}

extension Formula {
  /// The first in the base year, the second after it.
  public static func opening(_ first: Formula, then second: Formula) -> Formula { Formula(Opening(), first, second) }
}
