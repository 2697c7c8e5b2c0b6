import Foundation
import NumericCore

/// The threads to use: those asked for, else one a processor; one alone where OpenBLAS bears no more.
func usableThreads(_ asked: Int?) -> Int {
  blasAllowsParallelCallers() ? asked ?? ProcessInfo.processInfo.activeProcessorCount : 1
}
