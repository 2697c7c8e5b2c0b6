import Domain
import NumericCore

/// The values of a parameter in every area, after all layers.
public struct ResolvedParameter: Equatable, Sendable {
  public let parameter: Parameter
  /// The city's values; absent where only districts have any.
  public var city: Series
  /// A district's own values, by area index; nil where it has none.
  public var districts: [Series?]

  /// What members multiply the values of each district by; empty where they do not.
  var districtFactors: [LaneVector] = []

  /// The values before a scenario changed them; nil where none does.
  private(set) var beneath: Beneath?

  /// The values of the dataset alone.
  struct Beneath: Equatable, Sendable {
    let city: Series
    let districts: [Series?]
  }

  init(parameter: Parameter, city: Series, districts: [Series?]) {
    self.parameter = parameter
    self.city = city
    self.districts = districts
  }

  /// Whether a scenario changes them.
  var isChanged: Bool { beneath != nil }

  /// Keeps the values as they are, before a scenario changes them.
  mutating func keepBeneath() { beneath = Beneath(city: city, districts: districts) }

  /// The parameter as the dataset has it, whatever a scenario changed.
  public var asGiven: ResolvedParameter {
    beneath.map { ResolvedParameter(parameter: parameter, city: $0.city, districts: $0.districts) } ?? self
  }

  /// Takes over what the dataset's values became.
  mutating func keepBeneath(_ given: ResolvedParameter) {
    beneath = Beneath(city: given.city, districts: given.districts)
  }

  /// The values that count in an area: its own, else the city's.
  public func series(in area: Int) -> Series {
    area < districts.count ? districts[area] ?? city : city
  }

  /// The value at the end of a year in an area.
  func value(in area: Int, _ year: Year) -> Lanes {
    guard area < districts.count else { return city.value(in: year) }
    let value = (districts[area] ?? city).value(in: year)
    return districtFactors.isEmpty ? value : .each(deviating(value.vector, area))
  }

  /// The city's value as a formula reads it.
  private func value(_ reading: Formula.Reading, _ year: Year) -> LaneVector {
    (reading == .asGiven ? beneath?.city ?? city : city).value(reading, year)
  }

  private func districts(_ reading: Formula.Reading) -> [Series?] {
    reading == .asGiven ? beneath?.districts ?? districts : districts
  }

  /// An area's value as a formula reads it: of what counts there, or only of what is its own.
  func value(_ reading: Formula.Reading, _ year: Year, area: Int) -> LaneVector {
    let own = area < districts.count ? districts(reading)[area]?.value(reading, year) : nil
    return deviating(own ?? (reading == .ownValue ? Lanes.absent.vector : value(reading, year)), area)
  }

  /// What a district makes of the value that counts there.
  func deviating(_ value: LaneVector, _ area: Int) -> LaneVector {
    guard area < districtFactors.count else { return value }
    return value.multiplied(by: districtFactors[area], within: parameter.range)
  }
}

extension LaneVector {
  /// Scaled; what leaves a range stands at its end, and what is not there stays so.
  func multiplied(by factor: LaneVector, within range: ClosedRange<Double>) -> LaneVector {
    let (low, high) = (LaneVector(repeating: range.lowerBound), LaneVector(repeating: range.upperBound))
    let product = self * factor
    return product.replacing(with: low, where: product .< low).replacing(with: high, where: product .> high)
  }
}

extension Series {
  /// The value as a formula reads it.
  func value(_ reading: Formula.Reading, _ year: Year) -> LaneVector {
    switch reading {
    case .atYearEnd, .ofCity, .ownValue, .asGiven: value(in: year).vector
    case .meanOverYear: mean(in: year).vector
    }
  }
}

extension ResolvedParameter {
  /// A parameter whose values are found by the run, not given; the last area is the city.
  ///
  /// - Parameter value: not a number where there is none.
  public init(
    _ parameter: Parameter, years: ClosedRange<Year>, areas: Areas, value: (_ area: Int, _ year: Year) -> Double
  ) {
    let all = (0..<areas.count).map { area in
      var series = Series(firstYear: years.lowerBound, count: years.count)
      series.yearEnd = years.map { .uniform(value(area, $0)) }
      series.mean = series.yearEnd
      return series
    }
    self.init(parameter: parameter, city: all[areas.cityIndex], districts: all.dropLast().map { $0 })
  }

  /// The first value that a scenario set outside a range.
  func firstOutside(_ range: ClosedRange<Double>) -> Double? {
    for series in [city] + districts.compactMap({ $0 }) {
      for (lanes, origin) in zip(series.yearEnd, series.origins) where origin != nil && !lanes.isAbsent {
        if !range.contains(lanes.first) { return lanes.first }
      }
    }
    return nil
  }

  /// The factor from the year before: one plus a rate, or the ratio of two levels.
  func growth(in area: Int) -> Growth {
    let series = series(in: area)
    if parameter.unit == .share {
      return { year in series.value(in: year).combined(with: .uniform(1)) { $0 + $1 } }
    }
    return { year in series.value(in: year).combined(with: series.value(in: year - 1)) { $0 / $1 } }
  }
}
