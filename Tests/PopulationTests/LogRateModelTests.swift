import Domain
import NumericCore
import Population
import Testing

struct LogRateModelTests {
  @Test func jumpOffYearIsReproduced() throws {
    let model = try fitted().jumpedOff(at: [[0.01, 0.001, 0.2], [0.02, 0.002, 0.3]])
    #expect(largestRelativeDifference(model.mx(.female, k: 0), [0.01, 0.001, 0.2]) < 1e-15 * 8)
    #expect(largestRelativeDifference(model.mx(.male, k: 0), [0.02, 0.002, 0.3]) < 1e-15 * 8)
  }

  @Test func levelMovesAllAgesByTheirResponse() throws {
    let model = try LogRateModel(a: [[-2, -3], [-1, -2]], b: [0.75, 0.25])
    let rates = model.mx(.male, k: -4)
    #expect(largestRelativeDifference(rates, [0.018315638888734, 0.049787068367864]) < 1e-13)
  }

  @Test func zeroRateInTheJumpOffYearIsReported() throws {
    let fit = try fitted()
    #expect(throws: MortalityError.zeroRate(age: 1)) {
      try fit.jumpedOff(at: [[0.01, 0, 0.2], [0.02, 0.002, 0.3]])
    }
    #expect(throws: MortalityError.shape(expected: 2, found: 1)) {
      try fit.jumpedOff(at: [[0.01, 0.001, 0.2]])
    }
    #expect(throws: MortalityError.shape(expected: 3, found: 2)) {
      try fit.jumpedOff(at: [[0.01, 0.001], [0.02, 0.002]])
    }
  }

  private func fitted() throws -> LeeCarter {
    let rates = Matrix(
      rows: 3, columns: 3, values: [0.02, 0.003, 0.3, 0.018, 0.0025, 0.28, 0.015, 0.002, 0.26])
    let logRates = try LeeCarter.logarithms(of: rates)
    return try LeeCarter.commonFactor(female: logRates, male: logRates)
  }
}
