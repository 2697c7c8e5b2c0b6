import Domain
import Formulas
import Simulation

/// A parameter's entry in a package that is to be filled in.
struct ParameterDraft {
  private let parameter: Parameter
  private let values: ParameterValues?
  private let areas: Areas
  private let baseYear: Year
  /// What the template's values come from.
  private let published: [String]

  init(_ parameter: Parameter, _ template: Dataset, _ areas: Areas, titles: [String: String]) {
    self.parameter = parameter
    self.areas = areas
    values = template.city.allValues[parameter.path]
    baseYear = template.city.baseYear
    let told = (values?.all ?? []).filter { [.enacted, .observed, .recalled].contains($0.evidence) }
    published = told.map(\.source).uniqued().compactMap { titles[$0] }
  }

  /// The lines of the entry; of one that is left open each begins with `#!`.
  var text: String {
    let label = values?.label ?? Label(zh: parameter.path, en: parameter.path)
    var lines = ["# \(label.zh)（\(parameter.unit.name(.zh))）· \(parameter.role.rawValue)"]
    if !published.isEmpty { lines.append("# 可查 / published in: \(published.prefix(3).joined(separator: "；"))") }
    var entry = [
      "\(parameter.path):", "  label: {zh: \(quoted(label.zh)), en: \(quoted(label.en))}",
      "  unit: \(quoted(unitName))",
    ]
    let points = start
    // What the template does without another city may, too.
    let isLeftOut = values?.all.isEmpty ?? false
    let isOpen = points.isEmpty && !isShareOut && !isLeftOut && totals.contains(parameter.unit)
    if isShareOut {
      entry.append("  districts:")
      entry += areas.districts.map { "    \($0.label.zh): {\(baseYear): \(equalShare)}" }
    } else if isOpen {
      entry += ["  values:", "    \(baseYear): {value: , evidence: observed, source: }"]
    } else {
      entry += points.isEmpty ? ["  values: {}"] : ["  values:"] + points.map { "    \(point($0))" }
    }
    entry += rules
    return (lines + entry.map { isOpen ? "#! \($0)" : $0 }).joined(separator: "\n") + "\n"
  }

  /// As people write it in files, where that can be read.
  private var unitName: String {
    let name = parameter.unit.name(.zh)
    return Unit(parsing: name) == nil ? parameter.unit.symbol : name
  }

  /// Shares of districts that add up to one begin as equal ones.
  private var isShareOut: Bool { parameter.isShareOut }

  /// With a range that leaves something to the others, so that no world has it that nobody gets anything.
  private var equalShare: String {
    let share = 1 / Double(areas.districts.count)
    let ends = share < 1 ? [share / unequal, min(share * unequal, (1 + share) / 2)] : [1, 1]
    let written = ends.map { "\($0.rounded(toDigits: digits))" }
    return
      "{value: \(share), evidence: assumed, source: \(PackageDraft.source), range: [\(written.joined(separator: ", "))]}"
  }

  /// The template's values for its city where another can begin with them: none for counts, sums of money and what a
  /// person has in a year, which cities know of themselves.
  private var start: [DatedValue] {
    guard let values, !totals.contains(parameter.unit) || parameter.path.hasPrefix("index.") else { return [] }
    if !values.city.isEmpty { return values.city }
    // Districts alone have values: the middle one of each date.
    let all = values.districts.values.joined()
    return Set(all.map(\.from)).sorted().compactMap { day in
      let same = all.filter { $0.from == day }.sorted { $0.value < $1.value }
      return same.isEmpty ? nil : same[same.count / 2]
    }
  }

  private func point(_ point: DatedValue) -> String {
    let day = point.from.isFirstOfYear ? "\(point.from.year)" : point.from.description
    let (range, unit) = (range(of: point), parameter.unit)
    let ends = [range.lowerBound, range.upperBound].map { Quantity.written($0, in: unit) }.joined(separator: ", ")
    let value = Quantity.written(point.value, in: unit)
    return "\(day): {value: \(value), evidence: assumed, source: \(PackageDraft.source), range: [\(ends)]}"
  }

  /// Half as wide again as the template's, or a fifth about what has none, within what the parameter may be.
  private func range(of point: DatedValue) -> ClosedRange<Double> {
    let value = point.value
    let own = point.range ?? point.interval.map { min($0.low, value)...max($0.high, value) }
    let ends = own.map { [value - widening * (value - $0.lowerBound), value + widening * ($0.upperBound - value)] }
    let wide = (ends ?? [value / about, value * about].sorted()).map { $0.rounded(toDigits: digits) }
    let bounds = parameter.range
    return min(max(wide[0], bounds.lowerBound), value)...max(min(wide[1], bounds.upperBound), value)
  }

  /// How values go from date to date, before the first and after the last.
  private var rules: [String] {
    guard let values else { return [] }
    let beyond =
      switch values.beyond {
      case .absent: "absent"
      case .hold: "hold"
      case .fail: "hold"
      case .index(let path):
        values.blend.map { "{index: \(path), weight: \($0.weight), rest: \($0.rest)}" } ?? "{index: \(path)}"
      }
    let before = values.before == .absent ? "absent" : "hold"
    return ["  between: \(values.between.rawValue)", "  before: \(before)", "  beyond: \(beyond)"]
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

/// What grows with the size of a city, so that another one's is no beginning.
private let totals: Set<Unit> = [.persons, .beds, .count, .yuan, .yuanPerYear, .yuanPerPersonYear]

/// How much wider than the template's a range is for a city that nobody asked about.
private let widening = 1.5
/// From where to where a value may lie for which the template states no range.
private let about = 1.25
/// How unequal the shares of districts may be.
private let unequal = 2.0
/// Of what is worked out here; more would look like knowledge.
private let digits = 4
