import Care
import Targets

extension Model {
  /// What is compared between districts. A new one is a line here.
  public static let gaps = [
    Gap(
      "beds", of: Care.bedsPerTenThousand, part: .indicator(Care.bedStock), whole: Care.registered60Plus,
      zh: "每万老年人机构床位", en: "Institutional beds per 10 000 older people"),
    Gap(
      "workers", of: Care.certifiedPerTenThousand, part: .indicator(Care.certified), whole: Care.registered60Plus,
      zh: "每万老年人持证护理员", en: "Certified care workers per 10 000 older people"),
    Gap(
      "need_met", of: Care.needMet, part: Care.metNeed, whole: .indicator(Care.normNeed), zh: "照护需求满足率",
      en: "Share of need met"),
  ]
}
