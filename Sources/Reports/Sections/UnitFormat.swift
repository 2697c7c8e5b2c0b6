import Domain
import Tables

extension Unit {
  /// How a number of the unit is shown.
  func format(sign: NumberFormat.Sign = .whenNegative) -> NumberFormat {
    NumberFormat(
      decimals: level.decimals ?? 0, sign: sign, scale: NumberFormat.Scale(powerOfTen: level.powerOfTen),
      suffix: isShownInPercent ? "%" : "")
  }

  /// What numbers so shown are called.
  func shownName(_ language: Language) -> String { level.name?(language) ?? name(language) }
}
