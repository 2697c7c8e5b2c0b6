import Allocation
import Domain
import Formulas

/// The floors and ceilings of a year's allocation, from the parameters and the year before.
struct FundRules {
  private let fund: Fund
  private let start: FundYear
  private let parameters: ResolvedTable
  private let areas: Areas
  /// Places of the fundable uses that count as eldercare.
  private let eldercare: [Int]
  /// In the place of the districts' floor of eldercare; nil for what the parameters say.
  private let triedFloor: Double?

  init(_ fund: Fund, _ start: FundYear, _ parameters: ResolvedTable, _ areas: Areas, floor: Double? = nil) {
    triedFloor = floor
    self.fund = fund
    self.start = start
    self.parameters = parameters
    self.areas = areas
    eldercare = fund.fundable.indices.filter { fund.fundable[$0].isEldercare }
  }

  /// The value of a parameter; nil where it has none.
  func value(_ parameter: Parameter, _ area: Int) -> Double? {
    let value = parameters.value(parameter, in: area, start.year).first
    return value.isNaN ? nil : value
  }

  /// What a user would change to change a rule.
  func source(_ parameter: Parameter, _ area: Int) -> RuleSource {
    let origin = parameters.origin(of: parameter, in: area, start.year)
    return RuleSource(parameter: parameter.path, place: origin.map { "\($0.file):\($0.line)" })
  }

  var limits: [Limit] {
    var limits: [Limit] = []
    limits.reserveCapacity(areas.all.count * (2 + 3 * fund.fundable.count))
    let change = LargestChange(
      share: value(Fund.largestChange, areas.cityIndex), source: source(Fund.largestChange, areas.cityIndex))
    for area in areas.all.indices { add(area, change, to: &limits) }
    if let limit = eldercareOfAll { limits.append(limit) }
    return limits
  }

  /// What an account may spend or hand on in the year, in yuan: what late projects do not use stays.
  func available(_ area: Int) -> Double { start.money[area] * (1 - (value(Fund.unspentShare, area) ?? 0)) }

  // MARK: - Eldercare

  private static let eldercareName = Label(zh: "养老", en: "eldercare")

  private func eldercareParameter(_ area: Int) -> Parameter {
    Fund.floorParameter(ofCitysOwn: area == areas.cityIndex)
  }

  private func eldercareFloor(_ area: Int) -> Double {
    if let triedFloor, area != areas.cityIndex { return triedFloor }
    return value(eldercareParameter(area), area) ?? 0
  }

  private func eldercareFloorOfAccount(_ area: Int) -> Limit? {
    let floor = eldercareFloor(area)
    guard floor > 0 else { return nil }
    return Limit(
      .atLeast, .share(floor), name: FundRules.eldercareName, accounts: [area], uses: eldercare, years: [0],
      usesTogether: true, givesWay: GivingWay.eldercare.rawValue, source: source(eldercareParameter(area), area))
  }

  /// The districts' floor holds for all accounts together as well.
  private var eldercareOfAll: Limit? {
    let city = areas.cityIndex
    guard let floor = triedFloor ?? value(Fund.eldercareFloor, city), floor > 0 else { return nil }
    return Limit(
      .atLeast, .share(floor), name: FundRules.eldercareName, accounts: Array(areas.all.indices), uses: eldercare,
      years: [0], usesTogether: true, accountsTogether: true, givesWay: GivingWay.eldercare.rawValue,
      source: source(Fund.eldercareFloor, city))
  }

  // MARK: - An account

  /// How far uses may rise and fall from year to year; nil for no limit.
  private struct LargestChange {
    let share: Double?
    let source: RuleSource
  }

  private func add(_ area: Int, _ change: LargestChange, to limits: inout [Limit]) {
    let account = AccountRoom(
      money: available(area), needs: start.needs[area], eldercare: eldercare, floor: eldercareFloor(area),
      change: change.share, before: before(area))
    if let limit = eldercareFloorOfAccount(area) { limits.append(limit) }
    if let limit = leastSpending(area, account) { limits.append(limit) }
    for use in fund.fundable.indices {
      if let limit = floor(use, area, account) { limits.append(limit) }
      if let limit = ceiling(use, area) { limits.append(limit) }
      if let limit = rise(use, area, account, change.source) { limits.append(limit) }
      if let limit = fall(use, area, account, change.source) { limits.append(limit) }
    }
  }

  private func before(_ area: Int) -> AccountRoom.Before? {
    start.before.map {
      AccountRoom.Before(
        spent: $0.spent[area], needs: $0.needs[area],
        money: $0.money[area] * (1 - (value(Fund.unspentShare, area) ?? 0))
      )
    }
  }

  /// Not more than a share may be carried over, as far as there is something to spend it on.
  private func leastSpending(_ area: Int, _ account: AccountRoom) -> Limit? {
    guard let share = value(Fund.carryOverLimit, area), share < 1 else { return nil }
    let least = min((1 - share) * start.money[area], account.room).rounded(.down)
    guard least > 0 else { return nil }
    let percent = (share * 1000).rounded() / 10
    return Limit(
      .atLeast, .yuan(least),
      name: Label(zh: "支出合计（结转不超过 \(percent)%）", en: "spending (at most \(percent)% carried over)"),
      accounts: [area], uses: Array(fund.fundable.indices), years: [0], usesTogether: true,
      givesWay: GivingWay.changes.rawValue, source: source(Fund.carryOverLimit, area))
  }

  /// A share of the account's money, as far as the use needs it.
  private func floor(_ place: Int, _ area: Int, _ account: AccountRoom) -> Limit? {
    let floor = fund.terms[place].floor
    guard let share = value(floor, area) else { return nil }
    let least = min(share * min(account.money, account.room), account.most[place]).rounded(.down)
    guard least > 0 else { return nil }
    return Limit(
      .atLeast, .yuan(least), accounts: [area], uses: [place], years: [0], givesWay: GivingWay.minimums.rawValue,
      source: source(floor, area))
  }

  private func ceiling(_ place: Int, _ area: Int) -> Limit? {
    let ceiling = fund.terms[place].ceiling
    return value(ceiling, area).map {
      Limit(.atMost, .share($0), accounts: [area], uses: [place], years: [0], source: source(ceiling, area))
    }
  }

  /// How far a use may rise from the year before.
  private func rise(_ place: Int, _ area: Int, _ account: AccountRoom, _ source: RuleSource) -> Limit? {
    guard account.isBound(place), account.most[place] < start.needs[area][place] else { return nil }
    return change(.atMost, account.most[place], fund.terms[place].rise, place, area, source)
  }

  /// How far it may fall.
  private func fall(_ place: Int, _ area: Int, _ account: AccountRoom, _ source: RuleSource) -> Limit? {
    guard account.isBound(place), account.least[place] > 0 else { return nil }
    return change(.atLeast, account.least[place], fund.terms[place].fall, place, area, source)
  }

  private func change(
    _ sense: Limit.Sense, _ yuan: Double, _ name: Label, _ place: Int, _ area: Int, _ source: RuleSource
  ) -> Limit {
    Limit(
      sense, .yuan(yuan), name: name, accounts: [area], uses: [place], years: [0],
      givesWay: GivingWay.changes.rawValue, source: source)
  }
}
