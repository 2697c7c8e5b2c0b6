/// Where a district lies on a map of tiles of one size, counted from the west and from the north.
public struct MapPlace: Hashable, Sendable {
  public let column: Int
  public let row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A district, a county or the whole city.
public struct Area: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case city, urban, county
  }

  /// The six-digit code of GB/T 2260.
  public let code: String
  public let label: Label
  public let kind: Kind
  /// One of the western counties, which the plan favours.
  public let western: Bool
  /// Where it lies; nil where nobody said.
  public let place: MapPlace?

  public init(code: String, label: Label, kind: Kind, western: Bool = false, place: MapPlace? = nil) {
    self.code = code
    self.label = label
    self.kind = kind
    self.western = western
    self.place = place
  }
}

/// A district that is no more.
public struct FormerDistrict: Hashable, Sendable {
  public let code: String
  public let name: String
  /// The year in which it was dissolved.
  public let until: Year
  /// Codes of the districts its area belongs to now.
  public let successors: [String]

  public init(code: String, name: String, until: Year, successors: [String]) {
    self.code = code
    self.name = name
    self.until = until
    self.successors = successors
  }
}

/// Districts that are looked at together.
public enum DistrictGroup: String, CaseIterable, Sendable {
  case all, urban, county
  /// The western counties, which the plan favours, and the districts that are none.
  case western
  case others

  public func holds(_ district: Area) -> Bool {
    switch self {
    case .all: true
    case .urban: district.kind == .urban
    case .county: district.kind == .county
    case .western: district.western
    case .others: !district.western
    }
  }
}

/// The districts of a city and the city itself.
///
/// An area is known inside by its index: districts `0..<districts.count` in the
/// order of their codes, then the city.
public struct Areas: Equatable, Sendable {
  public let districts: [Area]
  public let city: Area
  /// Whether the whole has a row of its own; a package of a single district may do without.
  public let hasCity: Bool
  /// Districts that were dissolved, whose names and codes still stand in older figures.
  public let former: [FormerDistrict]

  public init(city: Area?, districts: [Area], former: [FormerDistrict] = []) {
    self.former = former
    let sorted = districts.sorted { $0.code < $1.code }
    self.city = city ?? sorted.first ?? Area(code: "", label: Label(zh: "", en: ""), kind: .city)
    self.districts = sorted
    hasCity = city != nil
  }

  public var count: Int { districts.count + 1 }
  public var cityIndex: Int { districts.count }
  public var all: [Area] { districts + [city] }

  /// The indices of the areas that results are shown for, in the order of their codes.
  public var shown: [Int] {
    let indices = hasCity ? Array(0..<count) : Array(districts.indices)
    return indices.sorted { self[$0].code < self[$1].code }
  }

  /// The indices of a group's districts.
  public func districts(in group: DistrictGroup) -> [Int] {
    districts.indices.filter { group.holds(districts[$0]) }
  }

  /// The same of every group.
  public var districtsByGroup: [DistrictGroup: [Int]] {
    Dictionary(uniqueKeysWithValues: DistrictGroup.allCases.map { ($0, districts(in: $0)) })
  }

  public subscript(index: Int) -> Area { index == cityIndex ? city : districts[index] }

  /// The dissolved district of this code, or whose name begins so.
  public func former(_ text: String) -> FormerDistrict? {
    former.first { $0.code == text || $0.name == text || (text.count >= 2 && $0.name.hasPrefix(text)) }
  }

  /// Index of the area with this code or Chinese or English name.
  public func index(of text: String) -> Int? {
    all.firstIndex { $0.code == text || $0.label.zh == text || $0.label.en == text }
  }
}
