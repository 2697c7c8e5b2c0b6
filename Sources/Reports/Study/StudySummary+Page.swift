import Domain
import Simulation
import Studies
import StudyStore
import Tables

/// A study as a page: between which values outcomes lie, drawn as its design allows.
extension StudySummary {
  mutating func addUp(_ point: StudyPoint, _ values: [Double]) {
    var column = 0
    for (place, axis) in study.axes.enumerated() {
      // What moves together is told by the first of it.
      if let value = point.figures[column] {
        var sums = levels[place][value] ?? values.map { _ in (0, 0) }
        for (outcome, value) in values.enumerated() where !value.isNaN {
          sums[outcome] = (sums[outcome].sum + value, sums[outcome].count + 1)
        }
        levels[place][value] = sums
      }
      column += axis.parts.count
    }
  }

  /// - Parameters:
  ///   - tally: what became of the points.
  ///   - findings: what the design allows to say of what outcomes depend on.
  public func page(
    _ tally: Sweep.Tally, _ findings: [SensitivityFinding], _ names: InputNames, language: Language
  ) -> Document {
    let say = language.say
    var sections = [Document.Section(say("结果在哪些值之间", "Between which values"), [.table(outcomeTable(language))])]
    if !center.isEmpty {
      sections.append(
        Document.Section(say("单独改变时", "Each moved alone"), study.outcomes.indices.map { tornadoFigure($0, language) }))
    } else if study.design == .grid {
      let figures = study.outcomes.indices.flatMap { outcome in
        study.axes.indices.compactMap { curve(outcome, axis: $0, language) }
      }
      if !figures.isEmpty {
        sections.append(Document.Section(say("随每项输入的变化（其余取平均）", "By each input, the others averaged"), figures))
      }
    }
    // Ends moved alone are drawn already.
    let told = center.isEmpty ? findings.filter { $0.sensitivity != nil } : []
    let depends = SensitivityPage(title: "", told, names, onlyDead: false, language: language).sections
    return Document(
      style: language == .zh ? .chinese : .english,
      title: say("研究：\(study.title?.zh ?? study.name)", "Study: \(study.title?.en ?? study.name)"),
      subtitle: say(
        "\(tally.done) 点 · 失败 \(tally.failed)", "\(tally.done) points · \(tally.failed) failed"),
      sections: sections + depends)
  }

  private func tornadoFigure(_ outcome: Int, _ language: Language) -> Document.Section.Part {
    let say = language.say
    let wanted = study.outcomes[outcome]
    let found = swings(outcome).prefix(StudySummary.shown)
    let sizes = found.flatMap { [$0.low, $0.high].compactMap(\.self) }.filter { !$0.isNaN }.map(abs)
    let format = LevelFormat(units[outcome], largest: sizes.max() ?? 0, language: language)
    let base = LevelFormat(units[outcome], largest: abs(center[outcome]), language: language)
    let still = "\(base.level.text(center[outcome])) \(base.unit)"
    func bar(_ value: Double?) -> GroupPlot.Bar? { value.flatMap { $0.isNaN ? nil : .init($0) } }
    func told(_ value: Double?) -> String { value.map { $0.isNaN ? "–" : format.change.text($0) } ?? "–" }
    let rows = found.map { GroupPlot.Row(label(of: study.axes[$0.axis])(language), [bar($0.low), bar($0.high)]) }
    let words = found.prefix(3).map { "\(label(of: study.axes[$0.axis])(language)) \(told($0.low)) / \(told($0.high))" }
    let name = "\(wanted.name)\(study.worlds == .central ? "" : " \(wanted.statistic.rawValue)")"
    let chart = Chart(
      id: "tornado-\(outcome)",
      title: say("\(name)（\(format.unit)）：单独改变时的差", "\(name) (\(format.unit)): difference when moved alone"),
      description: say("情景本身 \(still)。", "The scenario itself: \(still). ") + words.joined(separator: say("；", "; ")),
      .groups(
        GroupPlot(
          [say("下端", "lower end"), say("上端", "upper end")], rows, unit: format.unit, format: format.change)))
    return .figure(chart, tornado(outcome, language))
  }

  /// The mean of an outcome at each value of an axis; nil where there are too few.
  private func curve(_ outcome: Int, axis: Int, _ language: Language) -> Document.Section.Part? {
    let say = language.say
    let points = levels[axis].compactMap { value, sums in
      sums[outcome].count > 0 ? CurvePlot.Point(value, sums[outcome].sum / Double(sums[outcome].count)) : nil
    }.sorted { $0.x < $1.x }
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    let format = LevelFormat(units[outcome], largest: points.map { abs($0.y) }.max() ?? 0, language: language)
    let (unit, axisName) = (unit(of: study.axes[axis]), study.axes[axis].name)
    let wanted = study.outcomes[outcome]
    let name = "\(wanted.name)\(study.worlds == .central ? "" : " \(wanted.statistic.rawValue)")"
    let across = unit?.format() ?? NumberFormat(decimals: 2)
    let title = "\(name) (\(format.unit))"
    var table = Table(columns: [
      Column("value", header: axisName, alignment: .trailing), Column("mean", header: title, alignment: .trailing),
    ])
    for point in points { table.append([.number(point.x, across), .number(point.y, format.level)]) }
    let chart = Chart(
      id: "curve-\(outcome)-\(axis)", title: say("\(title)，按 \(axisName)", "\(title), by \(axisName)"),
      description: say(
        "\(across.text(first.x)) 时 \(format.level.text(first.y))，\(across.text(last.x)) 时 \(format.level.text(last.y))。",
        "\(format.level.text(first.y)) at \(across.text(first.x)), \(format.level.text(last.y)) at \(across.text(last.x))."
      ),
      .curve(
        CurvePlot(
          points, xUnit: axisName, yUnit: format.unit, xFormat: across, yFormat: format.level)))
    return .figure(chart, table)
  }

  /// In what an axis is told; nil where it is a factor.
  private func unit(of axis: Axis) -> Unit? {
    if case .change(let override, _) = axis.parts[0].kind, case .multiply = override.change { return nil }
    return parameters[String(axis.parts[0].address.prefix { $0 != "@" })]
  }
}
