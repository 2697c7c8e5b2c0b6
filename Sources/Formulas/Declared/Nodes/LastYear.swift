import Domain

/// A quantity's value of the year before.
struct LastYear: FormulaNode {
  var sign: Label { Label(zh: "上年", en: "last year's") }
  var looksBack: Bool { true }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { parts[0] }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(sign(language)) \(parts[0].grouped(.whole))")
  }
  /// Before the base year only parameters have values.
  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written {
    place.isBaseYear && !parts[0].isLevelOfParameter ? Spreadsheet.noValue : place.yearBefore.written(parts[0])
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.lastYear(inputs[0], to: out) }
}

extension Formula {
  public static func lastYear(_ a: Formula) -> Formula { Formula(LastYear(), a) }

  /// Whether it is a parameter's value at the end of the year, which is known of the year before the base year too.
  var isLevelOfParameter: Bool {
    if case .parameter(_, .atYearEnd) = leaf { return true }
    return false
  }
}
