import Domain
import Formulas

/// The floor of eldercare where money or needs are not those of a decision, in plain numbers: what ``Fund`` says as formulas.
public struct FloorRepair: Sendable {
  /// By account, the city's own last, 0…1.
  public let floors: [Double]
  /// Of all accounts together, 0…1.
  public let floorOfAll: Double
  /// By use.
  public let isEldercare: [Bool]

  public init(floors: [Double], floorOfAll: Double, isEldercare: [Bool]) {
    self.floors = floors
    self.floorOfAll = floorOfAll
    self.isEldercare = isEldercare
  }

  /// The floors of a year.
  public init(_ fund: Fund, _ parameters: ResolvedTable, areas: Areas, _ year: Year) {
    func floor(_ parameter: Parameter, _ area: Int) -> Double {
      let value = parameters.value(parameter, in: area, year).first
      return value.isNaN ? 0 : value
    }
    let city = areas.cityIndex
    self.init(
      floors: areas.all.indices.map { floor(Fund.floorParameter(ofCitysOwn: $0 == city), $0) },
      floorOfAll: floor(Fund.eldercareFloor, city), isEldercare: fund.fundable.map(\.isEldercare))
  }

  /// What accounts spend, in yuan.
  ///
  /// - Parameters:
  ///   - planned: what they would spend, no more than is needed, shape `[account][use]`.
  ///   - needs: of the same shape.
  public func spent(_ planned: [[Double]], needs: [[Double]]) -> [[Double]] {
    let before = planned.map(parts)
    let most = needs.map { parts($0).eldercare }
    var after = planned.indices.map { account in
      mended(before[account], need: most[account], floor: floors[account], credit: 0)
    }
    let city = planned.count - 1
    let credit = after.dropLast().reduce(0) { $0 + $1.eldercare - floorOfAll * ($1.eldercare + $1.others) }
    after[city] = mended(after[city], need: most[city], floor: floorOfAll, credit: credit)
    return planned.indices.map { account in
      let (old, new) = (before[account], after[account])
      let lacking = most[account] - old.eldercare
      let added = lacking > 0 ? (new.eldercare - old.eldercare) / lacking : 0
      let left = old.others > 0 ? new.others / old.others : 1
      return planned[account].indices.map { use in
        let amount = planned[account][use]
        return isEldercare[use] ? amount + (needs[account][use] - amount) * added : amount * left
      }
    }
  }

  private typealias Parts = (eldercare: Double, others: Double)

  private func parts(_ amounts: [Double]) -> Parts {
    var parts: Parts = (0, 0)
    for (use, amount) in amounts.enumerated() {
      if isEldercare[use] { parts.eldercare += amount } else { parts.others += amount }
    }
    return parts
  }

  private func mended(_ parts: Parts, need: Double, floor: Double, credit: Double) -> Parts {
    guard floor > 0 else { return parts }
    let all = parts.eldercare + parts.others
    let eldercare = max(parts.eldercare, min(floor * all - credit, need, all))
    return (eldercare, max(min(all - eldercare, (eldercare * (1 - floor) + credit) / floor), 0))
  }
}
