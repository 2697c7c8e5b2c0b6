import Domain
import Formulas

/// What an allocation follows: floors, limits and values, all of them the user's to change.
extension Fund {
  public static let eldercareFloor = Parameter("fund.eldercare_floor", .share, 0...1, .lever, .district, isChoice: true)
  public static let cityEldercareFloor = Parameter("fund.city_eldercare_floor", .share, 0...1, .lever, isChoice: true)
  /// The floor of an account: the city's own has one of its own.
  public static func floorParameter(ofCitysOwn isCitysOwn: Bool) -> Parameter {
    isCitysOwn ? cityEldercareFloor : eldercareFloor
  }
  public static let carryOverLimit = Parameter(
    "fund.carry_over_limit", .share, 0...1, .lever, .district, isChoice: true)
  /// The share of the money at hand that projects do not use within the year.
  public static let unspentShare = Parameter("fund.unspent_share", .share, 0...1, .uncertainty, .district)
  public static let largestChange = Parameter("fund.largest_change", .share, 0...1, .lever, isChoice: true)
  public static let transferLimit = Parameter("fund.transfer_limit", .share, 0...5, .lever, .district, isChoice: true)
  public static let equityWeight = Parameter(
    "fund.equity_weight", .ratio, 0.01...100, .lever, .district, isChoice: true)
  /// The least share of all that is allocated for the accounts of a group that the dataset puts districts in.
  public static func floor(of mark: DistrictMark) -> Parameter {
    Parameter("fund.\(mark.id)_floor", .share, 0...1, .lever, isChoice: true)
  }
  /// The value of a yuan in each quarter of a need, falling.
  public static let stepValues = (1...4).map {
    Parameter("fund.step_value_\($0)", .ratio, 0...1000, .lever, isChoice: true)
  }

  static let ruleParameters =
    [
      cityNeedShare, eldercareFloor, cityEldercareFloor, carryOverLimit, unspentShare, largestChange, transferLimit,
      equityWeight,
    ] + stepValues
}
