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
  /// Ids of the groups that its dataset puts it in.
  public let marks: Set<String>
  /// Where it lies; nil where nobody said.
  public let place: MapPlace?

  public init(code: String, label: Label, kind: Kind, marks: Set<String> = [], place: MapPlace? = nil) {
    self.code = code
    self.label = label
    self.kind = kind
    self.marks = marks
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

/// A group that a dataset puts districts in, such as counties that its plan favours.
public struct DistrictMark: Hashable, Sendable {
  /// As the names of its gaps end and that of its floor in the fund goes.
  public let id: String
  public let label: Label

  public init(id: String, label: Label) {
    self.id = id
    self.label = label
  }
}

/// Districts that are looked at together.
public enum DistrictGroup: Hashable, Sendable {
  case all, urban, county
  /// Those of a dataset's group, and those that are none of it.
  case marked(DistrictMark)
  case others(DistrictMark)

  public func holds(_ district: Area) -> Bool {
    switch self {
    case .all: true
    case .urban: district.kind == .urban
    case .county: district.kind == .county
    case .marked(let mark): district.marks.contains(mark.id)
    case .others(let mark): !district.marks.contains(mark.id)
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
  /// The groups that the dataset puts districts in.
  public let marks: [DistrictMark]

  public init(city: Area?, districts: [Area], former: [FormerDistrict] = [], marks: [DistrictMark] = []) {
    self.former = former
    self.marks = marks
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
    let groups = [DistrictGroup.all, .urban, .county] + marks.flatMap { [.marked($0), .others($0)] }
    return Dictionary(uniqueKeysWithValues: groups.map { ($0, districts(in: $0)) })
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
