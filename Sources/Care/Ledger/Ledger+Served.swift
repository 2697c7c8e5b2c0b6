import Domain
import Formulas

/// What of the hours sought can be given, rank by rank.
extension Ledger {
  /// The hours that the district's workers have in a year.
  static let hoursThereAre = Indicator(
    "care.ledger.hours_there_are", .hours, zh: "可用工时", en: "Work hours there are", isPublished: false,
    formula: .indicator(name: "care.workers.stock", unit: .persons) * .parameter(Care.productiveHours)
      * .monthsPerYear * .oneYear)

  private static func name(_ service: CareService, _ level: Ability?, _ part: CareOrder.Part) -> String {
    let what = part == .all ? "served" : "served_\(part.rawValue)"
    return "care.ledger.\(what).\(service.rawValue)" + (level.map { "_\($0.name)" } ?? "")
  }

  /// The share of what is sought that is given; which rank that is the dataset says.
  static func served(_ service: CareService, _ level: Ability?, _ part: CareOrder.Part = .all) -> Formula {
    .indicator(name: name(service, level, part), unit: .share)
  }

  /// The part of an institution's hours that a part is.
  private static func weight(_ part: CareOrder.Part) -> Formula? {
    switch part {
    case .all: nil
    case .least: .parameter(leastDensity)
    case .rest: .one - .parameter(leastDensity)
    }
  }

  /// The hours of a row of the order.
  private static func hours(_ row: CareOrder.Row) -> Formula {
    let all = work(row.service, row.level)
    return weight(row.part).map { all * $0 } ?? all
  }

  /// By order: hours sought and left by rank, and who is served.
  static func indicators(_ order: CareOrder) -> [Indicator] {
    var left = Formula.indicator(hoursThereAre)
    return order.ranks.flatMap { rank -> [Indicator] in
      let rows = order.rows.filter { $0.rank == rank }
      func step(_ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula) -> Indicator {
        Indicator(
          "care.ledger.\(name)_\(rank)", unit, zh: "\(zh)：第 \(rank) 位", en: "\(en): rank \(rank)",
          unit == .share ? .ratio : .sum, isPublished: false, formula: formula)
      }
      let sought = step(
        "rank_hours", .hours, zh: "所需工时", en: "Work hours sought", .total(rows.map(hours)))
      let given = step(
        "rank_served", .share, zh: "满足比例", en: "Share given", part(left, of: .indicator(sought)))
      let rest = step(
        "rank_left", .hours, zh: "剩余工时", en: "Work hours left",
        .larger(left - .indicator(sought), .zero(.hours)))
      left = .indicator(rest)
      let parts = rows.map { row in
        Indicator(
          name(row.service, row.level, row.part), .share, zh: "满足比例：\(row.service.label.zh)",
          en: "Share given: \(row.service.label.en)", .ratio, isPublished: false, formula: .indicator(given))
      }
      return [sought, given, rest] + parts
    }
  }

  // MARK: - Who gets care

  static let residents = steps("residents", zh: "住机构", en: "residents of institutions") {
    of(withBed, $0) * served(.institution, $0, .least)
  }
  static let communityGot = steps("community_got", zh: "获得社区照护", en: "people who get community care") {
    of(communitySought, $0) * served(.community, $0)
  }
  static let familyBedsGot = steps(
    "family_beds_got", zh: "获得家庭养老床位照护", en: "people who get care with a family bed", .persons, Ability.disabled
  ) {
    of(familyBedsSought, $0) * served(.familyBed, $0)
  }
  static let helpGot = steps("help_got", zh: "获得居家上门服务", en: "people who get home help", .persons, Ability.disabled) {
    of(helpSought, $0) * served(.home, $0)
  }

  /// The hours a service gives in a year.
  static func given(_ service: CareService, _ level: Ability?) -> Formula {
    let all = work(service, level)
    guard service == .institution else { return all * served(service, level) }
    let least = Formula.parameter(leastDensity)
    return all * (least * served(service, level, .least) + (.one - least) * served(service, level, .rest))
  }

  static let servedIndicators = [hoursThereAre] + all([residents, communityGot, familyBedsGot, helpGot])
}
