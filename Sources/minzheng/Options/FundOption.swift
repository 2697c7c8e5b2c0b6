import ArgumentParser
import Domain
import Fiscal
import Foundation
import Publishing
import Reports
import Simulation

/// The split of the lottery fund that another run decided.
struct FundOption: ParsableArguments {
  @Option(
    name: .customLong("fund-held"),
    help: .bilingual(
      "某次运行的文件夹：各账户沿用它定下的公益金份额，不再重新分配。",
      "A run's folder: accounts keep the shares of the fund that it decided, and nothing is allocated anew."))
  var run: Folder?

  /// The files that it reads.
  var inputs: [String] { run.map { ["\($0.path)/\(RunRecord.file)"] } ?? [] }

  /// A plan under the split that is held; as it is where none is named.
  ///
  /// - Throws: `Refusal` for a folder that holds no run with an allocation of all the years.
  func hold(_ plan: Plan, in language: Language) throws -> Plan {
    guard let run else { return plan }
    let file = "\(run.path)/\(RunRecord.file)"
    guard let content = FileManager.default.contents(atPath: file), let shares = fundShares(content, of: plan) else {
      throw Refusal(
        language.say(
          "\(file)：不是分配过公益金的运行的清单\n", "\(file): no manifest of a run that allocated the lottery fund\n"),
        Exit.badInput)
    }
    if let last = shares.lastYear, last < plan.years.upperBound {
      throw Refusal(
        language.say(
          "\(file)：公益金只分配到 \(last) 年，本次运行到 \(plan.years.upperBound) 年；请用 --set horizon.to=\(last)\n",
          "\(file): the fund was allocated up to \(last), and this run goes to \(plan.years.upperBound); use --set horizon.to=\(last)\n"
        ),
        Exit.badInput)
    }
    return plan.holding(shares)
  }
}
