import Domain
import Foundation
import Reports
import Simulation

/// Refuses members that this machine cannot hold, before the work is done that it would cost.
///
/// - Parameter selection: of what every member is wanted.
func requireMemory(for selection: MemberSelection, _ plan: Plan, in language: Language) throws {
  let needed = Double(selection.count(in: plan)) * Double(plan.scenario.draws) * bytesOfAMember
  let there = Double(ProcessInfo.processInfo.physicalMemory)
  guard needed > there * usableShare else { return }
  func gigabytes(_ bytes: Double) -> String {
    "\((bytes / 1e9).rounded().formatted(.number.locale(Locale(identifier: "en_US_POSIX")))) GB"
  }
  complain(
    language.say(
      "所选指标的各次模拟约需内存 \(gigabytes(needed))，本机有 \(gigabytes(there))；请减少 --members-out 的指标或 --draws\n",
      "members would take about \(gigabytes(needed)) of memory, this machine has \(gigabytes(there)); ask for fewer indicators with --members-out, or fewer --draws\n"
    ))
  throw Exit.failed
}

/// A number, twice where it is put with others; what is written of it does not stand in memory.
private let bytesOfAMember = 16.0
/// What one program may take of a machine.
private let usableShare = 0.8
