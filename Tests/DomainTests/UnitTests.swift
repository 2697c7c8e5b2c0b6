import Domain
import Testing

struct UnitTests {
  @Test func sharesAndRatiosMayBeAdded() {
    #expect(Unit.share.measuresLike(.ratio))
  }

  @Test func unlikeQuantitiesMayNotBeAdded() {
    #expect(!Unit.beds.measuresLike(.persons))
    #expect(!Unit.yuan.measuresLike(.yuanPerPersonYear))
  }

  @Test func likeQuantitiesOfAnotherScaleMayNotBeAdded() {
    #expect(!Unit.yuanPerPersonYear.measuresLike(.yuanPerPersonMonth))
    #expect(!Unit.share.measuresLike(.personsPerTenThousand))
  }

  @Test func roundingErrorOfAScaleDoesNotMatter() throws {
    let third = Unit("third", .none, scale: 1.0 / 3)
    #expect((third * Unit("three", .none, scale: 3)).measuresLike(.ratio))
    #expect((Unit.share / third / Unit("three", .none, scale: 3)).measuresLike(.ratio))
  }

  @Test func productsAddExponentsAndQuotientsSubtractThem() {
    let total = Unit.yuanPerPersonYear * .persons
    #expect(total.dimension == Dimension(yuan: 1, years: -1))
    #expect((Unit.beds / .persons).dimension == Dimension(persons: -1, beds: 1))
    #expect((Unit.yuanPerPersonMonth / .yuanPerPersonYear).dimension == .none)
    #expect((Unit.yuanPerPersonMonth / .yuanPerPersonYear).scale == 12)
  }
}
