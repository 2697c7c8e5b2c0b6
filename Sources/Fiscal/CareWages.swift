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

  static let onCost = Parameter("fiscal.care_wage.on_cost", .ratio, 1...3, .uncertainty)

  private static let senior = Formula.indicator(Care.seniors) / .indicator(Care.workerStock)

  private static let grades = [
    Grade(
      name: "basic", label: Label(zh: "初中级及未持证", en: "lower grades and uncertified"), wage: Care.basicWage,
      share: .one - senior),
    Grade(
      name: "senior", label: Label(zh: "高级", en: "senior grade"), wage: Care.seniorWage,
      share: senior * (.one - .parameter(Care.technicianShare))),
    Grade(
      name: "technician", label: Label(zh: "技师", en: "technicians"), wage: Care.technicianWage,
      share: senior * .parameter(Care.technicianShare)),
  ]

  static let parameters = [onCost]

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
          then: .indicator(Care.workersInInstitutions) * grade.share * .parameter(grade.wage) * .parameter(onCost)
            * .monthsPerYear * .oneYear))
    }
}
