import Allocation
import Domain
import Fiscal
import Tables

/// Where another allocation would be as good as the one taken.
extension FundBook {
  /// What a cell may get in another allocation of the same value.
  private struct Alternative {
    let account: Int
    let use: Int
    /// Yuan.
    let taken: Double
    let other: Double

    var difference: Double { (taken - other).magnitude }
  }

  /// Names the cells that value does not decide, those that differ most first.
  func alternatives() throws(FundError) -> Section? {
    let solution = decision.outcome.solution
    let other: AllocationSolution?
    do { other = try AllocationSolver.otherwise(than: solution) } catch { throw .notProved(decision.year, error) }
    guard let other else { return nil }
    let cells: [Alternative] = order.flatMap { account -> [Alternative] in
      decision.fund.fundable.indices.map { use -> Alternative in
        Alternative(
          account: account, use: use, taken: solution.yuan(account, use), other: other.yuan(account, use))
      }
    }
    // Less than a yuan is rounding.
    let moved = cells.filter { $0.difference >= 1 }.sorted { $0.difference > $1.difference }
    return Section(unnumbered: say("同样好的其他分配", "Other allocations as good"), [.points(words(moved))])
  }

  private func words(_ moved: [Alternative]) -> [String] {
    guard !moved.isEmpty else {
      return [say("没有：总值相同的分配只有这一种。", "None: no other allocation has the same value.")]
    }
    let intro = say(
      "总值不变时，\(moved.count) 项金额可以不同；表中取优先级数字小的用途在前（fund_uses.csv 的 priority），仍相同的按账户、用途、年份的名称定。",
      "\(moved.count) amounts may be otherwise at the same value; what is shown serves uses of low priority numbers first (priority in "
        + "fund_uses.csv), and goes by the names of account, use and year where that leaves it open.")
    return [intro]
      + moved.prefix(5).map { cell in
        let use = decision.fund.fundable[cell.use].label(writer.language)
        return say(
          "\(name(cell.account))，\(use)：\(format.text(cell.taken)) \(unit)，或 \(format.text(cell.other)) \(unit)。",
          "\(name(cell.account)), \(use): \(format.text(cell.taken)) \(unit), or \(format.text(cell.other)) \(unit).")
      }
  }
}

extension AllocationSolution {
  /// What an account gets for a use in the first year.
  fileprivate func yuan(_ account: Int, _ use: Int) -> Double {
    amounts[problem.cell(account: account, use: use, year: 0)]
  }
}
