import Care
import Domain
import Formulas

/// 养老服务人员入职奖补: by schooling, in three parts after the third, fourth and fifth year of service.
extension BenefitRule {
  /// Those who enter with a diploma in a year and will stay long enough.
  static let entrants = Parameter("benefits.worker_entry.entrants", .persons, 0...1e6, .uncertainty, .split)
  private static let schooling = ["secondary", "college", "bachelor"]
  static let entryAwards = schooling.map {
    Parameter("benefits.worker_entry.award_\($0)", .yuanPerPerson, 0...1e7, .lever)
  }
  static let entryShares = schooling.dropFirst().map {
    Parameter("benefits.worker_entry.share_\($0)", .share, 0...1, .uncertainty)
  }
  static let entryParts = (3...5).map {
    Parameter("benefits.worker_entry.paid_after_\($0)", .share, 0...1, .lever)
  }

  private static let label = Label(zh: "入职奖补", en: "Entry award for care staff")

  /// Who entered in the year, one year ago … five years ago.
  private static let cohorts: [Indicator] = (0...5).reduce([]) { earlier, years in
    let formula: Formula =
      earlier.last.map { .present(.lastYear(.indicator($0)), else: .zero(.persons)) }
      ?? .shareOut(entrants, by: Care.share)
    return earlier + [
      Indicator(
        "benefits.worker_entry.entered_\(years)", .persons, zh: "\(years) 年前入职", en: "Entered \(years) years ago",
        isPublished: false, formula: formula)
    ]
  }

  private static let meanAward: Formula =
    .rest(entryShares[0], entryShares[1]) * .parameter(entryAwards[0])
    + .parameter(entryShares[0]) * .parameter(entryAwards[1])
    + .parameter(entryShares[1]) * .parameter(entryAwards[2])

  static let workerEntry = BenefitRule(
    "worker_entry", label, fundRole: .eldercareServices,
    parameters: [entrants] + entryAwards + entryShares + entryParts, steps: cohorts,
    recipients: recipients(
      "worker_entry", label, population: nil, .total(cohorts.suffix(3).map(Formula.indicator))),
    payment: payment(
      "worker_entry", label,
      meanAward * .total(zip(cohorts.suffix(3), entryParts).map { .indicator($0) * .parameter($1) })))
}
