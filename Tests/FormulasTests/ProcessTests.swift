import Domain
import Formulas
import Testing

struct ProcessTests {
  private let share = Parameter("care.exit_rate", .share, 0...1, .uncertainty)
  private let persons = Parameter("migration.net", .persons, -1e7...1e7, .uncertainty)
  private let local = Parameter("migration.share", .share, -2...2, .uncertainty, .district)

  @Test func coefficientsStandUnderThePathOfTheProcess() {
    let process = Process("exits", moves: share, at: "care.exits", .logit, .deviation, .persistence)
    #expect(process.coefficients.map(\.coefficient) == [.persistence, .deviation])
    #expect(
      process.coefficients.map(\.parameter.path) == [
        "care.exits.process.persistence", "care.exits.process.deviation",
      ])
    #expect(process.coefficients.allSatisfy { $0.parameter.isFixed && $0.parameter.role == .uncertainty })
  }

  @Test func deviationsAreInTheUnitOfTheScale() {
    func units(_ parameter: Parameter, _ scale: Process.Scale) -> [Unit] {
      Process("p", moves: parameter, at: "p", scale, .persistence, .deviation, .opening, .yearly, .reversal)
        .coefficients.map(\.parameter.unit)
    }
    #expect(units(persons, .level) == [.ratio, .persons, .persons, .persons, .ratio])
    #expect(units(share, .level) == [.ratio, .share, .share, .share, .ratio])
    for scale in [Process.Scale.log, .logit] { #expect(units(share, scale) == Array(repeating: .ratio, count: 5)) }
  }

  @Test func aDistrictParameterMovesByDistrict() {
    #expect(Process("p", moves: local, at: "p", .log, .yearly).isByDistrict)
    #expect(!Process("p", moves: share, at: "p", .log, .yearly).isByDistrict)
  }
}
