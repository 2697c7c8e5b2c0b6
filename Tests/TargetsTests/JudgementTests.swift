import Domain
import Targets
import Testing

struct JudgementTests {
  private let target = Target(
    id: "beds", indicator: "care.beds.stock", comparator: .atLeast, year: 2025, value: 100, unit: .beds,
    zone: Target.Zone(id: "z", label: "区"), label: Label(zh: "床位", en: "Beds"), precision: 0.5)

  @Test(arguments: [Judgement.Basis.simulated, .actual])
  func valueWithAGroundIsMetOrMissed(basis: Judgement.Basis) {
    #expect(Judgement(target, projected: 120, basis: basis).status == .met)
    #expect(Judgement(target, projected: 80, basis: basis).status == .missed)
  }

  @Test func assumedValueStaysOpenEvenAboveTheTarget() {
    let judgement = Judgement(target, projected: 120, basis: .assumed)
    #expect(judgement.status == .open)
    #expect(judgement.gap == 20)
    #expect(Judgement(target, projected: 80, basis: .assumed).status == .open)
  }

  @Test func whatTheModelIsToldIsKeptOrBrokenAndNeverMet() {
    let kept = Judgement(target, projected: 120, basis: .rule, chance: 0.1, isKnown: false)
    #expect(kept.status == .kept && kept.chance == nil && !kept.isReached && !kept.isFailing)
    let broken = Judgement(target, projected: 80, basis: .rule)
    #expect(broken.status == .broken && !broken.isReached)
    #expect(Judgement.failures.allSatisfy { broken.isAsBad(as: $0) && !kept.isAsBad(as: $0) })
  }

  @Test func noValueStaysOpen() {
    for basis in Judgement.Basis.allCases {
      let judgement = Judgement(target, projected: nil, basis: basis)
      #expect(judgement.status == .open)
      #expect(judgement.gap == nil)
    }
  }

  @Test func targetWithoutAnIndicatorIsOnlyListed() {
    let judgement = Judgement(target, projected: nil, basis: nil)
    #expect(judgement.status == .listed)
    #expect(judgement.basis == nil)
  }

  @Test func worseStatusesIncludeTheBetterOnesAsked() {
    let missed = Judgement(target, projected: 80, basis: .simulated)
    let atRisk = Judgement(target, projected: 80, basis: .simulated, chance: 0.5, isKnown: false)
    let unlikely = Judgement(target, projected: 80, basis: .simulated, chance: 0.1, isKnown: false)
    let open = Judgement(target, projected: 80, basis: .assumed)
    #expect([missed, unlikely, atRisk, open].map { $0.isAsBad(as: .atRisk) } == [true, true, true, false])
    #expect([missed, unlikely, atRisk, open].map { $0.isAsBad(as: .unlikely) } == [true, true, false, false])
    #expect([missed, unlikely, atRisk, open].map { $0.isAsBad(as: .missed) } == [true, false, false, false])
    #expect([missed, unlikely, atRisk, open].map(\.isFailing) == [true, true, true, false])
    #expect([missed, unlikely, atRisk, open].map(\.isReached) == [false, false, false, false])
  }

  @Test func wordsOfTheFilesAreThoseOfTheInterface() {
    #expect(Judgement.Basis.allCases.map(\.rawValue) == ["simulated", "actual", "assumed", "rule"])
    let words: Set = ["met", "missed", "likely", "at_risk", "unlikely", "open", "listed", "kept", "broken"]
    #expect(Set(Judgement.Status.allCases.map(\.rawValue)) == words)
  }
}
