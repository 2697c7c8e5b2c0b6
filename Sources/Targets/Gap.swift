import Domain
import Formulas

/// How far districts lie apart in a rate: the plan's third principle, as indicators.
public struct Gap: Sendable {
  /// What the indicators' names begin with.
  public let name: String
  public let indicators: [Indicator]

  /// - Parameters:
  ///   - name: what is compared, in snake case.
  ///   - rate: worked out by district.
  ///   - part: what the rate counts, and `whole` among how many, so that groups of districts have rates of their own.
  public init(_ name: String, of rate: Indicator, part: Formula, whole: Formula, zh: String, en: String) {
    self.name = "gap.\(name)"
    let own = Formula.indicator(rate)
    let (largest, smallest) = (Formula.overDistricts(own, .largest), Formula.overDistricts(own, .smallest))
    func grouped(_ group: DistrictGroup) -> Formula {
      .overDistricts(part, of: group) / .overDistricts(whole, of: group)
    }
    func indicator(_ kind: String, _ unit: Unit, _ zhKind: String, _ enKind: String, _ formula: Formula) -> Indicator {
      Indicator(
        "gap.\(name)_\(kind)", unit, zh: "\(zh)：\(zhKind)", en: "\(en): \(enKind)", .city, observation: .compares,
        formula: formula)
    }
    indicators = [
      indicator("ratio", .ratio, "最高区县与最低区县之比", "highest over lowest district", largest / smallest),
      indicator("spread", rate.unit, "最高与最低区县之差", "highest less lowest district", largest - smallest),
      indicator(
        "urban_rural", .ratio, "市区与县（市）之比", "urban districts over counties", grouped(.urban) / grouped(.county)),
      indicator(
        "western", .ratio, "西部三县市与其他区县之比", "western counties over the others",
        grouped(.western) / grouped(.others)),
    ]
  }
}
