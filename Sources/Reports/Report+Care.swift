import Domain
import Simulation
import Tables

extension ReportWriter {
  private var count: NumberFormat { NumberFormat() }
  private var share: NumberFormat { .percent() }
  private var oneDecimal: NumberFormat { NumberFormat(decimals: 1) }

  /// People by ability and where they are cared for.
  var need: String {
    let levels = Ability.allCases.map { level in
      (name: "care.people.\(level.name)", label: say(level.label.zh, "Ability \(level.label.en)"), format: peopleFormat)
    }
    let table = byYear(
      say("常住 60 岁及以上（\(peopleUnit)）", "Residents aged 60+ (\(peopleUnit))"),
      levels + [
        ("care.people.disabled", say("失能（中度及以上）", "Disabled (moderate and worse)"), peopleFormat),
        ("care.people.disabled_other_reading", say("失能，另一口径", "Disabled, other reading"), peopleFormat),
        ("care.people.dementia", say("认知症", "With dementia"), peopleFormat),
        ("care.setting.institution", say("住机构", "In institutions"), peopleFormat),
        ("care.setting.community", say("社区照护", "Community care"), peopleFormat),
        ("care.setting.family_bed", say("家庭养老床位", "Family care bed"), peopleFormat),
        ("care.unmet_need", say("未满足需求（按标准）", "Unmet need (against the norm)"), peopleFormat),
      ])
    return heading(say("二、失能与照护需求", "2. Ability and need for care")) + indented(table)
  }

  /// Beds against the plan, and by district.
  var beds: String {
    let table = byYear(
      say("全市（张）", "City (beds)"),
      [
        ("care.beds.stock", say("机构床位", "Institutional beds"), count),
        ("care.beds.demand", say("机构床位需求", "Demand"), count),
        ("care.beds.occupancy", say("使用率", "Occupancy"), share),
        ("care.beds.shortage", say("短缺（超过可用床位的需求）", "Shortage (demand beyond usable beds)"), count),
        ("care.beds.nursing_share", say("护理型占比", "Nursing-type share"), share),
        ("care.beds.nursing_gap", say("护理型缺口", "Demand beyond nursing-type beds"), count),
        ("care.beds.public_nursing_share", say("公办机构护理型占比", "Nursing-type share, public"), share),
        ("care.beds.dementia", say("认知症照护床位", "Dementia-care beds"), count),
        ("care.beds.dementia_per_10k", say("每万老年人认知症床位", "Dementia-care beds per 10 000"), oneDecimal),
        ("care.beds.family_care", say("家庭养老床位", "Family care beds"), count),
      ])
    let year = planYear ?? lastYear
    let districts = byArea(
      say("\(year) 年", "\(year)"),
      [
        (
          say("失能（人）", "disabled"),
          { area in cell(results.value("care.people.disabled", area: area, year: year), count) }
        ),
        (say("床位", "beds"), { area in cell(results.value("care.beds.stock", area: area, year: year), count) }),
        (say("需求", "demand"), { area in cell(results.value("care.beds.demand", area: area, year: year), count) }),
        (
          say("使用率", "occupancy"), { area in cell(results.value("care.beds.occupancy", area: area, year: year), share) }
        ),
        (
          say("使用率 \(lastYear)", "occupancy \(lastYear)"),
          { area in cell(results.value("care.beds.occupancy", area: area, year: lastYear), share) }
        ),
        (
          say("认知症床位/万", "dementia beds/10k"),
          { area in cell(results.value("care.beds.dementia_per_10k", area: area, year: year), oneDecimal) }
        ),
        (say("未满足需求", "unmet need"), { area in cell(results.value("care.unmet_need", area: area, year: year), count) }),
      ])
    return heading(say("三、床位", "3. Beds")) + indented(table) + "\n" + indented(districts)
  }

  /// Care workers against the need and the plan.
  var workers: String {
    let table = byYear(
      say("全市（人）", "City (persons)"),
      [
        ("care.workers.needed", say("所需护理员", "Care workers needed"), count),
        ("care.workers.stock", say("全部护理员", "All care workers"), count),
        ("care.workers.shortage", say("缺口（负数为富余）", "Shortage (negative: surplus)"), count),
        ("care.workers.certified", say("持证护理员", "Certified"), count),
        ("care.workers.certified_per_10k", say("每万户籍老年人持证", "Certified per 10 000 registered 60+"), oneDecimal),
        ("care.workers.senior_share", say("高级和技师级占比", "Senior and technician-level share"), share),
      ])
    return heading(say("四、护理员", "4. Care workers")) + indented(table)
  }

  /// The standards in force and to come, who gets benefits and what is paid.
  var standards: String {
    let amounts: [Unit] = [.yuanPerPersonYear, .yuanPerPersonMonth, .share, .ratio]
    let rows = Model.standards.filter { $0.isPublished && amounts.contains($0.unit) }.map { indicator in
      let unit = unitWord(indicator.unit)
      return (name: indicator.name, label: indicator.label(language) + unit, format: format(of: indicator.unit))
    }
    let recipients = dataset.city.benefits.compactMap { benefit in
      benefit.recipients.map { (name: $0.name, label: benefit.label(language), format: count) }
    }
    let payments = dataset.city.benefits.compactMap { benefit in
      benefit.payment.map { (name: $0.name, label: benefit.label(language), format: millions) }
    }
    let sum = (name: Model.benefitPayments.name, label: say("合计", "All"), format: millions)
    return heading(say("五、待遇", "5. Benefits"))
      + indented(byYear(say("标准", "Standards"), rows)) + "\n"
      + indented(byYear(say("人数", "Recipients"), recipients)) + "\n"
      + indented(byYear(say("支出（百万元）", "Payments (million yuan)"), payments + [sum]))
  }

  private var millions: NumberFormat { NumberFormat(decimals: 1, scale: .init(powerOfTen: 6)) }

  private func format(of unit: Unit) -> NumberFormat {
    switch unit {
    case .share: share
    case .ratio: NumberFormat(decimals: 2)
    default: count
    }
  }

  private func unitWord(_ unit: Unit) -> String {
    switch unit {
    case .yuanPerPersonYear: say("（元/人·年）", " (yuan/person/year)")
    case .yuanPerPersonMonth: say("（元/人·月）", " (yuan/person/month)")
    default: ""
    }
  }
}
