import Domain
import Tables

/// How levels and changes of an indicator are shown, and their unit.
struct LevelFormat {
  let level: NumberFormat
  let change: NumberFormat
  let unit: String

  /// - Parameter largest: the largest level shown, by which money is counted in 亿元 or 万元.
  init(_ unit: Unit, largest: Double, language: Language) {
    let figure = unit.change(upTo: largest)
    let decimals = figure.decimals ?? (largest < 10 ? 1 : 0)
    let scale = NumberFormat.Scale(powerOfTen: figure.powerOfTen)
    level = NumberFormat(decimals: decimals, scale: scale)
    change = NumberFormat(decimals: decimals, sign: .always, scale: scale)
    // A level is no difference, so that it is counted in per cent and not in points.
    self.unit = unit.isShownInPercent ? unit.shownName(language) : figure.name?(language) ?? unit.name(language)
  }
}
