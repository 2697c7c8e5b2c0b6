import Domain
import Population
import Testing

struct InfantSeparationTests {
  @Test func piecesFollowThePublishedCoefficients() {
    #expect(infantSeparation(0, sex: .female) == 0.14903)
    #expect(infantSeparation(0, sex: .male) == 0.14929)
    #expect(abs(infantSeparation(0.05, sex: .female) - 0.2407145) < 1e-15)
    #expect(abs(infantSeparation(0.05, sex: .male) - 0.1913305) < 1e-15)
    #expect(infantSeparation(0.10, sex: .female) == 0.31411)
    #expect(infantSeparation(0.10, sex: .male) == 0.29915)
  }

  @Test func piecesMeetWhereTheyShould() {
    for (sex, borders) in [(Sex.female, [0.01724, 0.06891]), (Sex.male, [0.02300, 0.08307])] {
      for border in borders {
        let jump = infantSeparation(border, sex: sex) - infantSeparation(border.nextDown, sex: sex)
        // The printed coefficients have five digits; the pieces were fitted one by one.
        #expect(abs(jump) < 0.001, "\(sex) at \(border)")
      }
    }
  }

  @Test func bothSexesTakeTheMean() {
    #expect(abs(infantSeparationOfBothSexes(0.01) - 0.1289064) < 1e-15)
  }
}
