import Domain
import Tables

/// How levels and changes of an indicator are shown, and their unit.
struct LevelFormat {
  let level: NumberFormat
  let change: NumberFormat
  let unit: String

  /// - Parameter largest: the largest level shown, by which money is counted in 亿元 or 万元.
  init(_ unit: Unit, largest: Double, language: Language) {
    func both(_ decimals: Int, _ scale: NumberFormat.Scale = .one) -> (NumberFormat, NumberFormat) {
      (NumberFormat(decimals: decimals, scale: scale), NumberFormat(decimals: decimals, sign: .always, scale: scale))
    }
    switch unit {
    case .share:
      ((level, change), self.unit) = (both(2, .hundredth), "%")
    case .yuan where largest >= 1e7: ((level, change), self.unit) = (both(2, .yi), language.say("亿元", "10⁸ yuan"))
    case .yuan: ((level, change), self.unit) = (both(1, .wan), language.say("万元", "10⁴ yuan"))
    case .ratio, .years: ((level, change), self.unit) = (both(3), unit.name(language))
    case .bedsPerTenThousand, .personsPerTenThousand: ((level, change), self.unit) = (both(2), unit.name(language))
    default: ((level, change), self.unit) = (both(largest < 10 ? 1 : 0), unit.name(language))
    }
  }
}
