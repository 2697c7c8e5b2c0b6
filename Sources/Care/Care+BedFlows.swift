import Domain
import Formulas

/// What is done to beds in a year: never more than there is to do it to.
///
/// A scenario may order more; what it ordered in vain is counted, and costs nothing.
extension Care {
  static func out(_ flow: Parameter) -> Formula { .shareOut(flow, by: share) }

  private static func lastYear(_ stock: String) -> Formula {
    .lastYear(.indicator(name: "care.beds.\(stock)", unit: .beds))
  }

  private static func flow(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.beds.\(name)", .beds, zh: zh, en: en, isPublished: false, formula: formula)
  }

  private static func atMost(_ ordered: Formula, _ room: Formula) -> Formula {
    .larger(.smaller(ordered, room), .zero(.beds))
  }

  // MARK: - What is done

  public static let bedsBuilt = flow("built", zh: "新建床位", en: "Beds built", out(build))
  static let bedsRetired = flow(
    "retired", zh: "退出床位", en: "Beds retired", .smaller(out(retire), lastYear("stock") + .indicator(bedsBuilt)))

  /// A public bed is one of those built.
  public static let publicBedsBuilt = flow(
    "public_built", zh: "新建公办床位", en: "Public beds built", .smaller(out(publicBuild), .indicator(bedsBuilt)))

  static let nursingUnconverted =
    lastYear("nursing") + .indicator(bedsBuilt) * .parameter(buildNursingShare)
    - .indicator(bedsRetired) * .parameter(retireNursingShare)

  /// At most the beds that are not of nursing type yet.
  public static let bedsConverted = flow(
    "converted", zh: "改造为护理型的床位", en: "Beds converted",
    atMost(out(convert), .indicator(bedStock) - nursingUnconverted))

  static let publicNursingUnconverted =
    lastYear("public_nursing") + .indicator(publicBedsBuilt) * .parameter(publicBuildNursingShare)
    - out(publicRetire) * .parameter(publicRetireNursingShare)

  /// Of the beds converted: at most the public ones that are not of nursing type yet.
  static let publicBedsConverted = flow(
    "public_converted", zh: "改造为护理型的公办床位", en: "Public beds converted",
    atMost(
      out(publicConvert), .smaller(.indicator(publicBeds) - publicNursingUnconverted, .indicator(bedsConverted))))

  public static let dementiaBedsBuilt = flow(
    "dementia_built", zh: "新增认知症床位", en: "Dementia-care beds built",
    atMost(out(dementiaBuild), .indicator(bedStock) - lastYear("dementia")))

  // MARK: - What is ordered in vain

  private static func inVain(_ name: String, zh: String, en: String, _ ordered: Formula, _ done: Indicator)
    -> Indicator
  {
    Indicator(
      "care.in_vain.\(name)", .beds, zh: "无法落实：\(zh)", en: "Ordered in vain: \(en)",
      formula: .larger(ordered - .indicator(done), .zero(.beds)))
  }

  /// Orders beyond what there was to do.
  public static let bedsInVain = [
    inVain("convert", zh: "护理型改造", en: "beds to convert", out(convert), bedsConverted),
    inVain("public_build", zh: "公办床位建设", en: "public beds to build", out(publicBuild), publicBedsBuilt),
    inVain("public_convert", zh: "公办护理型改造", en: "public beds to convert", out(publicConvert), publicBedsConverted),
    inVain("dementia_build", zh: "认知症床位", en: "dementia-care beds", out(dementiaBuild), dementiaBedsBuilt),
    inVain("retire", zh: "床位退出", en: "beds to retire", out(retire), bedsRetired),
  ]

  static let bedFlowIndicators =
    [bedsBuilt, bedsRetired, publicBedsBuilt, bedsConverted, publicBedsConverted, dementiaBedsBuilt] + bedsInVain
}
