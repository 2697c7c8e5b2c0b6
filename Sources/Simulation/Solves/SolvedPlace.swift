import Domain
import Formulas

/// A dated value of an input that a figure settles: the city's, or a district's.
public struct SolvedPlace: Equatable, Sendable {
  /// Code of the district; nil for the city.
  public let district: String?
  /// Position among the values there.
  public let index: Int

  public init(district: String?, index: Int) {
    self.district = district
    self.index = index
  }

  /// The values it stands among.
  public func values(_ all: ParameterValues) -> [DatedValue] {
    district.map { all.districts[$0] ?? [] } ?? all.city
  }
}

extension Solve {
  /// The values that the figure settles, among those that can be known.
  ///
  /// A district's figure settles the district's own values. The city's settles the city's, and unless it sets a level
  /// those of districts that no figure of their own settles.
  public func places(in city: City, _ values: ParameterValues, knownUntil: Year) -> [SolvedPlace] {
    func place(_ district: String?, in year: Year) -> SolvedPlace? {
      let dated = SolvedPlace(district: district, index: 0).values(values)
      let known = dated.indices.filter { dated[$0].known <= knownUntil }
      let index = known.last { dated[$0].from.year <= year } ?? known.first
      return index.map { SolvedPlace(district: district, index: $0) }
    }
    guard area == city.areas.cityIndex else {
      return [place(city.areas[area].code, in: year)].compactMap(\.self)
    }
    let settled = city.solves.filter { $0.input == input && $0.area != area }.compactMap { other in
      place(city.areas[other.area].code, in: other.year)
    }
    // Where another input meets a district's figures, this one stays as it is.
    let others = city.solves.filter { $0.indicator == indicator && $0.input != input }.map { city.areas[$0.area].code }
    let free = values.districts.keys.filter { !others.contains($0) }.sorted()
    let own = how == .level ? [] : free.compactMap { place($0, in: year) }
    return [place(nil, in: year)].compactMap(\.self) + own.filter { !settled.contains($0) }
  }
}

extension City {
  /// Its solves, districts' figures before the city's of the same input.
  public var orderedSolves: [Solve] {
    var result: [Solve] = []
    for solve in solves where !result.contains(solve) {
      if solve.area == areas.cityIndex {
        result += solves.filter { $0.input == solve.input && $0.area != solve.area && !result.contains($0) }
      }
      result.append(solve)
    }
    return result
  }
}
