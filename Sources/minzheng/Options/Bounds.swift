import ArgumentParser
import Inputs

/// Refuses a whole number outside its bounds, which would overflow or mean nothing.
func require(_ option: String, _ number: Int?, in bounds: ClosedRange<Int>) throws {
  guard let number, !bounds.contains(number) else { return }
  throw misuse(
    "\(option) 要 \(bounds.lowerBound)–\(bounds.upperBound) 之间的数，\(number) 不是",
    "\(option) takes a number from \(bounds.lowerBound) to \(bounds.upperBound); \(number) is none")
}

/// Refuses what is no year.
func requireYear(_ option: String, _ year: Int?) throws { try require(option, year, in: Limits.plausibleYears) }
