import Domain
import Formulas
import Studies
import Tables

/// What the difference of two numbers is made of, for readers and for programs.
public struct DifferencePage {
  /// One of the two numbers: a year of a scenario.
  public struct Side {
    let scenario: String
    let year: Year

    public init(scenario: String, year: Year) {
      self.scenario = scenario
      self.year = year
    }
  }

  private let difference: Difference
  private let indicator: Indicator
  private let area: Area
  private let sides: (start: Side, end: Side)
  private let language: Language

  public init(
    _ difference: Difference, _ indicator: Indicator, _ area: Area, from start: Side, to end: Side, language: Language
  ) {
    self.difference = difference
    self.indicator = indicator
    self.area = area
    sides = (start, end)
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
  private var change: Double { difference.end - difference.start }

  private func name(_ side: Side) -> String {
    sides.start.scenario == sides.end.scenario
      ? say("\(side.year) 年", "\(side.year)") : say("\(side.scenario) \(side.year) 年", "\(side.scenario) \(side.year)")
  }

  /// The two numbers, and a row a group.
  public var document: Document {
    let format = LevelFormat(
      indicator.unit, largest: max(abs(difference.start), abs(difference.end)), language: language)
    let place = area.label(language)
    return Document(
      style: language == .zh ? .chinese : .english,
      title: say(
        "\(indicator.label(language))（\(place)）：\(name(sides.start)) 到 \(name(sides.end))",
        "\(indicator.label(language)) (\(place)): \(name(sides.start)) to \(name(sides.end))"),
      subtitle: say("单位：\(format.unit)", "Unit: \(format.unit)"),
      sections: [Document.Section(unnumbered: nil, [.table(table(format)), .points(notes)])])
  }

  /// The rows alone for programs, in inside units and without a language.
  public var rows: Table {
    var table = Table(
      columns: ["group", "label_zh", "label_en", "exact", "p10", "p90", "ordered"].map { Column($0) })
    func number(_ value: Double?) -> Cell { value.map { .number($0, NumberFormat()) } ?? .empty }
    func add(_ key: String, _ label: Label, _ exact: Double, _ interval: ClosedRange<Double>?, _ ordered: Double?) {
      table.append([
        .text(key), .text(label.zh), .text(label.en), number(exact), number(interval?.lowerBound),
        number(interval?.upperBound), number(ordered),
      ])
    }
    for part in difference.parts { add(part.group.rawValue, part.group.label, part.exact, part.interval, part.ordered) }
    add("difference", Label(zh: "合计", en: "Difference"), change, difference.interval, change)
    for (key, side, value) in [("start", sides.start, difference.start), ("end", sides.end, difference.end)] {
      add(key, Label(zh: "\(side.scenario) \(side.year)", en: "\(side.scenario) \(side.year)"), value, nil, nil)
    }
    return table
  }

  private func table(_ format: LevelFormat) -> Table {
    var table = Table(columns: columns)
    func add(_ key: String, _ label: String, _ exact: Double, _ interval: ClosedRange<Double>?, _ ordered: Cell) {
      table.append([
        .text(key), .text(label), .number(exact, format.change),
        interval.map { .number($0.lowerBound, format.change) } ?? .empty,
        interval.map { .number($0.upperBound, format.change) } ?? .empty, ordered,
      ])
    }
    for part in difference.parts {
      add(
        part.group.rawValue, part.group.label(language), part.exact, part.interval,
        .number(part.ordered, format.change))
    }
    table.appendRule()
    add("difference", say("合计", "Difference"), change, difference.interval, .number(change, format.change))
    table.append([
      .text("start"), .text(name(sides.start)), .number(difference.start, format.level), .empty, .empty, .empty,
    ])
    table.append([
      .text("end"), .text(name(sides.end)), .number(difference.end, format.level), .empty, .empty, .empty,
    ])
    return table
  }

  private var columns: [Column] {
    [
      Column("group", header: say("组", "Group")), Column("label", header: say("含义", "Meaning")),
      Column("exact", header: say("贡献", "Share"), alignment: .trailing),
      Column("p10", header: "10%", alignment: .trailing), Column("p90", header: "90%", alignment: .trailing),
      Column("ordered", header: say("按次序", "In order"), alignment: .trailing),
    ]
  }

  private var notes: [String] {
    var notes: [String] = []
    if difference.parts.isEmpty { notes.append(say("两边处处相同。", "The two sides are the same everywhere.")) }
    notes.append(
      say(
        "贡献：各组改变的一切先后次序的平均，加起来正是差值；“按次序”依表中次序逐组改变，先后有别。没有列出的组两边相同。",
        "Share: averaged over all orders in which the groups may change; shares add up to the difference. In order: the groups change as listed. Groups that are not listed are the same on both sides."
      ))
    if difference.worlds > 0 {
      notes.append(
        say(
          "10% 和 90%：同样的 \(difference.worlds) 次模拟中各组贡献的分位数；分位数不能相加。",
          "10 and 90 %: quantiles of each share in the same \(difference.worlds) worlds; quantiles do not add up."))
    }
    if indicator.aggregation != .sum {
      notes.append(
        say(
          "这是比率或全市一个数：各区县的贡献加起来不是全市的。",
          "A ratio, or one number for the city: shares of districts do not add up to the city's.")
      )
    }
    return notes
  }

  /// For programs, with numbers in full and in inside units.
  public var json: String {
    func bounds(_ interval: ClosedRange<Double>?) -> [JSONValue.Member] {
      [
        .init("p10", interval.map { .number($0.lowerBound) } ?? .null),
        .init("p90", interval.map { .number($0.upperBound) } ?? .null),
      ]
    }
    func object(_ side: Side, _ value: Double) -> JSONValue {
      .object([
        .init("scenario", .text(side.scenario)), .init("year", .number(Double(side.year))),
        .init("value", .number(value)),
      ])
    }
    let parts = difference.parts.map { part in
      JSONValue.object(
        [
          .init("group", .text(part.group.rawValue)), .init("label_zh", .text(part.group.label.zh)),
          .init("label_en", .text(part.group.label.en)),
          .init("exact", .number(part.exact)), .init("ordered", .number(part.ordered)),
        ] + bounds(part.interval))
    }
    let members: [JSONValue.Member] =
      [
        .init("indicator", .text(indicator.name)), .init("label_zh", .text(indicator.label.zh)),
        .init("label_en", .text(indicator.label.en)),
        .init("district_code", .text(area.code)), .init("unit", .text(indicator.unit.symbol)),
        .init("start", object(sides.start, difference.start)), .init("end", object(sides.end, difference.end)),
        .init("difference", .number(change)),
      ] + bounds(difference.interval) + [
        .init("worlds", .number(Double(difference.worlds))),
        .init("adds_up_over_districts", .flag(indicator.aggregation == .sum)), .init("parts", .list(parts)),
      ]
    return JSONValue.object([
      .init("version", .number(ExplanationPage.version)), .init("difference", .object(members)),
    ]).fileText
  }
}
