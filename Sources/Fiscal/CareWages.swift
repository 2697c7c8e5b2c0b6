import Care
import Domain
import Formulas

/// What care workers earn, and what of the running costs of institutions is their pay.
///
/// Pay is a part of the running costs, not a line of its own.
public enum CareWages {
  /// A grade: its monthly pay and its share of the care workers.
  private struct Grade: Sendable {
    let name: String
    let label: Label
    let wage: Parameter
    let share: Formula
  }

  private static func wage(_ grade: String) -> Parameter {
    Parameter("fiscal.care_wage.\(grade)", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  }

  static let technicianShare = Parameter("fiscal.care_wage.technician_share", .share, 0...1, .uncertainty)
  static let onCost = Parameter("fiscal.care_wage.on_cost", .ratio, 1...3, .uncertainty)

  private static let senior = Formula.indicator(Care.seniors) / .indicator(Care.workerStock)

  private static let grades = [
    Grade(
      name: "basic", label: Label(zh: "初中级及未持证", en: "lower grades and uncertified"), wage: wage("basic"),
      share: .one - senior),
    Grade(
      name: "senior", label: Label(zh: "高级", en: "senior grade"), wage: wage("senior"),
      share: senior * (.one - .parameter(technicianShare))),
    Grade(
      name: "technician", label: Label(zh: "技师", en: "technicians"), wage: wage("technician"),
      share: senior * .parameter(technicianShare)),
  ]

  static let parameters = grades.map(\.wage) + [technicianShare, onCost]

  static let indicators =
    grades.map { grade in
      Indicator(
        "fiscal.wages.\(grade.name)_month", .yuanPerPersonMonth, zh: "护理员月薪：\(grade.label.zh)",
        en: "Monthly pay of care workers: \(grade.label.en)", .uniform, observation: .compares,
        formula: .parameter(grade.wage))
    }
    + grades.map { grade in
      Indicator(
        "fiscal.wages.\(grade.name)", .yuan, zh: "机构护理员薪酬：\(grade.label.zh)",
        en: "Pay of care workers in institutions: \(grade.label.en)", observation: .compares,
        formula: .opening(
          .lastYear(.itself),
          then: .indicator(Care.neededInInstitutions) * grade.share * .parameter(grade.wage) * .parameter(onCost)
            * .monthsPerYear * .oneYear))
    }
}
