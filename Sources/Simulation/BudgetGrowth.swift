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
  /// Unit costs beyond the index they follow: standards, rules, what is new.
  public let policy: Double
  /// What standards that follow no index fell behind prices by; part of none of the four.
  public let lag: Double

  static func + (a: BudgetGrowth, b: BudgetGrowth) -> BudgetGrowth {
    BudgetGrowth(
      first: a.first + b.first, last: a.last + b.last, volume: a.volume + b.volume, mix: a.mix + b.mix,
      price: a.price + b.price, policy: a.policy + b.policy, lag: a.lag + b.lag)
  }
}

extension Results {
  /// The growth of a line in the city or a district between two years; nil where one of them has no value.
  public func growth(of line: BudgetLine, area: Int, from start: Year, to end: Year) -> BudgetGrowth? {
    guard let first = value(line.cost.name, area: area, year: start),
      let last = value(line.cost.name, area: area, year: end)
    else { return nil }
    let index = indexGrowth(of: line, from: start, to: end)
    let districts = area == areas.cityIndex ? Array(areas.districts.indices) : [area]
    // Without people to count a line is one volume that stays.
    let before = line.volumes.isEmpty ? 1 : districts.reduce(0.0) { $0 + quantity(line, area: $1, start) }
    let after = line.volumes.isEmpty ? 1 : districts.reduce(0.0) { $0 + quantity(line, area: $1, end) }
    guard first > 0, before > 0 else {
      return BudgetGrowth(first: first, last: last, volume: 0, mix: 0, price: 0, policy: last - first, lag: 0)
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
    // A rule that sets a standard follows no index: what prices did meanwhile is no cut of its own making.
    let behind = isOfRule(line) ? max(weighted * ratio(Economy.priceIndex.name, start, end) - last, 0) : 0
    return BudgetGrowth(
      first: first, last: last, volume: counted - first, mix: weighted - counted, price: weighted * (index - 1),
      policy: last - weighted * index, lag: behind)
  }

  /// The growth of all lines together.
  public func budgetGrowth(area: Int, from start: Year, to end: Year) -> BudgetGrowth? {
    let parts = (plan.model.budget?.lines ?? []).compactMap { growth(of: $0, area: area, from: start, to: end) }
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

  /// Whether a rule says what is paid, and no unit cost does.
  private func isOfRule(_ line: BudgetLine) -> Bool {
    plan.index(of: line) == nil && line.prices.isEmpty && line.amounts.isEmpty
  }

  /// How an index that a line's unit cost follows grew; 1 where it follows none.
  private func indexGrowth(of line: BudgetLine, from start: Year, to end: Year) -> Double {
    guard let path = plan.index(of: line) else { return 1 }
    guard let index = plan.growthIndex(path, of: line) else { return ratio(path, start, end) }
    return index.factor(from: start, to: end, in: areas.cityIndex)
  }

  private func ratio(_ indicator: String, _ start: Year, _ end: Year) -> Double {
    guard let before = city(indicator, start), let after = city(indicator, end) else { return 1 }
    return after / before
  }
}

extension Plan {
  /// The parameter a line's unit cost follows, with what it is blended with; nil for an indicator.
  fileprivate func growthIndex(_ path: String, of line: BudgetLine) -> GrowthIndex? {
    let declared = Dictionary(parameters.all.map { ($0.parameter.path, $0) }) { first, _ in first }
    guard let main = declared[path] else { return nil }
    let blends = (line.prices + line.amounts).compactMap { city.values[$0.path]?.blend }
    guard let weight = blends.first.flatMap({ declared[$0.weight] }),
      let rest = blends.first.flatMap({ declared[$0.rest] })
    else { return GrowthIndex(main: main) }
    return GrowthIndex(main: main, blend: (weight, rest))
  }

  /// The parameter or indicator that a line's unit cost follows after its price year; nil for none.
  public func index(of line: BudgetLine) -> String? {
    for parameter in line.prices + line.amounts {
      if case .index(let path)? = city.values[parameter.path]?.beyond { return path }
    }
    return nil
  }
}
