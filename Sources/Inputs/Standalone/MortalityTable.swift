import Domain
import NumericCore
import Population

/// A death rate of a sex, single age and year.
struct DeathRate {
  let sex: Sex
  let age: Int
  /// The last age of the group that the row is about; nil where it does not say.
  let last: Int?
  let year: Year
  let mx: Double
  let place: Passage
}

extension TableReader {
  /// The death rates of a tidy table. Reports what cannot be one, and a sex, age and year that stand twice.
  mutating func deathRates(ages: ClosedRange<Int>, years: ClosedRange<Year>) -> [DeathRate] {
    var seen = Set<String>()
    var rates: [DeathRate] = []
    // The last age of each sex and year, and the rows that say so.
    var last: [String: Int] = [:]
    var open: [(row: Int, series: String, age: Int)] = []
    for row in rows {
      guard let sex = sex(row), let age = age(row, in: ages), let year = integer(row, "year", in: years),
        let mx = notNegative(row, "mx")
      else { continue }
      let key = "\(sex.name) \(age.years) \(year)"
      if !seen.insert(key).inserted { report(.duplicateRow(key: key), row: row, "age") }
      let series = "\(sex.name) \(year)"
      last[series] = max(last[series] ?? 0, age.years)
      if age.isOpen { open.append((row, series, age.years)) }
      rates.append(
        DeathRate(sex: sex, age: age.years, last: age.last, year: year, mx: mx, place: passage(row: row, "mx")))
    }
    for (row, series, age) in open where age != last[series] {
      report(.openAge(text: quoted(text(row, "age")), last: last[series] ?? age), row: row, "age")
    }
    if rates.isEmpty, diagnostics.isEmpty { reportMissing("sex, age, year") }
    reportPerThousand(rates)
    return rates
  }

  /// Rates that no people has: of children and adults, half of them above five per cent a year.
  private mutating func reportPerThousand(_ rates: [DeathRate]) {
    let young = rates.filter { 1...40 ~= $0.age }.map(\.mx).sorted()
    guard !young.isEmpty, young[young.count / 2] > 0.05, let first = rates.first else { return }
    report(.perThousand(text: first.place.found), at: first.place)
  }
}

/// Death rates by sex, single age and year, read from a tidy file.
public struct MortalityTable: Sendable {
  public let file: String
  /// The same with the bytes read.
  public let source: InputFile
  public let years: ClosedRange<Year>
  /// Both, or the one that the file has.
  public let sexes: [Sex]
  /// Shape ages × years, by sex in the order of ``sexes``.
  private let rates: [Matrix]
  /// Rates without a logarithm.
  private let zeros: [DeathRate]

  /// Reads a file with the columns sex, age, year and mx, of single ages and both sexes or one.
  public init(file: String) throws(InputError) {
    self.file = file
    var table = try TableReader(path: file, columns: ["sex", "age", "year", "mx"])
    source = table.source
    let cells = table.deathRates(ages: 0...Age.open.years, years: 1500...2200)
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    let (first, last) = (cells.map(\.year).min() ?? 0, cells.map(\.year).max() ?? 0)
    years = first...last
    zeros = cells.filter { $0.mx == 0 }
    let present = Set(cells.map(\.sex))
    sexes = Sex.allCases.filter(present.contains)
    if areFiveYearAges(Set(cells.map(\.age))) || cells.contains(where: { $0.last ?? $0.age != $0.age }) {
      throw InputError(ofFile: file, .fiveYearAges(what: "", last: Age.open.years))
    }
    let oldest = cells.map(\.age).max() ?? 0
    if oldest < Age.open.years, let place = cells.last(where: { $0.age == oldest })?.place {
      throw InputError(at: place, .openAge(text: "\(oldest)", last: Age.open.years))
    }
    let empty = Matrix(
      rows: Age.count, columns: years.count, values: Array(repeating: .nan, count: Age.count * years.count))
    var rates = Array(repeating: empty, count: sexes.count)
    let places = Dictionary(uniqueKeysWithValues: zip(sexes, sexes.indices))
    for cell in cells { if let place = places[cell.sex] { rates[place][cell.age, cell.year - first] = cell.mx } }
    self.rates = rates
    for (sex, rates) in zip(sexes, rates) {
      guard let gap = rates.values.firstIndex(where: \.isNaN) else { continue }
      let (column, age) = gap.quotientAndRemainder(dividingBy: Age.count)
      let detail = "sex = \(sex.name), age = \(age), year = \(first + column)"
      throw InputError(ofFile: file, .missingRows(detail: detail))
    }
  }

  /// A fit with the years it rests on.
  public struct Fit: Sendable {
    public let years: ClosedRange<Year>
    /// Whose rates were fitted, in the order of the model's populations.
    public let sexes: [Sex]
    public let jumpOff: Year
    public let model: LeeCarter
    /// ln m(x) of the jump-off year by sex, where k is zero.
    public let level: [[Double]]
    /// Median life expectancies at birth for the years after the start, shape `[year][sex]`.
    public let forecast: [LeeCarter.JumpOff: [[Double]]]
  }

  /// Fits the Lee–Carter model to the years asked for: by a common factor for both sexes, by its own for one alone.
  public func fitLeeCarter(from: Year?, to: Year?, jumpOff: Year?) throws(InputError) -> Fit {
    for (year, option) in [(from, "--from"), (to, "--to"), (jumpOff, "--jump-off")] {
      guard let year, !years.contains(year) else { continue }
      let problem = Problem.yearOutsideData(year, first: years.lowerBound, last: years.upperBound)
      throw InputError(at: Passage(argument: "\(year)", of: option), problem)
    }
    let (first, last) = (from ?? years.lowerBound, to ?? years.upperBound)
    guard first <= last else {
      throw InputError(ofFile: file, .mortality(MortalityError.tooFewYears(found: 0).label))
    }
    let fitted = first...last
    let start = jumpOff ?? last
    if let zero = zeros.first(where: { fitted.contains($0.year) || $0.year == start }) {
      throw InputError(at: zero.place, .zeroRate(sex: zero.sex, age: zero.age, year: zero.year))
    }
    do {
      let logs = try rates.map { rates throws(MortalityError) in
        try LeeCarter.logarithms(of: columns(rates, fitted))
      }
      let model =
        try logs.count == 1
        ? LeeCarter.fit(logRates: logs[0]) : LeeCarter.commonFactor(female: logs[0], male: logs[1])
      let jump = try model.jumpedOff(at: rates.map { $0.column(start - years.lowerBound) })
      let forecast = [
        LeeCarter.JumpOff.fitted: try model.medianLifeExpectancies(
          from: model.fittedLevel, years: forecastYears, of: sexes),
        .observed: try model.medianLifeExpectancies(from: jump.a, years: forecastYears, of: sexes),
      ]
      return Fit(years: fitted, sexes: sexes, jumpOff: start, model: model, level: jump.a, forecast: forecast)
    } catch {
      throw InputError(ofFile: file, .mortality(error.label))
    }
  }

  private func columns(_ all: Matrix, _ years: ClosedRange<Year>) -> Matrix {
    Matrix(
      rows: all.rows, columns: years.count, values: years.flatMap { all.column($0 - self.years.lowerBound) })
  }
}

/// How far life expectancies are forecast: a generation.
private let forecastYears = 30

extension MortalityError {
  /// The error in words.
  var label: Label {
    switch self {
    case .rate(let age, let found):
      Label(zh: "\(age) 岁的死亡率 \(found) 无效", en: "the death rate \(found) at age \(age) is not valid")
    case .zeroRate(let age):
      Label(zh: "\(age) 岁的死亡率为零，没有对数", en: "the death rate at age \(age) is zero and has no logarithm")
    case .rateTooHigh(let age, let found, let limit):
      Label(zh: "\(age) 岁的死亡率 \(found) 超过 \(limit)", en: "the death rate \(found) at age \(age) is above \(limit)")
    case .tooFewYears(let found): Label(zh: "只有 \(found) 年，至少要 3 年", en: "\(found) years; at least 3 are needed")
    case .noCommonTrend: Label(zh: "死亡率没有随时间变动", en: "the rates do not change over time")
    default: Label(zh: "死亡率表不能拟合", en: "the rates cannot be fitted")
    }
  }
}
