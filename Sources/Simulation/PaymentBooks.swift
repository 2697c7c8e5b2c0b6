import Fiscal
import Formulas

/// What each payer pays of each line of the budget, read where the program has computed it.
struct PaymentBooks: Sendable {
  private struct Entry: Hashable {
    let line: String
    let payer: Payer
  }

  private let areas: Int
  /// The operation that is a payer's part of a line.
  private let operations: [Int]
  private let indexOf: [Entry: Int]
  /// Shape `[year][entry][area]`.
  private var amounts: [Double] = []

  init(_ plan: Plan) {
    areas = plan.city.areas.count
    var places: [Int] = []
    var entries: [Entry: Int] = [:]
    let computed = Set(plan.program.indicators.map(\.name))
    let lines = plan.model.budget?.lines.filter { computed.contains($0.costName) } ?? []
    let locator = lines.isEmpty ? nil : Program.Locator(plan.program)
    for line in lines {
      for payer in line.payers {
        guard let place = locator?.operation(of: line.amount(of: payer), defining: payer.amount.name) else { continue }
        entries[Entry(line: line.name, payer: payer)] = places.count
        places.append(place)
      }
    }
    (operations, indexOf) = (places, entries)
  }

  /// Takes the next year's values of all operations, shape `[operation][area]`.
  mutating func append(_ record: [Double]) {
    for place in operations { amounts += record[place * areas..<(place + 1) * areas] }
  }

  /// Yuan paid in an area, in a year counted from the run's first; nought where there is none.
  func amount(_ line: String, _ payer: Payer, area: Int, _ year: Int) -> Double {
    guard let index = indexOf[Entry(line: line, payer: payer)] else { return 0 }
    let amount = amounts[(year * operations.count + index) * areas + area]
    return amount.isNaN ? 0 : amount
  }
}
