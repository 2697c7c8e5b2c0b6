import Domain
import NumericCore
import Population
import RealModule
import Testing

/// A surface a(x) + b(x)·k(t) that the model describes exactly, Σ b = 1, Σ k = 0.
private struct RankOneSurface {
  let a: [Double]
  let b: [Double]
  let k: [Double]

  init(ages: Int, years: Int) {
    let weights = (0..<ages).map { 1 + 2 * Double.cos(Double($0) / 9) }
    let total = weights.reduce(0, +)
    b = weights.map { $0 / total }
    a = (0..<ages).map { -8 + 0.07 * Double($0) }
    let path = (0..<years).map { -2.5 * Double($0) + 3 * Double.sin(Double($0)) }
    let mean = path.reduce(0, +) / Double(years)
    k = path.map { $0 - mean }
  }

  func logRates(shift: Double = 0) -> Matrix {
    var result = Matrix(rows: a.count, columns: k.count)
    for year in k.indices {
      for age in a.indices { result[age, year] = a[age] + shift + b[age] * k[year] }
    }
    return result
  }
}

/// Log rates with trend and seeded noise (linear congruential generator).
private func noisySurface(seed: UInt64, ages: Int, years: Int) -> Matrix {
  var state = seed
  var result = RankOneSurface(ages: ages, years: years).logRates()
  for index in result.values.indices {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    result.values[index] += 0.2 * (Double(state >> 11) / 9_007_199_254_740_992 - 0.5)
  }
  return result
}

struct LeeCarterTests {
  @Test func rankOneSurfaceIsRecovered() throws {
    let surface = RankOneSurface(ages: 101, years: 20)
    let fit = try LeeCarter.fit(logRates: surface.logRates())
    #expect(largestDifference(fit.a[0], surface.a) < 1e-10)
    #expect(largestDifference(fit.b, surface.b) < 1e-10)
    #expect(largestDifference(fit.k, surface.k) < 1e-10)
    #expect(abs(fit.firstComponentShare - 1) < 1e-12)
    #expect(abs(fit.explainedShare[0] - 1) < 1e-12)
  }

  @Test func driftAndDeviationFollowTheirDefinitions() throws {
    let fit = try LeeCarter.fit(logRates: RankOneSurface(ages: 30, years: 12).logRates())
    let changes = (1..<12).map { fit.k[$0] - fit.k[$0 - 1] }
    let mean = changes.reduce(0, +) / 11
    let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(fit.drift - mean) < 1e-12)
    #expect(abs(fit.innovationDeviation - (squares / 10).squareRoot()) < 1e-12)
  }

  @Test func scalesAndSignAreFixed() throws {
    for seed in 1...20 {
      let fit = try LeeCarter.fit(
        logRates: noisySurface(seed: UInt64(seed), ages: 60, years: 15))
      #expect(abs(fit.b.reduce(0, +) - 1) < 1e-13, "seed \(seed)")
      #expect(abs(fit.k.reduce(0, +)) < 1e-11, "seed \(seed)")
      #expect(fit.drift < 0, "seed \(seed)")
      #expect(fit.firstComponentShare > 0.5 && fit.firstComponentShare < 1, "seed \(seed)")
    }
  }

  @Test func noisySurfaceAgreesWithPowerIteration() throws {
    for seed in 1...10 {
      let female = noisySurface(seed: UInt64(seed), ages: 101, years: 20)
      let male = noisySurface(seed: UInt64(seed + 100), ages: 101, years: 20)
      let fit = try LeeCarter.commonFactor(female: female, male: male)
      let (b, k, share) = powerIteration(female, male)
      #expect(largestDifference(fit.b, b) < 1e-9, "seed \(seed)")
      #expect(largestDifference(fit.k, k) < 1e-9, "seed \(seed)")
      #expect(abs(fit.firstComponentShare - share) < 1e-9, "seed \(seed)")
    }
  }

  @Test func sexesWithOneTrendKeepTheirLevels() throws {
    let surface = RankOneSurface(ages: 50, years: 10)
    let fit = try LeeCarter.commonFactor(
      female: surface.logRates(), male: surface.logRates(shift: 0.3))
    #expect(largestDifference(fit.a[Sex.male.rawValue], surface.a.map { $0 + 0.3 }) < 1e-10)
    #expect(largestDifference(fit.b, surface.b) < 1e-10)
    #expect(largestDifference(fit.k, surface.k) < 1e-10)
  }

  /// The first pair of the mean deviations by plain loops, without LAPACK.
  private func powerIteration(
    _ female: Matrix, _ male: Matrix
  ) -> (b: [Double], k: [Double], share: Double) {
    let (ages, years) = (female.rows, female.columns)
    var z = Array(repeating: Array(repeating: 0.0, count: years), count: ages)
    for age in 0..<ages {
      for rates in [female, male] {
        let mean = (0..<years).map { rates[age, $0] }.reduce(0, +) / Double(years)
        for year in 0..<years { z[age][year] += (rates[age, year] - mean) / 2 }
      }
    }
    var k = (0..<years).map { Double($0) - Double(years - 1) / 2 }
    var b = Array(repeating: 0.0, count: ages)
    for _ in 1...300 {
      let size = k.reduce(0) { $0 + $1 * $1 }
      b = z.map { row in zip(row, k).reduce(0) { $0 + $1.0 * $1.1 } / size }
      let total = b.reduce(0, +)
      b = b.map { $0 / total }
      let length = b.reduce(0) { $0 + $1 * $1 }
      k = (0..<years).map { year in
        (0..<ages).reduce(0) { $0 + b[$1] * z[$1][year] } / length
      }
    }
    let all = z.joined().reduce(0) { $0 + $1 * $1 }
    let first = k.reduce(0) { $0 + $1 * $1 } * b.reduce(0) { $0 + $1 * $1 }
    return (b, k, first / all)
  }
}

struct LeeCarterErrorTests {
  @Test func logarithmOfAZeroRateIsReportedWithItsPlace() {
    var logRates = RankOneSurface(ages: 5, years: 4).logRates()
    #expect(throws: MortalityError.zeroRate(age: 1)) {
      try LeeCarter.logarithms(of: Matrix(rows: 2, columns: 2, values: [0.1, 0.2, 0.1, 0]))
    }
    #expect(throws: MortalityError.rate(age: 0, found: -0.1)) {
      try LeeCarter.logarithms(of: Matrix(rows: 2, columns: 2, values: [0.1, 0.2, -0.1, 0]))
    }
    logRates[3, 2] = -.infinity
    #expect(throws: MortalityError.logRate(population: 0, age: 3, year: 2, found: -.infinity)) {
      try LeeCarter.fit(logRates: logRates)
    }
  }

  @Test func tooFewYearsAreReported() {
    #expect(throws: MortalityError.tooFewYears(found: 2)) {
      try LeeCarter.fit(logRates: Matrix(rows: 5, columns: 2))
    }
  }

  @Test func sexesOfDifferentAgesAreReported() {
    #expect(throws: MortalityError.shape(expected: 5, found: 6)) {
      try LeeCarter.commonFactor(
        female: Matrix(rows: 5, columns: 4), male: Matrix(rows: 6, columns: 4))
    }
  }

  @Test func ratesThatNeverChangeHaveNoTrend() {
    #expect(throws: MortalityError.noCommonTrend) {
      try LeeCarter.fit(logRates: Matrix(rows: 5, columns: 4))
    }
  }

  @Test func changesThatCancelOutHaveNoTrend() {
    // The second age gains what the first one loses.
    #expect(throws: MortalityError.noCommonTrend) {
      try LeeCarter.fit(
        logRates: Matrix(rows: 2, columns: 3, values: [-1, 1, 0, 0, 1, -1]))
    }
  }
}
