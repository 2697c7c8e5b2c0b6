import Domain
import Formulas
import Population

/// Beds as stocks: what there is at year-end moves by what is built, converted and retired.
extension Care {
  static let bedsOpening = Parameter("care.beds.opening", .beds, 0...1e7, .fact, isFixed: true)
  static let nursingOpeningShare = Parameter("care.beds.nursing_opening_share", .share, 0...1, .fact, isFixed: true)
  static let publicOpeningShare = Parameter("care.beds.public_opening_share", .share, 0...1, .fact, isFixed: true)
  static let publicNursingOpeningShare = Parameter(
    "care.beds.public_nursing_opening_share", .share, 0...1, .fact, isFixed: true)
  static let bedFactor = Parameter("care.beds.district_factor", .ratio, 0...10, .fact, .district, isFixed: true)
  static let occupancyLimit = Parameter("care.beds.occupancy_limit", .share, 0...1, .lever)

  static let build = flow("build")
  static let buildNursingShare = Parameter("care.beds.build_nursing_share", .share, 0...1, .lever)
  static let retire = flow("retire")
  static let retireNursingShare = Parameter("care.beds.retire_nursing_share", .share, 0...1, .uncertainty)
  static let convert = flow("convert")
  static let publicBuild = flow("public_build")
  static let publicBuildNursingShare = Parameter("care.beds.public_build_nursing_share", .share, 0...1, .lever)
  static let publicRetire = flow("public_retire")
  static let publicRetireNursingShare = Parameter("care.beds.public_retire_nursing_share", .share, 0...1, .uncertainty)
  static let publicConvert = flow("public_convert")

  static let dementiaOpening = Parameter(
    "care.beds.dementia_opening", .bedsPerTenThousand, 0...1000, .fact, isFixed: true)
  static let dementiaBuild = flow("dementia_build")
  static let familyOpening = Parameter("care.family_beds.opening", .beds, 0...1e6, .fact, isFixed: true)
  static let familyBuild = Parameter("care.family_beds.build", .beds, 0...1e6, .lever, .split)
  static let familyShare = Parameter("care.family_beds.district_share", .share, 0...1, .lever, .district)

  static let bedParameters = [
    bedsOpening, nursingOpeningShare, publicOpeningShare, publicNursingOpeningShare, bedFactor, occupancyLimit, build,
    buildNursingShare, retire, retireNursingShare, convert, publicBuild, publicBuildNursingShare, publicRetire,
    publicRetireNursingShare, publicConvert, dementiaOpening, dementiaBuild, familyOpening, familyBuild, familyShare,
  ]

  private static func flow(_ name: String) -> Parameter {
    Parameter("care.beds.\(name)", .beds, 0...1e6, .lever, .split)
  }

  public static let registered60Plus = Formula.indicator(Demography.populationRegistered60Plus)

  /// A district's part of what the city has or builds: its registered older people of the base year, weighted.
  static let capacityShare = Indicator(
    "care.capacity_share", .share, zh: "区县能力份额", en: "District's share of capacity", isPublished: false,
    formula: .opening(
      registered60Plus * .parameter(bedFactor) / .overDistricts(registered60Plus * .parameter(bedFactor)),
      then: .lastYear(.itself)))
  public static let share = Formula.indicator(capacityShare)

  private static func stock(
    _ name: String, zh: String, en: String, isPublished: Bool = true, opening: Formula, then moved: Formula,
    atMost: Formula? = nil
  ) -> Indicator {
    let bounded = Formula.larger(atMost.map { .smaller(moved, $0) } ?? moved, .zero(.beds))
    return Indicator(
      "care.beds.\(name)", .beds, zh: zh, en: en, isPublished: isPublished, formula: .opening(opening, then: bounded))
  }

  public static let bedStock = stock(
    "stock", zh: "养老机构床位", en: "Institutional beds", opening: .parameter(bedsOpening) * share,
    then: .lastYear(.itself) + .indicator(bedsBuilt) - .indicator(bedsRetired))

  static let nursingBeds = stock(
    "nursing", zh: "护理型床位", en: "Nursing-type beds",
    opening: .parameter(bedsOpening) * share * .parameter(nursingOpeningShare),
    then: nursingUnconverted + .indicator(bedsConverted), atMost: .indicator(bedStock))

  static let publicBeds = stock(
    "public", zh: "公办（含公建民营）床位", en: "Public beds",
    opening: .parameter(bedsOpening) * share * .parameter(publicOpeningShare),
    then: .lastYear(.itself) + .indicator(publicBedsBuilt) - out(publicRetire), atMost: .indicator(bedStock))

  static let publicNursingBeds = stock(
    "public_nursing", zh: "公办护理型床位", en: "Public nursing-type beds",
    opening: .parameter(bedsOpening) * share * .parameter(publicOpeningShare) * .parameter(publicNursingOpeningShare),
    then: publicNursingUnconverted + .indicator(publicBedsConverted), atMost: .indicator(publicBeds))

  public static let dementiaBeds = stock(
    "dementia", zh: "认知症照护床位", en: "Dementia-care beds",
    opening: .parameter(dementiaOpening) * .overDistricts(registered60Plus) / .tenThousand * share,
    then: .lastYear(.itself) + .indicator(dementiaBedsBuilt), atMost: .indicator(bedStock))

  /// A district's part of the family care beds; parts count in proportion to their sum.
  private static let familyPart = Formula.parameter(familyShare) / .overDistricts(.parameter(familyShare))

  public static let familyBeds = stock(
    "family_care", zh: "家庭养老床位", en: "Family care beds", opening: .parameter(familyOpening) * familyPart,
    then: .lastYear(.itself) + .shareOut(familyBuild, by: familyPart))

  private static func bedShare(_ name: String, zh: String, en: String, _ part: Indicator, of whole: Indicator)
    -> Indicator
  {
    Indicator("care.beds.\(name)", .share, zh: zh, en: en, .ratio, formula: .indicator(part) / .indicator(whole))
  }

  public static let nursingShare = bedShare(
    "nursing_share", zh: "护理型床位占比", en: "Nursing-type share of beds", nursingBeds, of: bedStock)
  public static let publicNursingShare = bedShare(
    "public_nursing_share", zh: "公办机构护理型床位占比", en: "Nursing-type share of public beds", publicNursingBeds,
    of: publicBeds)
  public static let dementiaPerTenThousand = Indicator(
    "care.beds.dementia_per_10k", .bedsPerTenThousand, zh: "每万老年人认知症照护床位",
    en: "Dementia-care beds per 10 000 older people", .ratio, population: .registered,
    formula: .tenThousand * .indicator(dementiaBeds) / registered60Plus)

  public static let bedsPerTenThousand = Indicator(
    "care.beds.per_10k", .bedsPerTenThousand, zh: "每万老年人养老机构床位",
    en: "Institutional beds per 10 000 older people", .ratio, population: .registered,
    formula: .tenThousand * .indicator(bedStock) / registered60Plus)

  static let bedIndicators = [
    capacityShare, bedStock, nursingBeds, publicBeds, publicNursingBeds, dementiaBeds, familyBeds, nursingShare,
    publicNursingShare, dementiaPerTenThousand, bedsPerTenThousand,
  ]
}
