import Allocation
import Domain
import Formulas

/// A year's allocation as a linear programme: accounts and uses, the value of covering needs, and the rules.
extension Fund {
  /// The steps into which a need is divided, each a quarter of it.
  static let steps = 4

  /// - Parameter floor: of eldercare in the districts, in the place of what the parameters say.
  public func problem(
    _ start: FundYear, _ parameters: ResolvedTable, areas: Areas, floor: Double? = nil
  ) -> AllocationProblem {
    let rules = FundRules(self, start, parameters, areas, floor: floor)
    let city = areas.cityIndex
    var problem = AllocationProblem(
      accounts: areas.all.enumerated().map { area, facts in
        Account(name: facts.code, label: Fund.label(of: area, areas), available: [rules.available(area)])
      },
      uses: zip(fundable, terms).map { use, terms in
        Use(
          name: use.name, label: use.label, weight: rules.value(terms.weight, city) ?? 1, priority: use.priority)
      },
      years: start.year...start.year)
    let values = Fund.stepValues.map { rules.value($0, city) ?? 0 }
    for area in areas.all.indices {
      for use in fundable.indices where start.needs[area][use] > 0 {
        let width = start.needs[area][use] / Double(Fund.steps)
        problem.steps[problem.cell(account: area, use: use, year: 0)] = values.map {
          ValueStep(width: width, value: $0)
        }
      }
    }
    problem.equity = areas.districts.indices.compactMap { area in
      rules.value(Fund.equityWeight, area).flatMap { $0 == 1 ? nil : EquityRule(accounts: [area], weight: $0) }
    }
    for mark in areas.marks {
      let (marked, floor) = (areas.districts(in: .marked(mark)), Fund.floor(of: mark))
      guard !marked.isEmpty, let share = rules.value(floor, city), share > 0 else { continue }
      problem.equity.append(
        EquityRule(
          accounts: marked, atLeast: share, givesWay: GivingWay.minimums.rawValue, source: rules.source(floor, city)))
    }
    problem.transfers = areas.districts.indices.compactMap { area in
      let limit = (rules.value(Fund.transferLimit, area) ?? 0) * start.income[area]
      return limit > 0
        ? Transfer(from: city, to: [area], atMost: limit, source: rules.source(Fund.transferLimit, area)) : nil
    }
    problem.limits = rules.limits
    return problem
  }

  /// How an account is called: a district by its name, the city's own apart from the city.
  public static func label(of area: Int, _ areas: Areas) -> Label {
    let name = areas[area].label
    return area == areas.cityIndex ? Label(zh: "\(name.zh)本级", en: "\(name.en), own account") : name
  }
}
