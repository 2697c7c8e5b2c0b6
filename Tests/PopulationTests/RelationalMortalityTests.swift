import Domain
import Formulas
import NumericCore
import Population
import RealModule
import Testing

/// The lanes of a block against one life table after another.
struct RelationalMortalityTests {
  /// Survivorship goes through a dozen roundings at every age.
  private let tolerance = 1e-12
  private let level: AgeTable
  private let change: AgeTable

  init() {
    var level = AgeTable()
    var change = AgeTable()
    for sex in Sex.allCases {
      for (age, rate) in gompertzRates(openAge: 100, level: sex == .male ? 1.4 : 1).enumerated() {
        level[Age(age), sex] = .log(rate)
        change[Age(age), sex] = 0.02 - 0.00015 * Double(age)
      }
    }
    self.level = level
    self.change = change
  }

  @Test func shiftedTablesEqualTheScalarOnes() throws {
    let alphas = [[-0.42, -0.31], [0.0, 0.2], [-0.05, 0.9]]
    let ks = [0.0, -12.5, 30, -60]
    let block = survivorship(ks, alphas)
    for (area, bySex) in alphas.enumerated() {
      for sex in Sex.allCases {
        for (member, k) in ks.enumerated() {
          let expected = try scalar(sex, k: k, alpha: bySex[sex.rawValue])
          let sx = (0..<Age.count).map { block.sx[block.cell(area, sex, $0)][member] }
          let e0 = block.lifeExpectancy[block.lifeExpectancyCell(area, sex)][member]
          let comment: Comment = "area \(area), \(sex.name), k \(k)"
          #expect(largestRelativeDifference(sx, expected.sx) < tolerance, comment)
          #expect(abs(e0 / expected.ex[0] - 1) < tolerance, comment)
        }
      }
    }
  }

  @Test func noShiftGivesTheStandard() throws {
    let block = survivorship([0], [[0, 0]])
    for sex in Sex.allCases {
      let standard = try LifeTable(mx: level.values(sex).map { .exp($0) }, sex: sex)
      let sx = (0..<Age.count).map { block.sx[block.cell(0, sex, $0)][0] }
      #expect(largestRelativeDifference(sx, standard.sx) < tolerance)
      #expect(abs(block.lifeExpectancy[block.lifeExpectancyCell(0, sex)][0] / standard.ex[0] - 1) < tolerance)
    }
  }

  @Test func memberOfABlockIsTheSameAlone() {
    let ks = (0..<8).map { Double($0) * -3.7 }
    let block = survivorship(ks, [[-0.42, -0.31]])
    for (member, k) in ks.enumerated() {
      let alone = survivorship([k], [[-0.42, -0.31]])
      for sex in Sex.allCases {
        for age in 0..<Age.count {
          #expect(block.sx[block.cell(0, sex, age)][member] == alone.sx[alone.cell(0, sex, age)][0])
        }
      }
    }
  }

  @Test func lowerIndexAndLowerShiftMeanLongerLives() {
    let block = survivorship([0, -10], [[0, 0], [-0.3, -0.3]])
    for sex in Sex.allCases {
      let standard = block.lifeExpectancy[block.lifeExpectancyCell(0, sex)]
      let shifted = block.lifeExpectancy[block.lifeExpectancyCell(1, sex)]
      #expect(standard[1] > standard[0])
      #expect(shifted[0] > standard[0])
    }
  }

  private func survivorship(_ ks: [Double], _ alphas: [[Double]]) -> Survivorship {
    var k = LaneVector.zero
    for lane in 0..<LaneVector.scalarCount { k[lane] = ks[min(lane, ks.count - 1)] }
    return RelationalMortality(ax: level, bx: change).survivorship(
      k: .each(k), shift: alphas.map { $0.map { .uniform($0) } })
  }

  private func scalar(_ sex: Sex, k: Double, alpha: Double) throws -> LifeTable {
    let model = try LogRateModel(a: Sex.allCases.map(level.values), b: change.values(.female))
    return try BrassShift(alpha: alpha).lifeTable(from: LifeTable(mx: model.mx(sex, k: k), sex: sex))
  }
}

extension AgeTable {
  /// The values of one sex by age.
  fileprivate func values(_ sex: Sex) -> [Double] { (0..<Age.count).map { self[Age($0), sex] } }
}
