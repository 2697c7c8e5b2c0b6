import Domain
import Population
import RealModule
import Testing

struct BrassShiftTests {
  let standard: LifeTable

  init() throws {
    standard = try LifeTable(mx: gompertzRates(openAge: 100), sex: .female)
  }

  @Test func noShiftReturnsTheStandard() throws {
    let shifted = try BrassShift(alpha: 0).lifeTable(from: standard)
    #expect(largestRelativeDifference(shifted.mx, standard.mx) < 1e-14)
    #expect(largestRelativeDifference(shifted.lx, standard.lx) < 1e-14)
    #expect(largestRelativeDifference(shifted.sx, standard.sx) < 1e-14)
    #expect(shifted.ax[..<100] == standard.ax[..<100])
  }

  @Test func logitOfSurvivalMovesByAlphaAtAllAges() throws {
    for alpha in [-0.9, -0.42, -0.1, 0.2, 0.7] {
      let shifted = try BrassShift(alpha: alpha).lifeTable(from: standard)
      for age in 1...100 {
        let moved = logit(shifted.lx[age]) - logit(standard.lx[age])
        // ln((1 − l)/l) loses digits where l is next to 1.
        #expect(abs(moved - alpha) < 1e-12, "alpha \(alpha), age \(age)")
      }
      #expect((shifted.ex[0] > standard.ex[0]) == (alpha < 0))
    }
  }

  @Test func openAgeTakesTheRatioOfTheAgeBefore() throws {
    let shifted = try BrassShift(alpha: -0.4).lifeTable(from: standard)
    let ratio = shifted.mx[99] / standard.mx[99]
    #expect(abs(shifted.mx[100] / standard.mx[100] / ratio - 1) < 1e-15 * 4)
    #expect(abs(shifted.personYears[100] * shifted.mx[100] / shifted.lx[100] - 1) < 1e-15 * 4)
  }

  @Test func ratesBelongToTheShiftedColumns() throws {
    let shifted = try BrassShift(alpha: 0.3).lifeTable(from: standard)
    let rates = zip(shifted.dx, shifted.personYears).map { $0 / $1 }
    #expect(largestRelativeDifference(rates, shifted.mx) < 1e-13)
    let again = try LifeTable(mx: shifted.mx, sex: .female)
    // a(0) is the standard's in the shifted table and moves with m(0) in the other.
    #expect(largestDifference(again.ex, shifted.ex) < 1e-4)
  }

  @Test func shiftBackGivesTheStandard() throws {
    let there = try BrassShift(alpha: -0.5).lifeTable(from: standard)
    let back = try BrassShift(alpha: 0.5).lifeTable(from: there)
    #expect(largestRelativeDifference(back.mx, standard.mx) < 1e-13)
  }

  @Test func wideIntervalsShiftToo() throws {
    let abridged = try LifeTable(
      widths: [1, 4, 5], mx: [0.02, 0.004, 0.01, 0.2], ax: [0.1, 1.6, 2.5])
    let shifted = try BrassShift(alpha: 0.2).lifeTable(from: abridged)
    #expect(abs(logit(shifted.lx[2]) - logit(abridged.lx[2]) - 0.2) < 1e-13)
    let rates = zip(shifted.dx, shifted.personYears).map { $0 / $1 }
    #expect(largestRelativeDifference(rates, shifted.mx) < 1e-14)
  }

  @Test func standardWithoutDeathsBeforeTheOpenAgeIsReported() throws {
    let table = try LifeTable(mx: [0.01, 0, 0.5], sex: .male)
    #expect(throws: MortalityError.zeroRate(age: 1)) {
      try BrassShift(alpha: 0.1).lifeTable(from: table)
    }
  }

  /// Y = ½ ln((1 − l)/l).
  private func logit(_ alive: Double) -> Double { 0.5 * .log((1 - alive) / alive) }
}
