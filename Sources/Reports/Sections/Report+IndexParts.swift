import Domain
import Simulation
import Tables
import Targets

/// What the index is made of, and the order of the districts.
extension ReportWriter {
  private var year: Year { keyYear }

  /// What the index of the plan's year is made of.
  var indexParts: Section.Part? {
    let parts = results.indexParts(area: results.areas.cityIndex, year: year)
    guard !parts.isEmpty else { return nil }
    var table = Table(columns: [
      Column("name", header: say("\(year) 年，全市", "\(year), city")),
      Column("share", header: say("权重", "Weight"), alignment: .trailing),
      Column("score", header: say("得分", "Score"), alignment: .trailing),
      Column("part", header: say("贡献", "Contribution"), alignment: .trailing),
      Column("level", header: say("范围", "For")), Column("basis", header: say("依据", "Basis")),
    ])
    for dimension in composite.dimensions(inCity: true) {
      table.appendSection(dimension.label(language))
      for part in parts where part.component.dimension == dimension {
        let level = part.component.level == .city ? say("全市", "city") : say("全市与区县", "city, districts")
        let isCarried = part.basis == .assumed
        table.append([
          .text(part.component.label(language)), .number(part.share, .percent(decimals: 0)), cell(part.score, score),
          cell(part.contribution, NumberFormat(decimals: 3)), .text(level),
          .text(isCarried ? say("沿用或路径", "carried or a path") : basisWord(part.basis)),
        ])
      }
    }
    return .table(table.noting([say("各项贡献之和等于总指数。", "The contributions add up to the total.")]))
  }

  /// The districts by their index, and how firm their order is.
  var indexOfDistricts: Section.Part? {
    let districts = results.areas.districts.indices.filter {
      results.value(CompositeIndex.whole, area: $0, year: year) != nil
    }
    guard districts.count > 1 else { return nil }
    let values = districts.map { results.value(CompositeIndex.whole, area: $0, year: year) ?? 0 }
    let trials = districts.map { results.indexTrials(area: $0, year: year) }
    let ranks = (0..<(trials.map(\.count).min() ?? 0)).map { trial in DistrictRanks.ranks(of: trials.map { $0[trial] })
    }
    let own = DistrictRanks.ranks(of: values)
    let dimensions = composite.dimensions(inCity: false)
    var table = Table(
      columns: [
        Column("area", header: say("\(year) 年，区县", "\(year), districts")),
        Column("rank", header: say("名次", "Rank"), alignment: .trailing),
        Column("total", header: say("总指数", "Index"), alignment: .trailing),
      ] + dimensions.map { Column($0.rawValue, header: $0.label(language), alignment: .trailing) }
        + [
          Column("range", header: say("名次八成落在", "Rank, 4 in 5"), alignment: .trailing),
          Column("same", header: say("名次不变", "Same rank"), alignment: .trailing),
        ])
    for place in districts.indices.sorted(by: { (own[$0], $0) < (own[$1], $1) }) {
      let area = districts[place]
      let found = ranks.map { $0[place] }
      let range = middle(found.map(Double.init).sorted())
      table.append(
        [.text(results.areas[area].label(language)), .number(Double(own[place]), .year), .number(values[place], score)]
          + dimensions.map { cell(results.value($0, area: area, year: year), score) }
          + [
            .text(range.map { "\(Int($0.low))–\(Int($0.high))" } ?? "–"),
            found.isEmpty
              ? .text("–")
              : .number(Double(found.count { $0 == own[place] }) / Double(found.count), .percent(decimals: 0)),
          ])
    }
    let note = say(
      "只用各区县不同的指标，所以与全市的总指数不可比；名次的稳定性来自同样的随机权重。",
      "Only components that differ by district, so not to be held against the city's total; ranks under the same random weights."
    )
    return .table(table.noting([note]))
  }
}

/// Places in an order, the largest first.
enum DistrictRanks {
  /// Equal values share the better place.
  static func ranks(of values: [Double]) -> [Int] {
    values.map { value in 1 + values.count { $0 > value } }
  }
}
