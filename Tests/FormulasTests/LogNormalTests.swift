import Domain
import Formulas
import NumericCore
import Testing

private let line = Parameter("line", .yuanPerPersonYear, 0...1e6, .lever)
private let mean = Parameter("mean", .yuanPerPersonYear, 0...1e6, .uncertainty)
private let spread = Parameter("spread", .ratio, 0...3, .uncertainty)
private func tail(_ tail: LogNormalTail) -> Formula {
  .logNormal(tail, below: .parameter(line), mean: .parameter(mean), deviation: .parameter(spread))
}

/// A parameter with one value in all years.
private func constant(_ parameter: Parameter, _ value: Double) throws -> ResolvedParameter {
  try Town.resolve(parameter, ParameterValues(label: Town.label, city: [dated(2019, value)]))
}

struct LogNormalTests {
  private func value(_ formula: Formula, _ values: [Double]) throws -> Double {
    let parameters = try zip([line, mean, spread], values).map { try constant($0, $1) }
    return Workbench(parameters: parameters).evaluate(formula)("x", Town.west, 2021)
  }

  /// Simpson's rule over the logarithm of income, from far below the mean to the line.
  private func integrated(_ line: Double, _ mean: Double, _ spread: Double) -> (share: Double, gap: Double) {
    let centre = naturalLogarithm(mean) - spread * spread / 2
    let (from, to) = (centre - 14 * spread, naturalLogarithm(line))
    let steps = 20_000
    let width = (to - from) / Double(steps)
    var share = 0.0
    var lacking = 0.0
    for step in 0...steps {
      let x = from + Double(step) * width
      let z = (x - centre) / spread
      let exponents = exponential([-z * z / 2, x, 0, 0, 0, 0, 0, 0])
      let density = exponents[0] / (spread * 2.5066282746310002)
      let weight = (step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2) * width / 3
      share += weight * density
      lacking += weight * density * (line - exponents[1])
    }
    return (share, lacking / (line * share))
  }

  @Test func shareAndGapAgreeWithNumericIntegration() throws {
    for line in [6_000.0, 13_569, 30_000, 80_000] {
      for spread in [0.4, 0.62, 0.9] {
        let known = integrated(line, 70_281, spread)
        let values = [line, 70_281, spread]
        #expect(abs(try value(tail(.share), values) / known.share - 1) < 1e-10, "share, \(line), \(spread)")
        #expect(abs(try value(tail(.gap), values) / known.gap - 1) < 1e-9, "gap, \(line), \(spread)")
      }
    }
  }

  /// Of incomes with mean 100 and σ 0.5, z of a line of 60 is ln 0.6 ÷ 0.5 + 0.25 = −0.771651, Φ = 0.220163;
  /// Φ(z − 0.5) = 0.101749; so the poor have 100 × 0.101749 ÷ 0.220163 = 46.215 and lack 22.97 % of 60.
  @Test func workedByHand() throws {
    #expect(abs(try value(tail(.share), [60, 100, 0.5]) - 0.220163) < 1e-5)
    #expect(abs(try value(tail(.gap), [60, 100, 0.5]) - 0.2297) < 1e-4)
  }

  @Test func nobodyIsBelowALineOfZero() throws {
    #expect(try value(tail(.share), [0, 100, 0.5]) == 0)
    #expect(try value(tail(.gap), [0, 100, 0.5]) == 0)
  }

  @Test func aHigherLineHasMorePeopleBelowIt() throws {
    var before = 0.0
    for line in stride(from: 1_000.0, through: 60_000, by: 1_000) {
      let share = try value(tail(.share), [line, 50_000, 0.62])
      #expect(share > before)
      before = share
    }
  }

  @Test func unitsAreChecked() throws {
    #expect(try tail(.share).unit(of: .persons) == .share)
    let monthly = Formula.parameter(Parameter("monthly", .yuanPerPersonMonth, 0...1e6, .lever))
    let mixed = Formula.logNormal(.gap, below: monthly, mean: .parameter(mean), deviation: .parameter(spread))
    #expect(throws: UnitClash.self) { try mixed.unit(of: .share) }
    let wide = Formula.logNormal(.gap, below: .parameter(line), mean: .parameter(mean), deviation: .parameter(mean))
    #expect(throws: UnitClash.self) { try wide.unit(of: .share) }
  }

  @Test func itReadsAsOnPaperAndIsMadeOfItsParts() {
    #expect(tail(.share).description == "log-normal share(below line, mean mean, deviation spread)")
    #expect(tail(.gap).parameters == [line, mean, spread])
  }
}

struct PowerTests {
  private let base = Parameter("base", .ratio, 0...100, .fact)
  private let exponent = Parameter("exponent", .ratio, -5...5, .fact)

  @Test func powersOfPlainNumbers() throws {
    for (x, y, expected) in [(4.0, 0.5, 2.0), (2, 3, 8), (10, -1, 0.1), (0, 0.35, 0), (1, 0.35, 1)] {
      let bench = Workbench(parameters: [try constant(base, x), try constant(exponent, y)])
      let found = bench.evaluate(.power(.parameter(base), .parameter(exponent)))("x", Town.east, 2020)
      #expect(abs(found - expected) <= 1e-14 * expected, "\(x) to the power of \(y)")
    }
  }

  @Test func onlyPlainNumbersHavePowers() {
    #expect(throws: UnitClash.self) {
      try Formula.power(.parameter(line), .parameter(exponent)).unit(of: .ratio)
    }
    #expect(Formula.power(.parameter(base), .parameter(exponent)).description == "power(base, exponent)")
  }
}
