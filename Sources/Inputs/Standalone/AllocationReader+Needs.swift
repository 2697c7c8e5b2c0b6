import Allocation
import Domain

extension AllocationReader {
  /// The steps of each cell; a cell that two entries name is reported.
  mutating func readNeeds(_ items: [YAMLValue]) {
    var lines = [Int](repeating: 0, count: problem.steps.count)
    for item in items {
      guard let pairs = reader.pairs(item) else { continue }
      reader.checkKeys(pairs, allowed: ["accounts", "uses", "years", "steps"])
      guard let list = pairs.value(of: "steps") else {
        reader.report(.missingKey(name: "steps"), at: item)
        continue
      }
      let steps = self.steps(list)
      guard let accounts = self.accounts(pairs), let uses = self.uses(pairs), let years = self.years(pairs) else {
        continue
      }
      let cells = accounts.flatMap { account in
        uses.flatMap { use in years.map { problem.cell(account: account, use: use, year: $0) } }
      }
      if let twice = cells.first(where: { lines[$0] > 0 }) {
        reader.report(.duplicateKey(name: words(ofCell: twice), firstLine: lines[twice]), at: item)
      }
      for cell in cells {
        lines[cell] = item.line
        problem.steps[cell] = steps
      }
    }
  }

  private func words(ofCell cell: Int) -> String {
    let (years, uses) = (problem.years.count, problem.uses.count)
    let (account, use) = (problem.accounts[cell / years / uses].name, problem.uses[cell / years % uses].name)
    return "\(quoted(account)), \(quoted(use)), \(problem.calendarYear(cell % years))"
  }

  /// Steps of falling value; only the last may do without a width.
  private mutating func steps(_ value: YAMLValue) -> [ValueStep] {
    guard let items = list(value) else { return [] }
    guard items.count <= Limits.valueSteps else {
      reader.report(.tooMany(what: Label(zh: "台阶", en: "steps"), limit: Limits.valueSteps), at: value)
      return []
    }
    var steps: [ValueStep] = []
    for (index, item) in items.enumerated() {
      guard let pairs = reader.pairs(item) else { continue }
      reader.checkKeys(pairs, allowed: ["width", "value"])
      guard let worth = pairs.value(of: "value") else {
        reader.report(.missingKey(name: "value"), at: item)
        continue
      }
      guard let value = factor(worth) else { continue }
      if let before = steps.last?.value, value > before {
        reader.report(.risingValue(text: worth.summary, before: Unit.ratio.written(before)), at: worth)
      }
      var width = Double.infinity
      if let wide = pairs.value(of: "width") {
        guard let amount = yuan(wide) else { continue }
        width = amount
      } else if index + 1 < items.count {
        reader.report(.endlessStep, at: item)
      }
      steps.append(ValueStep(width: width, value: value))
    }
    return steps
  }
}
