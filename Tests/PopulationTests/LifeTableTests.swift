import Domain
import Population
import Testing

/// Austria, males, 1992, from Preston, Heuveline and Guillot (2001),
/// *Demography: Measuring and Modeling Population Processes*, box 3.1, p. 49
/// (deaths and mid-year population: United Nations 1994), radix 100 000.
private enum AustrianMales1992 {
  static let widths = [1, 4] + Array(repeating: 5, count: 16)
  static let deaths: [Double] = [
    419, 70, 36, 46, 249, 420, 403, 441, 508, 769, 1154, 1866, 2043, 3496, 4366, 4337, 5279,
    6460, 6146,
  ]
  static let population: [Double] = [
    47925, 189127, 234793, 238790, 254996, 326831, 355086, 324222, 269963, 261971, 238011,
    261612, 181385, 187962, 153832, 105169, 73694, 57512, 32248,
  ]
  static let ax = [
    0.068, 1.626, 2.500, 3.143, 2.724, 2.520, 2.481, 2.601, 2.701, 2.663, 2.698, 2.676, 2.645,
    2.624, 2.619, 2.593, 2.518, 2.423,
  ]
  static let lx: [Double] = [
    100000, 99133, 98986, 98910, 98815, 98334, 97704, 97151, 96492, 95588, 94195, 91937, 88711,
    83845, 76377, 66225, 53803, 37441, 21134,
  ]
  static let dx: [Double] = [
    867, 147, 76, 95, 481, 630, 553, 659, 904, 1393, 2258, 3225, 4867, 7467, 10152, 12422,
    16362, 16307, 21134,
  ]
  static let personYears: [Double] = [
    99192, 396183, 494741, 494375, 492980, 490106, 487127, 484175, 480384, 474686, 465777,
    452188, 432096, 401480, 357713, 301224, 228404, 145182, 110889,
  ]
}

struct LifeTableTests {
  @Test func textbookTableIsReproducedToItsPrintedDigits() throws {
    let printed = AustrianMales1992.self
    let mx = zip(printed.deaths, printed.population).map { $0 / $1 }
    let table = try LifeTable(widths: printed.widths, mx: mx, ax: printed.ax)
    let radix = 100_000.0
    #expect(table.lx.map { ($0 * radix).rounded() } == printed.lx)
    #expect(table.dx.map { ($0 * radix).rounded() } == printed.dx)
    #expect(table.personYears.map { ($0 * radix).rounded() } == printed.personYears)
    #expect((table.ax[18] * 1000).rounded() == 5247)
    #expect((table.ex[0] * 1000).rounded() == 72889)
    #expect(table.ages[14] == 65)
    #expect((table.ex[14] * 1000).rounded() == 14971)
    // Three digits after the point, from the printed columns: T(x) / l(x).
    for index in table.ages.indices {
      let years = printed.personYears[index...].reduce(0, +) / printed.lx[index]
      #expect(abs(table.ex[index] - years) < 0.0005, "age \(table.ages[index])")
    }
    #expect(table.sx.isEmpty)
  }

  @Test func smallTableByHand() throws {
    // q0 = 0.2/(1 + 0.5·0.2), then half of those who die at age 1 are gone at its middle.
    let table = try LifeTable(widths: [1, 1], mx: [0.2, 2.0 / 3, 0.5], ax: [0.5, 0.5])
    #expect(largestRelativeDifference(table.qx, [0.2 / 1.1, 0.5, 1]) < 1e-15)
    #expect(largestRelativeDifference(table.lx, [1, 0.9 / 1.1, 0.45 / 1.1]) < 1e-15)
    let personYears = [1 / 1.1, 0.675 / 1.1, 0.9 / 1.1]
    #expect(largestRelativeDifference(table.personYears, personYears) < 1e-15)
    #expect(largestRelativeDifference(table.sx, [1 / 1.1, 0.675, 0.9 / 1.575]) < 1e-15)
    #expect(abs(table.ex[0] - 2.575 / 1.1) < 1e-15 * 4)
  }

  @Test func columnsAgreeWithEachOther() throws {
    for step in 0..<40 {
      let table = try LifeTable(
        mx: gompertzRates(openAge: 60 + step, level: 0.2 + 0.1 * Double(step)),
        sex: step % 2 == 0 ? .female : .male)
      #expect(abs(table.dx.reduce(0, +) - 1) < 1e-14, "step \(step)")
      let rates = zip(table.dx, table.personYears).map { $0 / $1 }
      #expect(largestRelativeDifference(rates, table.mx) < 1e-12, "step \(step)")
      #expect(table.personYearsAbove[0] == table.ex[0])
      #expect(table.sx.allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  @Test func stationaryPopulationStaysAsItIs() throws {
    let table = try LifeTable(mx: gompertzRates(openAge: 100), sex: .female)
    // One birth a year: Lx persons at each age, and the same a year later.
    var later = table.personYears
    for age in 1..<100 { later[age] = table.personYears[age - 1] * table.sx[age] }
    later[0] = table.sx[0]
    later[100] = (table.personYears[99] + table.personYears[100]) * table.sx[100]
    #expect(largestRelativeDifference(later, table.personYears) < 1e-15 * 8)
    // Deaths of the year equal the births.
    #expect(abs(table.personYears.reduce(0, +) - table.ex[0]) < 1e-12)
  }

  @Test func survivorshipFollowsItsDefinition() throws {
    let table = try LifeTable(mx: gompertzRates(openAge: 90), sex: .male)
    #expect(table.sx[0] == table.personYears[0])
    #expect(table.sx[40] == table.personYears[40] / table.personYears[39])
    #expect(table.sx[90] == table.personYearsAbove[90] / table.personYearsAbove[89])
    #expect(table.sx.count == 91)
  }

  @Test func infantsAndOpenAgeHaveTheirOwnSeparation() throws {
    let table = try LifeTable(mx: [0.005, 0.001, 0.25], sex: .female)
    #expect(abs(table.ax[0] - 0.13875365) < 1e-15)  // 0.14903 − 2.05527 · 0.005
    #expect(table.ax[1] == 0.5)
    #expect(table.ax[2] == 4)
    #expect(table.ex[2] == 4)
    #expect(table.qx[2] == 1)
  }

  @Test func zeroRatesBelowTheOpenAgeAreFine() throws {
    let table = try LifeTable(mx: [0, 0, 0, 0.5], sex: .male)
    #expect(table.lx == [1, 1, 1, 1])
    #expect(table.ex[0] == 5)
  }
}

struct LifeTableErrorTests {
  @Test func zeroRateAtTheOpenAgeIsReported() {
    #expect(throws: MortalityError.zeroRate(age: 2)) {
      try LifeTable(mx: [0.01, 0.02, 0], sex: .female)
    }
  }

  @Test func ratesThatAreNoRatesAreReportedWithTheirAge() {
    #expect(throws: MortalityError.rate(age: 1, found: -0.1)) {
      try LifeTable(mx: [0.01, -0.1, 0.3], sex: .female)
    }
    #expect(throws: MortalityError.rate(age: 2, found: .infinity)) {
      try LifeTable(mx: [0.01, 0.1, .infinity], sex: .female)
    }
    #expect {
      try LifeTable(mx: [.nan, 0.1, 0.3], sex: .female)
    } throws: { error in
      guard case .rate(age: 0, let found) = error as? MortalityError else { return false }
      return found.isNaN
    }
  }

  @Test func rateThatLeavesNobodyIsReported() {
    #expect(throws: MortalityError.rateTooHigh(age: 1, found: 2.5, limit: 2)) {
      try LifeTable(mx: [0.01, 2.5, 3], sex: .female)
    }
  }

  @Test func separationOutsideTheIntervalIsReported() {
    #expect(throws: MortalityError.yearsLivedByTheDead(age: 1, found: 4.5, width: 4)) {
      try LifeTable(widths: [1, 4], mx: [0.01, 0.01, 0.1], ax: [0.1, 4.5])
    }
  }

  @Test func columnsOfTheWrongLengthAreReported() {
    #expect(throws: MortalityError.shape(expected: 3, found: 2)) {
      try LifeTable(widths: [1, 4], mx: [0.01, 0.1], ax: [0.1, 1.5])
    }
    #expect(throws: MortalityError.shape(expected: 2, found: 1)) {
      try LifeTable(widths: [1, 4], mx: [0.01, 0.01, 0.1], ax: [0.1])
    }
    #expect(throws: MortalityError.shape(expected: 2, found: 1)) {
      try LifeTable(mx: [0.5], sex: .female)
    }
  }
}
