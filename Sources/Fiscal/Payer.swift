import Domain
import Formulas

/// Who pays for a line of the budget.
public enum Payer: String, CaseIterable, Sendable {
  case city, district, centre
  case lotteryFund = "lottery_fund"
  case insurance, household

  /// In the order in which files list them.
  public static let byName = allCases.sorted { $0.rawValue < $1.rawValue }

  /// What it pays in all.
  public var amount: Indicator.Reference { Indicator.Reference(name: "fiscal.payer.\(rawValue)", unit: .yuan) }

  public var label: Label {
    switch self {
    case .city: Label(zh: "市级财政", en: "City")
    case .district: Label(zh: "区县财政", en: "Districts")
    case .centre: Label(zh: "中央和省级", en: "Centre and province")
    case .lotteryFund: Label(zh: "福彩公益金", en: "Lottery fund")
    case .insurance: Label(zh: "长护险等保险", en: "Insurance")
    case .household: Label(zh: "居民自付", en: "Households")
    }
  }

  /// Whether what it pays is money of governments or of the lottery fund.
  public var isFiscal: Bool { self != .household && self != .insurance }

  /// Whether what it pays is public money.
  public var isPublic: Bool { self != .household }

  /// Whether someone who writes a name means this payer.
  public func isCalled(_ name: String) -> Bool {
    name == rawValue || name == label.zh || name.lowercased() == label.en.lowercased()
  }
}
