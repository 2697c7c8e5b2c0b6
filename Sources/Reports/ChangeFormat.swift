import Domain
import Tables

/// How a change of an indicator is shown: its scale, and the unit for the heading of its row.
struct ChangeFormat {
  let number: NumberFormat
  let unit: String

  init(_ unit: Unit, largest: Double, language: Language) {
    let figure = unit.change(upTo: largest)
    number = NumberFormat(
      decimals: figure.decimals ?? (largest < 10 ? 1 : 0), sign: .always,
      scale: NumberFormat.Scale(powerOfTen: figure.powerOfTen))
    self.unit = figure.name?(language) ?? unit.name(language)
  }
}
