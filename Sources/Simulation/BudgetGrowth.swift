import Domain
import Fiscal
import Formulas

/// How a line's cost came from one year to another, in four parts that add up to the difference.
///
/// Volumes are counted at the first year's unit costs (Laspeyres), unit costs at the last year's volumes (Paasche):
/// nothing is left over. `docs/methods/budget.md` has the equations.
public struct BudgetGrowth: Sendable {
  public let first: Double
  public let last: Double
  /// More or fewer people, beds or projects in the city.
  public let volume: Double
  /// Where and who they are: districts and levels that cost more or less.
  public let mix: Double
  /// What the index of the unit cost brings.
  public let price: Double
  /// Unit costs beyond the index: standards, rules, what is new.
  public let policy: Double

  static func + (a: BudgetGrowth, b: BudgetGrowth) -> BudgetGrowth {
    BudgetGrowth(
      first: a.first + b.first, last: a.last + b.last, volume: a.volume + b.volume, mix: a.mix + b.mix,
      price: a.price + b.price, policy: a.policy + b.policy)
  }
}

extension Results {
  /// The growth of a line of the city between two years; nil where one of them has no value.
  public func growth(of line: BudgetLine, from start: Year, to end: Year) -> BudgetGrowth? {
    guard let first = city(line.cost.name, start), let last = city(line.cost.name, end) else { return nil }
    let index = indexGrowth(of: line, from: start, to: end)
    let districts = areas.districts.indices
    // Without people to count a line is one volume that stays.
    let before = line.volumes.isEmpty ? 1 : districts.reduce(0.0) { $0 + quantity(line, area: $1, start) }
    let after = line.volumes.isEmpty ? 1 : districts.reduce(0.0) { $0 + quantity(line, area: $1, end) }
    guard first > 0, before > 0 else {
      return BudgetGrowth(first: first, last: last, volume: 0, mix: 0, price: 0, policy: last - first)
    }
    let counted = first * after / before
    let weighted = line.volumes.isEmpty ? first : districts.reduce(0.0) { $0 + revalued($1) }
    func revalued(_ area: Int) -> Double {
      let own = worth(line, area: area, start, at: start)
      guard own > 0, let cost = value(line.cost.name, area: area, year: start) else {
        // A district that had none pays what the city paid on average.
        return first / before * quantity(line, area: area, end)
      }
      return cost * worth(line, area: area, end, at: start) / own
    }
    return BudgetGrowth(
      first: first, last: last, volume: counted - first, mix: weighted - counted, price: weighted * (index - 1),
      policy: last - weighted * index)
  }

  /// The growth of all lines together.
  public func budgetGrowth(from start: Year, to end: Year) -> BudgetGrowth? {
    let parts = (plan.model.budget?.lines ?? []).compactMap { growth(of: $0, from: start, to: end) }
    return parts.first.map { first in parts.dropFirst().reduce(first) { $0 + $1 } }
  }

  /// How many people, beds or units a line counts.
  private func quantity(_ line: BudgetLine, area: Int, _ year: Year) -> Double {
    line.volumes.reduce(0) { $0 + (step($1.name, area: area, year: year) ?? 0) }
  }

  /// What the volumes of one year are worth at the unit costs of another; by themselves where a rule sets no unit cost.
  private func worth(_ line: BudgetLine, area: Int, _ year: Year, at prices: Year) -> Double {
    let costs = line.prices.map { plan.parameters.value($0, in: area, prices).first }
    let known = costs.count == line.volumes.count && costs.allSatisfy { $0 > 0 }
    return line.volumes.enumerated().reduce(0) { sum, volume in
      let count = step(volume.element.name, area: area, year: year) ?? 0
      return sum + count * (known ? costs[volume.offset] : 1)
    }
  }

  /// How an index that a line's unit cost follows grew; for what a rule pays, the general prices.
  private func indexGrowth(of line: BudgetLine, from start: Year, to end: Year) -> Double {
    guard let path = plan.index(of: line) else {
      return line.prices.isEmpty && line.amounts.isEmpty ? ratio(Economy.priceIndex.name, start, end) : 1
    }
    guard let parameter = plan.parameters.all.first(where: { $0.parameter.path == path }) else {
      return ratio(path, start, end)
    }
    let series = parameter.series(in: areas.cityIndex)
    guard parameter.parameter.unit == .share else {
      return series.value(in: end).first / series.value(in: start).first
    }
    let blend = plan.blend(of: line)
    return (start..<end).reduce(1.0) { product, year in
      let rate = series.value(in: year + 1).first
      guard let blend else { return product * (1 + rate) }
      let weight = blend.weight.series(in: areas.cityIndex).value(in: year + 1).first
      let rest = blend.rest.series(in: areas.cityIndex).value(in: year + 1).first
      return product * (1 + weight * rate + (1 - weight) * rest)
    }
  }

  private func ratio(_ indicator: String, _ start: Year, _ end: Year) -> Double {
    guard let before = city(indicator, start), let after = city(indicator, end) else { return 1 }
    return after / before
  }
}

extension Plan {
  /// What the index of a line's unit cost is blended with; nil where it counts in full.
  func blend(of line: BudgetLine) -> (weight: ResolvedParameter, rest: ResolvedParameter)? {
    for parameter in line.prices + line.amounts {
      guard let blend = city.values[parameter.path]?.blend else { continue }
      let all = parameters.all
      guard let weight = all.first(where: { $0.parameter.path == blend.weight }),
        let rest = all.first(where: { $0.parameter.path == blend.rest })
      else { return nil }
      return (weight, rest)
    }
    return nil
  }

  /// The parameter or indicator that a line's unit cost follows after its price year; nil for none.
  public func index(of line: BudgetLine) -> String? {
    for parameter in line.prices + line.amounts {
      if case .index(let path)? = city.values[parameter.path]?.beyond { return path }
    }
    return nil
  }
}
