import Domain
import Tables

/// How a change of an indicator is shown: its scale, and the unit for the heading of its row.
struct ChangeFormat {
  let number: NumberFormat
  let unit: String

  init(_ unit: Unit, largest: Double, language: Language) {
    func signed(_ decimals: Int, _ scale: NumberFormat.Scale = .one) -> NumberFormat {
      NumberFormat(decimals: decimals, sign: .always, scale: scale)
    }
    switch unit {
    case .share: (number, self.unit) = (signed(2, .hundredth), language.say("百分点", "pp"))
    case .yuan:
      (number, self.unit) =
        largest >= 1e7
        ? (signed(2, .yi), language.say("亿元", "10⁸ yuan")) : (signed(1, .wan), language.say("万元", "10⁴ yuan"))
    case .ratio, .years: (number, self.unit) = (signed(3), unit.name(language))
    case .bedsPerTenThousand, .personsPerTenThousand: (number, self.unit) = (signed(2), unit.name(language))
    default: (number, self.unit) = (signed(largest < 10 ? 1 : 0), unit.name(language))
    }
  }
}
