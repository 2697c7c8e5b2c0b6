import CSV
import Care
import Domain
import Formulas
import Inputs
import Simulation
import Tables

extension ReportWriter {
  /// How firm the inputs are, and what is left out.
  var basis: Section {
    let values = dataset.city.values.keys.sorted().flatMap { dataset.city.values[$0]?.all ?? [] }
    let counts = Evidence.allCases.map { evidence in
      "\(evidence.label(language)) \(values.filter { $0.evidence == evidence }.count)"
    }
    let recalled = dataset.city.values.keys.sorted().filter { path in
      dataset.city.values[path]?.all.contains { $0.evidence == .recalled } == true
    }
    var points =
      [
        say(
          "参数的取值 \(values.count) 个：\(counts.joined(separator: "，"))。来源和范围见 manifest.json 与数据集的 SOURCES.md。",
          "Values of parameters: \(values.count) – \(counts.joined(separator: ", ")). Sources: manifest.json and the dataset's SOURCES.md."
        ),
        reading,
        knownSeries,
      ] + chance
    if !recalled.isEmpty {
      points.append(
        say(
          "用到“回忆值”的参数：\(recalled.joined(separator: "、"))，发表前请核对。",
          "Parameters that rest on recalled figures: \(recalled.joined(separator: ", ")); check before publishing."))
    }
    let changed = dataset.seal.changed
    if !changed.isEmpty {
      points.append(
        say(
          "数据集封存之后有改动：\(changed.joined(separator: "、"))。",
          "Changed since the dataset was sealed: \(changed.joined(separator: ", "))."))
    }
    points += effectNotes + runNotes
    if results.plan.allocation != nil {
      points.append(
        say(
          "福彩公益金按规则分配，其需求、用途权数和各账户份额（fund.*）多为假设。",
          "The lottery fund is shared out under its rules; needs, weights of uses and shares of accounts (fund.*) are mostly assumed."
        ))
    }
    return Section(say("本结果的把握", "What this rests on"), [.points(points)])
  }

  /// The series that published figures bind, each with the last year it is known for.
  private var knownSeries: String {
    let held = results.indicators.filter { results.plan.isAnchor($0.name) || $0.observation == .holds }
    let known = held.compactMap { indicator -> String? in
      let years = results.plan.observations.all.filter {
        $0.indicator == indicator.name && $0.area == results.areas.cityIndex && $0.evidence.isFirm
          && $0.year > results.plan.city.baseYear
      }.map(\.year)
      guard indicator.basis == .simulated, let last = years.max() else { return nil }
      return "\(indicator.label(language)) \(last)"
    }
    guard !known.isEmpty else {
      return say("没有用到基年以后的公布数。", "No figure published after the base year is used.")
    }
    return say(
      "按公布数、其后由模型推算（到哪一年）：\(known.joined(separator: "，"))。常住 60+、65+ 来自抽样，只作对照。",
      "Held to published figures up to the year named, then carried on: \(known.joined(separator: ", ")). Residents aged 60+ and "
        + "65+ come from samples and are only compared.")
  }

  /// What the scenario changes, a line each.
  var changes: Section? {
    let changes = results.plan.scenario.overrides
    guard !changes.isEmpty else { return nil }
    let values = dataset.city.allValues
    let declared = results.plan.parameters.all.map { ($0.parameter.path, $0.parameter.unit) }
    let units = Dictionary(declared) { first, _ in first }
    let notes = zip(changes, results.plan.ineffective).map { warnings($0, $1) }
    let lines = zip(changes, notes).map { change, notes in
      let label = values[change.path]?.label(language) ?? ""
      let every = change.district == Override.everyDistrict ? say("所有区县", "every district") : nil
      let district =
        every ?? change.district.flatMap { results.areas.index(of: $0) }.map { results.areas[$0].label(language) }
      let place = district.map { say("，\($0)", ", \($0)") } ?? ""
      let what = say("（\(label)\(place)）", " (\(label)\(place)) ")
      let warnings = notes.map { say("【注意】\($0)", " – note: \($0)") }.joined()
      let set = words(change.change, units[change.path])
      return "\(change.path)\(what)\(set)  \(change.origin.file):\(change.origin.line)\(warnings)"
    }
    // What is to be noted comes first where not all can be shown.
    let noted = lines.indices.filter { !notes[$0].isEmpty }
    let order = lines.count > mostChanges ? noted + lines.indices.filter { !noted.contains($0) } : Array(lines.indices)
    let shown = order.prefix(max(mostChanges, noted.count)).map { lines[$0] }
    let rest = lines.count - shown.count
    let more = rest > 0 ? [say("另有 \(rest) 处，见 manifest.json", "and \(rest) more: see manifest.json")] : []
    return Section(
      unnumbered: say("本情景的改动 \(lines.count) 处", "What this scenario changes: \(lines.count)"),
      [.points(shown + more)])
  }

  /// Changes that have no effect in some years, or in all.
  private var effectNotes: [String] {
    let overruled = results.plan.overruled.map { change, indicator in
      say(
        "\(change.origin.file):\(change.origin.line) 对 \(change.path) 的修改，在已公布“\(indicator.label.zh)”的年份以公布数为准。",
        "\(change.origin.file):\(change.origin.line): where \(indicator.label.en) is published, it overrules the change of "
          + "\(change.path).")
    }
    return overruled
  }

  /// Where a change has no effect, and districts that it leaves as they are.
  private func warnings(_ change: Override, _ ineffective: Plan.Ineffective?) -> [String] {
    var notes: [String] = []
    switch ineffective {
    case .begins(let last)?:
      notes.append(say("\(last) 年以后才开始，本次不起作用", "begins after \(last) and has no effect here"))
    case .ends(let first)?:
      notes.append(say("在 \(first) 年以前已结束，不起作用", "ends before \(first) and has no effect"))
    case .unread?:
      notes.append(say("本次没有任何计算用到它，不起作用", "nothing in this run reads it, so it has no effect"))
    case .replaced(let other)?:
      let place = "\(other.origin.file):\(other.origin.line)"
      notes.append(
        say(
          "\(place) 的 \(other.path) 取代了它，不起作用", "\(place) sets \(other.path) in its place, so that it has no effect"))
    case nil: break
    }
    let own = results.plan.keepingTheirOwn(change).map { results.areas[$0].label(language) }
    if !own.isEmpty {
      let names = own.joined(separator: say("、", ", "))
      notes.append(
        say(
          "\(names)有自己的值，不受影响；要一并替换，写 districts: {\"*\": …}",
          "leaves \(names), which have values of their own; to replace these too, write districts: {\"*\": …}"))
    }
    return notes
  }

  /// A change as it would be written in a scenario.
  private func words(_ change: Override.Change, _ unit: Unit?) -> String {
    func plain(_ value: Double) -> String { decimalText(value) ?? "" }
    func written(_ value: Double) -> String { unit.map { Quantity.written(value, in: $0) } ?? plain(value) }
    switch change {
    case .standing(let value):
      return say("\(results.plan.knownUntil + 1) 年起 ", "from \(results.plan.knownUntil + 1) ") + written(value)
    case .points(let points, _):
      return points.map { "\($0.from.isFirstOfYear ? "\($0.from.year)" : $0.from.description): \(written($0.value))" }
        .joined(separator: ", ")
    case .multiply(let factor, let from, let to): return "\(from)–\(to.map(String.init) ?? "") × \(plain(factor))"
    case .add(let amount, let from, let to): return "\(from)–\(to.map(String.init) ?? "") + \(written(amount))"
    }
  }

  private var reading: String {
    let plan = results.plan
    let isWide = Care.readsWidely(plan.parameters, city: results.areas.cityIndex, baseYear: plan.city.baseYear)
    let label = dataset.city.values[Care.reading.path]?.label(language) ?? ""
    let own = label.choice(isWide ? 2 : 1)
    let (name, words) = own ?? (label, "\(isWide ? 2 : 1)")
    let year = keyYear
    let factor = results.city(Care.disabledOtherReading, year).flatMap { other in
      results.city(Care.disabled, year).map { other / $0 }
    }
    return say(
      "\(name)：本次为\(words)。这是需求一侧最大的不确定：若\(otherReading)，\(year) 年失能人数是本次的 "
        + "\(number(factor, decimals: 2)) 倍（care.ability.reading）。",
      "\(name): \(words) in this run (care.ability.reading). It is the largest uncertainty of the need: if \(otherReading), "
        + "the disabled of \(year) are \(number(factor, decimals: 2)) times as many.")
  }
}

/// A plan carried out in full changes too much for a page.
private let mostChanges = 12
