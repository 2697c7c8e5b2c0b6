import Domain
import Testing

struct EvidenceTests {
  @Test func firmerKindsComeFirst() {
    let order: [Evidence] = [.enacted, .observed, .recalled, .estimated, .assumed]
    #expect(Evidence.allCases.reversed().sorted() == order)
  }

  @Test func onlyEnactedAndObservedValuesHoldInARun() {
    #expect(Evidence.allCases.filter(\.isFirm) == [.enacted, .observed])
  }

  @Test func onlyEstimatedAndAssumedValuesNeedARange() {
    #expect(Evidence.allCases.filter(\.needsRange) == [.estimated, .assumed])
  }

  @Test func everyKindHasAWordInBothLanguages() {
    for evidence in Evidence.allCases {
      #expect(!evidence.label.zh.isEmpty && evidence.label.en == evidence.rawValue)
    }
  }
}
