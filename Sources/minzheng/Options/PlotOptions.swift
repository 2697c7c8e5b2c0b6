import ArgumentParser
import Domain
import Formulas
import Inputs
import Publishing
import Reports
import Simulation
import Tables

/// A drawing of one indicator.
struct PlotOptions: ParsableArguments {
  @Option(
    name: .customLong("plot"),
    help: .bilingual("按年份画指标的 SVG 文件。", "An SVG file that receives the indicator by year, drawn."))
  var file: File?

  @Option(
    name: .customLong("plot-year"),
    help: .bilingual("改为画这一年各区县的对比。", "Draw the districts of that year beside one another instead."), completion: .years
  )
  var year: Int?

  func validate() throws {
    try requireYear("--plot-year", year)
    if year != nil, file == nil { throw misuse("--plot-year 只用于 --plot", "--plot-year goes with --plot") }
  }

  /// Refuses a year that is not simulated.
  func requireSimulated(in years: ClosedRange<Year>) throws {
    guard let year, !years.contains(year) else { return }
    throw misuse(
      "--plot-year \(year) 不在 \(years.lowerBound)–\(years.upperBound) 之内",
      "--plot-year \(year) is not among \(years.lowerBound)–\(years.upperBound)")
  }

  /// Refuses a drawing of any but one indicator.
  func requireOne(of indicators: [Indicator]) throws {
    guard file != nil, indicators.count != 1 else { return }
    throw misuse(
      "--plot 只画一个指标；--indicator 选中了 \(indicators.count) 个",
      "--plot draws one indicator; --indicator chooses \(indicators.count)")
  }

  /// Draws the only indicator among those chosen.
  ///
  /// - Parameter publisher: writes the file; nil where none is asked for.
  func draw(
    _ indicators: [Indicator], of runs: [Results], area: Int, by publisher: FilePublisher?, in language: Language
  ) throws {
    guard publisher != nil else { return }
    try requireOne(of: indicators)
    if let year {
      let sides = runs.map { DistrictChart.Side($0, indicators[0], year: year) }
      return try draw(indicators[0], sides, in: runs[0].areas, year, by: publisher, language)
    }
    let lines = runs.map { IndicatorChart.Line($0, indicators[0], area: area) }
    try draw(indicators[0], lines, beside: runs[0], area: area, by: publisher, in: language)
  }

  /// Draws an indicator's districts beside one another, scenario by scenario.
  func draw(
    _ indicator: Indicator, _ sides: [DistrictChart.Side], in areas: Areas, _ year: Year,
    by publisher: FilePublisher?, _ language: Language
  ) throws {
    guard let chart = DistrictChart(sides, areas, indicator, year: year, language: language).chart else {
      throw misuse("\(indicator.name) 没有区县的值", "\(indicator.name) has no values of districts")
    }
    try publisher?.publish([UInt8](chart.svg().utf8))
  }

  /// Draws an indicator's lines, the first of which is a run's.
  func draw(
    _ indicator: Indicator, _ lines: [IndicatorChart.Line], beside first: Results, area: Int,
    by publisher: FilePublisher?, in language: Language
  ) throws {
    let drawing = IndicatorChart(first, lines, indicator, area: area, language: language).chart.svg()
    try publisher?.publish([UInt8](drawing.utf8))
  }
}

/// Indicators that texts choose: the one whose whole name it is, else all that begin so or go by its words.
///
/// - Throws: `InputError` for a text that chooses none.
func chosen(_ texts: [String], among indicators: [Indicator]) throws -> [Indicator] {
  let search = NameSearch(indicators)
  return try texts.flatMap { text -> [Indicator] in
    let names = Set(search.found(by: text).map(\.name))
    if names.isEmpty { throw unknownIndicator(text, among: indicators, at: "--indicator") }
    return indicators.filter { names.contains($0.name) }
  }
}

/// The area that a text names.
///
/// - Throws: `InputError` for a name that nothing has.
func area(named name: String, among areas: Areas) throws -> Int {
  if let area = areas.index(of: name) { return area }
  throw unknownDistrict(name, among: areas)
}
