import ArgumentParser

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
