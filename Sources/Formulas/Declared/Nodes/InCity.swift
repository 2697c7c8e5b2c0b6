import Domain

/// The first in the city, the second in its districts.
struct InCity: FormulaNode {
  var sign: Label { Label(zh: "全市", en: "in the city") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("(\(sign(language)) \(parts[0].text)\(language.say("，区县", ", elsewhere")) \(parts[1].text))")
  }
  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written {
    place.written(parts[place.area == place.sheet.areas.cityIndex ? 0 : 1])
  }
  func reads(_ count: Int, in area: Int, of areas: Areas, isBase: Bool) -> [(part: Int, areas: [Int])] {
    [(area == areas.cityIndex ? 0 : 1, [area])]
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    sweep.copy(inputs[1], to: out)
    sweep.values(out)[sweep.city] = sweep.values(inputs[0])[sweep.city]
  }
}

extension Formula {
  /// The first in the city, the second in its districts.
  public static func inCity(_ a: Formula, elsewhere b: Formula) -> Formula { Formula(InCity(), a, b) }
}
