import Domain
import Tables
import Uncertainty

/// The inputs of one outcome, a row each: every number that was measured, its interval and what it allows to say.
struct SensitivityTable {
  private let finding: SensitivityFinding
  private let found: Sensitivity
  private let names: InputNames
  private let shown: Int
  private let language: Language
  private let kinds: [Sensitivity.Kind]
  private let change: NumberFormat

  init(
    _ finding: SensitivityFinding, _ found: Sensitivity, _ names: InputNames, shown: Int, language: Language
  ) {
    self.finding = finding
    self.found = found
    self.names = names
    self.shown = shown
    self.language = language
    kinds = Sensitivity.Kind.allCases.filter { kind in
      // How far apart two ends are is seen from them.
      kind != .swing && found.inputs.contains { $0[kind] != nil }
    }
    let sizes = found.inputs.flatMap(\.measures).filter { !$0.kind.isShare }.map { abs($0.value) }
    change = Self.format(finding.unit, upTo: sizes.max() ?? 0, language)
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  private static func format(_ unit: Unit?, upTo largest: Double, _ language: Language) -> NumberFormat {
    if let unit { return unit.format(sign: .always) }
    // Three digits of the largest.
    var (decimals, scaled) = (0, largest)
    while scaled > 0, scaled < 100, decimals < 9 { (decimals, scaled) = (decimals + 1, scaled * 10) }
    return NumberFormat(decimals: decimals)
  }

  private func has(_ kind: Sensitivity.Kind, _ part: (Sensitivity.Measure) -> Bool) -> Bool {
    found.inputs.contains { $0[kind].map(part) ?? false }
  }

  var table: Table {
    var columns = [Column("label", header: say("输入", "Input"))]
    if hasLabels { columns.append(Column("input", header: say("名称", "Name"))) }
    for kind in kinds {
      columns.append(Column(kind.rawValue, header: kind.label(language), alignment: .trailing))
      if has(kind, { $0.low != nil }) {
        columns.append(
          Column("\(kind.rawValue)_interval", header: say("95% 区间", "95 % interval"), alignment: .trailing))
      }
      if has(kind, { $0.verdict != nil }) {
        columns.append(Column("\(kind.rawValue)_verdict", header: say("结论", "Verdict")))
      }
    }
    var table = Table(columns: columns)
    if let base = finding.base { appendBase(base, &table) }
    for input in found.inputs.prefix(shown) { table.append(row(input)) }
    for note in notes { table.appendNote(note) }
    return table
  }

  private var hasLabels: Bool { found.inputs.contains { names.label(of: $0.name) != nil } }

  private func appendBase(_ base: Double, _ table: inout Table) {
    let text = say("一切不动时：", "with nothing moved: ") + (finding.unit?.format() ?? change).text(base)
    table.append([.text(text)] + table.columns.dropFirst().map { _ in .empty })
    table.appendRule()
  }

  private func row(_ input: Sensitivity.Input) -> [Cell] {
    var cells = [Cell.text(names.label(of: input.name)?(language) ?? input.name)]
    if hasLabels { cells.append(.text(input.name)) }
    let percent = NumberFormat.percent(decimals: 0)
    for kind in kinds {
      let measure = input[kind]
      // A share below nothing is an error of its estimate; the file has it as it is.
      let value = measure.map { kind.isShare ? max($0.value, 0) : $0.value }
      cells.append(value.map { .number($0, kind.isShare ? percent : change) } ?? .text("–"))
      if has(kind, { $0.low != nil }) {
        let ends = [measure?.low, measure?.high].compactMap { $0 }.map { percent.text(min(max($0, 0), 1)) }
        cells.append(.text(ends.joined(separator: "–")))
      }
      if has(kind, { $0.verdict != nil }) { cells.append(.text(measure?.verdict?.words(language) ?? "")) }
    }
    return cells
  }

  private var notes: [String] {
    var notes = [counts]
    let percent = NumberFormat.percent(decimals: 0)
    if let explained = found.explained {
      let inputs = percent.text(explained.inputs.value)
      notes.append(
        explained.chance.map { chance in
          say(
            "输入合计解释方差的 \(inputs)，随机作为一项解释 \(percent.text(chance.value))；其余是共同作用或更弯曲的形状。",
            "All inputs explain \(inputs) of the variance, chance as one \(percent.text(chance.value)); the rest is what they do together, or bends."
          )
        }
          ?? say(
            "全部输入按直线与平方单独解释方差的 \(inputs)；其余是共同作用、更复杂的形状或随机。",
            "Alone, by lines and squares, all inputs explain \(inputs) of the variance; the rest is what they do together, other shapes, or chance."
          ))
    }
    if let floor = found.floor {
      let shown = NumberFormat.percent(decimals: 1).text(max(floor, 0))
      notes.append(
        say(
          "毫无作用的假输入（打乱次序的点）一百次中有 95 次不超过 \(shown)：不高于此的看作没有；输入很多时，略高的也可能是碰巧。",
          "A dummy that moves nothing stays below \(shown) in 95 of 100 cases: what is no higher counts as nothing; of many inputs some will be a little above by chance."
        ))
    }
    let others = found.inputs.count - min(shown, found.inputs.count)
    if others > 0 {
      notes.append(
        say(
          "另有 \(others) 项见 sensitivity.csv；看不出作用的共 \(found.dead.count) 项（--dead 列出）。",
          "\(others) more stand in sensitivity.csv; \(found.dead.count) in all move nothing that can be seen (--dead lists them)."
        ))
    }
    return notes
  }

  private var counts: String {
    let what = found.method.counted(language)
    return found.failed == 0
      ? say("共 \(found.used) \(what)。", "\(found.used) \(what).")
      : say(
        "共 \(found.used) \(what)；另有 \(found.failed) \(what)因有点失败而略去。",
        "\(found.used) \(what); \(found.failed) more with a failed point are left out.")
  }
}
