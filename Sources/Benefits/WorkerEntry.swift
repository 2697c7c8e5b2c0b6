import Care
import Domain
import Formulas

/// 养老服务人员入职奖补: by schooling, in three parts after the third, fourth and fifth year of service.
enum WorkerEntry {
  private static let names = RuleNames("worker_entry", zh: "入职奖补", en: "Entry award for care staff")

  /// Those who enter with a diploma in a year and will stay long enough.
  static let entrants = names.parameter("entrants", .persons, 0...1e6, .uncertainty, .split)
  private static let schooling = ["secondary", "college", "bachelor"]
  static let awards = schooling.map { names.parameter("award_\($0)", .yuanPerPerson, 0...1e7, .lever) }
  static let shares = schooling.dropFirst().map { names.parameter("share_\($0)", .share, 0...1, .uncertainty) }
  static let parts = (3...5).map { names.parameter("paid_after_\($0)", .share, 0...1, .lever) }

  /// Who entered in the year, one year ago … five years ago.
  private static let cohorts: [Indicator] = (0...5).reduce([]) { earlier, years in
    let formula: Formula =
      earlier.last.map { .present(.lastYear(.indicator($0)), else: .zero(.persons)) }
      ?? .shareOut(entrants, by: Care.share)
    return earlier + [
      names.indicator(
        "entered_\(years)", .persons, zh: "\(years) 年前入职", en: "Entered \(years) years ago", observation: .holds,
        isPublished: false, formula: formula)
    ]
  }

  private static let meanAward: Formula =
    .rest(shares[0], shares[1]) * .parameter(awards[0])
    + .parameter(shares[0]) * .parameter(awards[1])
    + .parameter(shares[1]) * .parameter(awards[2])

  static let rule = BenefitRule(
    names, .eldercareServices, steps: cohorts,
    recipients: names.recipients(population: nil, .total(cohorts.suffix(3).map(Formula.indicator))),
    payment: names.payment(
      meanAward * .total(zip(cohorts.suffix(3), parts).map { .indicator($0) * .parameter($1) })))
}
