import Domain
import Formulas

/// How far districts lie apart in a rate: the plan's third principle, as indicators.
public struct Gap: Sendable {
  /// What the indicators' names begin with.
  public let name: String
  /// Those that every city has.
  public let indicators: [Indicator]
  private let part: Formula
  private let whole: Formula
  private let label: Label

  /// - Parameters:
  ///   - name: what is compared, in snake case.
  ///   - rate: worked out by district.
  ///   - part: what the rate counts, and `whole` among how many, so that groups of districts have rates of their own.
  public init(_ name: String, of rate: Indicator, part: Formula, whole: Formula, zh: String, en: String) {
    self.name = "gap.\(name)"
    self.part = part
    self.whole = whole
    let label = Label(zh: zh, en: en)
    self.label = label
    let own = Formula.indicator(rate)
    let (largest, smallest) = (Formula.overDistricts(own, .largest), Formula.overDistricts(own, .smallest))
    func indicator(_ kind: String, _ unit: Unit, _ zhKind: String, _ enKind: String, _ formula: Formula) -> Indicator {
      Gap.indicator("gap.\(name)_\(kind)", unit, label, Label(zh: zhKind, en: enKind), formula)
    }
    indicators = [
      indicator("ratio", .ratio, "最高区县与最低区县之比", "highest over lowest district", largest / smallest),
      indicator("spread", rate.unit, "最高与最低区县之差", "highest less lowest district", largest - smallest),
      indicator(
        "urban_rural", .ratio, "市区与县（市）之比", "urban districts over counties",
        Gap.rate(of: part, whole, in: .urban) / Gap.rate(of: part, whole, in: .county)),
    ]
  }

  /// How a group of the dataset's stands to all other districts.
  public func indicator(of mark: DistrictMark) -> Indicator {
    let kind = Label(zh: "\(mark.label.zh)与其他区县之比", en: "\(mark.label.en) over the others")
    return Gap.indicator(
      "\(name)_\(mark.id)", .ratio, label, kind,
      Gap.rate(of: part, whole, in: .marked(mark)) / Gap.rate(of: part, whole, in: .others(mark)))
  }

  private static func rate(of part: Formula, _ whole: Formula, in group: DistrictGroup) -> Formula {
    .overDistricts(part, of: group) / .overDistricts(whole, of: group)
  }

  private static func indicator(
    _ name: String, _ unit: Unit, _ label: Label, _ kind: Label, _ formula: Formula
  ) -> Indicator {
    Indicator(
      name, unit, zh: "\(label.zh)：\(kind.zh)", en: "\(label.en): \(kind.en)", .city, observation: .compares,
      formula: formula)
  }
}
