import Benefits
import Care
import Domain
import Simulation
import Tables

extension ReportWriter {
  private var count: NumberFormat { NumberFormat() }
  private var share: NumberFormat { .percent() }
  private var oneDecimal: NumberFormat { NumberFormat(decimals: 1) }

  /// People by ability and where they are cared for.
  var need: Section {
    let levels = Ability.allCases.compactMap { level in
      Care.people[level].map { YearRow($0, say(level.label.zh, "Ability \(level.label.en)"), peopleFormat) }
    }
    let table = byYear(
      say("常住 60 岁及以上（\(peopleUnit)）", "Residents aged 60+ (\(peopleUnit))"),
      levels + [
        .init(Care.disabled, say("失能（中度及以上）", "Disabled (moderate and worse)"), peopleFormat),
        .init(Care.disabledOtherReading, say("失能，若\(otherReading)", "Disabled if \(otherReading)"), peopleFormat),
        .init(Care.dementia, say("认知症", "With dementia"), peopleFormat),
        .init(Care.inInstitution, say("住机构", "In institutions"), peopleFormat),
        .init(Care.inCommunity, say("社区照护", "Community care"), peopleFormat),
        .init(Care.inFamilyBed, say("家庭养老床位", "Family care bed"), peopleFormat),
        .init(Care.unmetNeed, say("未满足需求（按标准）", "Unmet need (against the norm)"), peopleFormat),
      ])
    return Section(say("失能与照护需求", "Ability and need for care"), [.table(table)])
  }

  /// Beds of one area.
  var ownBeds: Section { Section(say("床位", "Beds"), [.table(bedsByYear), .points(emptyBeds)]) }

  private var bedsByYear: Table {
    byYear(
      heading(say("张", "beds")),
      [
        .init(Care.bedStock, say("机构床位", "Institutional beds"), count),
        .init(Care.bedDemand, say("机构床位需求", "Demand"), count),
        .init(Care.occupancy, say("使用率", "Occupancy"), share),
        .init(Care.bedShortage, say("短缺（超过可用床位的需求）", "Shortage (demand beyond usable beds)"), count),
        .init(Care.nursingShare, say("护理型占比", "Nursing-type share"), share),
        .init(Care.nursingGap, say("护理型缺口", "Demand beyond nursing-type beds"), count),
        .init(Care.publicNursingShare, say("公办机构护理型占比", "Nursing-type share, public"), share),
        .init(Care.dementiaBeds, say("认知症照护床位", "Dementia-care beds"), count),
        .init(Care.dementiaPerTenThousand, say("每万老年人认知症床位", "Dementia-care beds per 10 000"), oneDecimal),
        .init(Care.familyBeds, say("家庭养老床位", "Family care beds"), count),
      ])
  }

  /// Beds against the plan, and by district.
  var beds: Section {
    let year = keyYear
    let districts = byArea(
      say("\(year) 年", "\(year)"),
      [
        (
          say("失能（人）", "disabled"),
          { area in cell(results.value(Care.disabled, area: area, year: year), count) }
        ),
        (say("床位", "beds"), { area in cell(results.value(Care.bedStock, area: area, year: year), count) }),
        (say("需求", "demand"), { area in cell(results.value(Care.bedDemand, area: area, year: year), count) }),
        (
          say("使用率", "occupancy"), { area in cell(results.value(Care.occupancy, area: area, year: year), share) }
        ),
        (
          say("使用率 \(lastYear)", "occupancy \(lastYear)"),
          { area in cell(results.value(Care.occupancy, area: area, year: lastYear), share) }
        ),
        (
          say("认知症床位/万", "dementia beds/10k"),
          { area in cell(results.value(Care.dementiaPerTenThousand, area: area, year: year), oneDecimal) }
        ),
        (say("未满足需求", "unmet need"), { area in cell(results.value(Care.unmetNeed, area: area, year: year), count) }),
      ])
    return Section(say("床位", "Beds"), [.table(bedsByYear), .table(districts), .points(emptyBeds)])
  }

  /// Why need is unmet beside empty beds, where it is.
  private var emptyBeds: [String] {
    let year = keyYear
    guard let unmet = value(Care.unmetNeed, year), let share = value(Care.occupancy, year), unmet > 0.5, share < 1,
      (value(Care.bedShortage, year) ?? 0) < 0.5
    else { return [] }
    return [
      say(
        "\(year) 年床位有余（使用率 \(percent(share))）而仍有 \(people(unmet))的需求未满足：未满足的是按标准应得照护而没有得到的人，"
          + "多数住在家中、没有申请入住机构，空床不能抵补；能补的是社区和居家服务。",
        "In \(year) beds are empty (occupancy \(percent(share))) while the need of \(people(unmet)) goes unmet: these should have care by the "
          + "norm and do not, most of them at home without asking for a place. Empty beds do not help them; care at home does."
      )
    ]
  }

  /// Care workers against the need and the plan.
  var workers: Section {
    let table = byYear(
      heading(say("人", "persons")),
      [
        .init(Care.workersNeeded, say("所需护理员", "Care workers needed"), count),
        .init(Care.workersAtWork, say("在岗护理员（折合）", "Care workers at work"), count),
        .init(Care.workerStock, say("全部护理员", "All care workers"), count),
        .init(Care.workersShort, say("缺口（负数为富余）", "Shortage (negative: surplus)"), count),
        .init(Care.workersLacking, say("缺人区县的缺口之和", "Lacking, districts that lack"), count),
        .init(Care.certified, say("持证护理员", "Certified"), count),
        .init(Care.certifiedPerTenThousand, say("每万户籍老年人持证", "Certified per 10 000 registered 60+"), oneDecimal),
        .init(Care.seniorShare, say("高级和技师级占比", "Senior and technician-level share"), share),
      ])
    return Section(say("护理员", "Care workers"), [.table(table)])
  }

  /// The standards in force and to come, who gets benefits and what is paid.
  var standards: Section {
    let amounts: [Unit] = [.yuanPerPersonYear, .yuanPerPersonMonth, .share, .ratio]
    let rows = Model.standards.filter { $0.isPublished && amounts.contains($0.unit) }.map { indicator in
      let unit = unitWord(indicator.unit)
      return YearRow(indicator, indicator.label(language) + unit, indicator.unit.format())
    }
    let recipients = dataset.city.benefits.map { YearRow($0.recipients, $0.label(language), count) }
    let payments = dataset.city.benefits.map { YearRow($0.payment, $0.label(language), millions) }
    let sum = YearRow(Model.benefitPayments, say("合计", "All"), millions)
    return Section(
      say("待遇", "Benefits"),
      [
        .table(byYear(say("标准", "Standards"), rows)), .table(byYear(say("人数", "Recipients"), recipients)),
        .table(byYear(say("支出（万元）", "Payments (million yuan)"), payments + [sum])),
      ])
  }

  private var millions: NumberFormat {
    language == .zh ? NumberFormat(decimals: 1, scale: .wan) : NumberFormat(decimals: 1, scale: .init(powerOfTen: 6))
  }

  /// The unit behind a standard's name; a share or a ratio says itself what it is.
  private func unitWord(_ unit: Unit) -> String {
    unit.dimension == .none ? "" : say("（\(unit.name(.zh))）", " (\(unit.name(.en)))")
  }
}
