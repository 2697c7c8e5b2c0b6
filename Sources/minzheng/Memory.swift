import Domain
import Foundation
import Simulation

/// Refuses a table of members that this machine cannot hold, before the work is done that it would cost.
///
/// - Parameter kept: how many indicators every member is wanted of.
func requireMemory(forMembersOf kept: Int, _ plan: Plan, in language: Language) throws {
  let rows = Double(kept) * Double(plan.city.areas.shown.count) * Double(plan.years.count) * Double(plan.scenario.draws)
  let needed = rows * bytesOfAMember
  let there = Double(ProcessInfo.processInfo.physicalMemory)
  guard needed > there * usableShare else { return }
  func gigabytes(_ bytes: Double) -> String {
    "\((bytes / 1e9).rounded().formatted(.number.locale(Locale(identifier: "en_US_POSIX")))) GB"
  }
  complain(
    language.say(
      "members.csv 约需内存 \(gigabytes(needed))，本机有 \(gigabytes(there))；请减少 --members-out 的指标或 --draws\n",
      "members.csv would take about \(gigabytes(needed)) of memory, this machine has \(gigabytes(there)); ask for fewer indicators with --members-out, or fewer --draws\n"
    ))
  throw Exit.failed
}

/// A number, and its row of text: measured on Hangzhou.
private let bytesOfAMember = 110.0
/// What one program may take of a machine.
private let usableShare = 0.8
