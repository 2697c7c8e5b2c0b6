import Domain
import Formulas
import Simulation
import Studies
import StudyStore
import Tables

/// What a reader takes from a study at once: between which values each outcome lies, and where.
public struct StudySummary {
  let study: Study
  let units: [Unit]
  /// Names of parameters by path.
  private let labels: [String: Label]
  var extremes: [(low: (value: Double, id: Int), high: (value: Double, id: Int))?]
  /// The first point's values, where it is the scenario itself.
  var center: [Double] = []
  /// Of a study of one thing at a time: by axis and end, the values.
  var alone: [[[Double]]]
  private let ends: [(axis: Int, end: Int)]
  /// Of a grid: by axis and value, the sum of each outcome and how many points it is of.
  var levels: [[Double: [(sum: Double, count: Int)]]]
  let parameters: [String: Unit]

  public init(_ study: Study, _ city: City) {
    self.study = study
    labels = city.allValues.mapValues(\.label)
    let known = Dictionary(city.model.published.map { ($0.name, $0.unit) }) { first, _ in first }
    units = study.outcomes.map { known[$0.outcome.indicator] ?? .ratio }
    extremes = Array(repeating: nil, count: study.outcomes.count)
    ends =
      study.design == .oneAtATime
      ? study.axes.enumerated().flatMap { place, axis in axis.ends.indices.map { (axis: place, end: $0) } } : []
    levels = study.design == .grid ? study.axes.map { _ in [:] } : []
    parameters = Dictionary(city.model.parameters.map { ($0.path, $0.unit) }) { first, _ in first }
    alone = study.design == .oneAtATime ? study.axes.map { $0.ends.map { _ in [] } } : []
  }

  public mutating func append(_ point: StudyPoint, _ stored: StoredPoint) {
    guard case .values(let values) = stored else { return }
    for (place, value) in values.enumerated() where !value.isNaN {
      guard let known = extremes[place] else {
        extremes[place] = ((value, point.id), (value, point.id))
        continue
      }
      if value < known.low.value { extremes[place]?.low = (value, point.id) }
      if value > known.high.value { extremes[place]?.high = (value, point.id) }
    }
    if study.design == .grid { addUp(point, values) }
    guard study.design == .oneAtATime else { return }
    if point.id == 1 { center = values } else { alone[ends[point.id - 2].axis][ends[point.id - 2].end] = values }
  }

  /// - Parameter tally: what became of the points.
  public func text(_ tally: Sweep.Tally, language: Language) -> String {
    let say = language.say
    let head = say(
      "\(study.title?.zh ?? study.name)：\(tally.done) 点；沿用 \(tally.reused)，计算 \(tally.computed)，失败 \(tally.failed)。",
      "\(study.title?.en ?? study.name): \(tally.done) points; \(tally.reused) reused, \(tally.computed) computed, \(tally.failed) failed."
    )
    let tables = [outcomeTable(language)] + tornadoes(language)
    return ([head] + tables.map { $0.text() }).joined(separator: "\n\n") + "\n"
  }

  func outcomeTable(_ language: Language) -> Table {
    let say = language.say
    var table = Table(columns: [
      Column("outcome", header: say("结果", "Outcome")), Column("statistic", header: say("统计量", "Statistic")),
      Column("unit", header: say("单位", "Unit")), Column("low", header: say("最低", "Lowest"), alignment: .trailing),
      Column("low_id", header: say("在点", "at point"), alignment: .trailing),
      Column("high", header: say("最高", "Highest"), alignment: .trailing),
      Column("high_id", header: say("在点 ", "at point "), alignment: .trailing),
    ])
    for (place, wanted) in study.outcomes.enumerated() {
      let format = units[place].format()
      let cells: [Cell] =
        extremes[place].map {
          [
            .number($0.low.value, format), .number(Double($0.low.id), .year), .number($0.high.value, format),
            .number(Double($0.high.id), .year),
          ]
        } ?? [.text("–"), .empty, .text("–"), .empty]
      table.append(
        [.text(wanted.name), .text(wanted.statistic.rawValue), .text(units[place].shownName(language))] + cells)
    }
    return table
  }

  /// For each outcome, the axes that move it most when each is moved alone.
  private func tornadoes(_ language: Language) -> [Table] {
    guard !center.isEmpty else { return [] }
    return study.outcomes.indices.map { tornado($0, language) }
  }

  static let shown = 12

  /// What an axis is called: its parameter's name, of several the first one's.
  func label(of axis: Axis) -> Label {
    let path = axis.parts[0].address.prefix { $0 != "@" }
    return labels[String(path)] ?? Label(zh: axis.name, en: axis.name)
  }

  func tornado(_ outcome: Int, _ language: Language) -> Table {
    let say = language.say
    let wanted = study.outcomes[outcome]
    let format = units[outcome].format(sign: .always)
    let base = Cell.number(center[outcome], units[outcome].format())
    var table = Table(
      title: say("\(wanted.name)（\(wanted.statistic.rawValue)，", "\(wanted.name) (\(wanted.statistic.rawValue), ")
        + units[outcome].shownName(language) + say("）：单独改变时的差", "): difference when moved alone"),
      columns: [
        Column("label", header: say("改变", "Moved")), Column("axis", header: say("地址", "Address")),
        Column("low", header: say("下端", "Lower end"), alignment: .trailing),
        Column("high", header: say("上端", "Upper end"), alignment: .trailing),
      ])
    table.append([.text(say("情景本身", "the scenario itself")), .empty, base, .empty])
    table.appendRule()
    let sorted = swings(outcome)
    func cell(_ value: Double?) -> Cell { value.map { .number($0, format) } ?? .text(say("失败", "failed")) }
    for row in sorted.prefix(StudySummary.shown) {
      let axis = study.axes[row.axis]
      table.append([.text(label(of: axis)(language)), .text(axis.name), cell(row.low), cell(row.high)])
    }
    let (less, still) = (max(sorted.count - StudySummary.shown, 0), study.axes.count - sorted.count)
    table.appendNote(
      say(
        "另有 \(less) 项影响更小，\(still) 项没有影响或没有算出。",
        "\(less) others move it less; \(still) do not move it or came to nothing."))
    return table
  }

  /// What an outcome differs by at the ends of each axis that moves it, the widest first.
  func swings(_ outcome: Int) -> [(axis: Int, low: Double?, high: Double?, spread: Double)] {
    let swings = study.axes.indices.compactMap { axis -> (axis: Int, low: Double?, high: Double?, spread: Double)? in
      let differences = alone[axis].map { $0.isEmpty ? nil : $0[outcome] - center[outcome] }
      let found = differences.compactMap { $0 }.filter { !$0.isNaN }
      guard let most = found.map({ abs($0) }).max(), most > 0 else { return nil }
      return (
        axis, differences.first ?? nil, differences.last ?? nil, max(found.max() ?? 0, 0) - min(found.min() ?? 0, 0)
      )
    }
    return swings.sorted { $0.spread == $1.spread ? $0.axis < $1.axis : $0.spread > $1.spread }
  }
}
