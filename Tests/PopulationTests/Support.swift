/// Death rates by single ages 0...openAge: infants, a floor, and Gompertz growth.
func gompertzRates(openAge: Int, level: Double = 1) -> [Double] {
  var rates: [Double] = []
  var aged = 0.00003
  for age in 0...openAge {
    rates.append(level * (age == 0 ? 0.006 : 0.0001 + aged))
    aged *= 1.1
  }
  return rates
}

func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

func largestRelativeDifference(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1) / max(abs($1.0), abs($1.1), 1e-300)) }
}
