import ArgumentParser
import Fiscal

/// A probability, as 80% or 0.8.
struct Percentile: ExpressibleByArgument {
  let value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let number = Double(digits) else { return nil }
    value = argument.hasSuffix("%") ? number / 100 : number
    guard value > 0, value < 1 else { return nil }
  }

  var defaultValueDescription: String { "\(Int((value * 100).rounded()))%" }
}

/// A probability for one payer, as city=90%, or for all of them.
struct PayerPercentile: ExpressibleByArgument {
  let payer: Payer?
  let value: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, let percentile = Percentile(argument: last) else { return nil }
    value = percentile.value
    payer = parts.count == 2 ? Payer.allCases.first { $0.isCalled(parts[0]) } : nil
    guard parts.count == 1 || payer != nil else { return nil }
  }
}
