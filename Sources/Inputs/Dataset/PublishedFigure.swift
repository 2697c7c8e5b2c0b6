import CSV
import Domain
import Formulas
import Simulation

/// A figure that was published, to be entered in a package's table of observations.
public struct PublishedFigure: Sendable {
  public let indicator: Indicator
  public let area: Int
  public let year: Year
  /// In the indicator's unit.
  public let value: Double
  public let evidence: Evidence
  /// Id of a row in the package's list of sources.
  public let source: String
  private let dataset: Dataset

  /// Where it is written.
  public static let table = "tables/observed.csv"

  /// What somebody typed of it.
  public struct Typed: Sendable {
    /// An indicator, or a target of the dataset.
    public let name: String
    public let year: Year
    public let value: String
    public let district: String?
    public let source: String
    public let evidence: Evidence

    public init(name: String, year: Year, value: String, district: String?, source: String, evidence: Evidence) {
      self.name = name
      self.year = year
      self.value = value
      self.district = district
      self.source = source
      self.evidence = evidence
    }
  }

  /// - Throws: ``InputError`` with everything wrong about what was typed.
  public init(_ typed: Typed, _ dataset: Dataset) throws(InputError) {
    var wrong: [Diagnostic] = []
    func report(_ problem: Problem?, _ option: String) {
      if let problem { wrong.append(Diagnostic(ofFile: option, problem)) }
    }
    let city = dataset.city
    let indicator = PublishedFigure.indicator(typed.name, city)
    if indicator == nil { report(.noFigureSeries(typed.name, city), typed.name) }
    var area: Int? = city.areas.cityIndex
    if let name = typed.district {
      area = city.areas.all.firstIndex { $0.isNamed(name) }
      if area == nil { report(.noDistrict(name, in: city.areas, orCity: true), "--district") }
      if let area, area != city.areas.cityIndex, indicator?.aggregation == .city {
        report(.notByDistrict(path: typed.name), "--district")
      }
    }
    if !Limits.plausibleYears.contains(typed.year) {
      report(.impossibleYear(typed.year, nearest: nearestYear(to: typed.year)), "\(typed.year)")
    }
    var value: Double?
    if let indicator {
      switch Quantity.read(typed.value, as: indicator.unit) {
      case .failure(let error): report(error.problem, typed.value)
      case .success(let number):
        value = number
        report(indicator.unit.problem(of: number, written: typed.value, in: indicator.plausible), typed.value)
      }
    }
    let list = "\(dataset.directory)/\(SourceList.file)"
    report(SourceList(text: try? text(ofFile: list)).problem(of: typed.source), "--source")
    guard wrong.isEmpty, let indicator, let area, let value else { throw InputError(wrong) }
    self.indicator = indicator
    self.area = area
    year = typed.year
    self.value = value
    evidence = typed.evidence
    source = typed.source
    self.dataset = dataset
  }

  /// The indicator that a name means: itself, or that of a target.
  private static func indicator(_ name: String, _ city: City) -> Indicator? {
    let meant = city.targets.first { $0.id == name }?.indicator ?? name
    return city.model.published.first { $0.name == meant }
  }

  /// What was published of it before; nil where nothing was.
  public var earlier: Observation? {
    dataset.city.observations.all.first { $0.indicator == indicator.name && $0.area == area && $0.year == year }
  }
}

extension PublishedFigure {
  /// The table with the figure in its place, every other line as it was; in the place of an earlier figure of the same
  /// area and year.
  ///
  /// - Throws: ``InputError`` where the table cannot be read.
  public func entered() throws(InputError) -> [UInt8] {
    let file = "\(dataset.directory)/\(PublishedFigure.table)"
    let bytes = try bytes(ofFile: file, limit: Limits.tableBytes)
    let reader = try TableReader(bytes: bytes, of: file, columns: PublishedFigure.columns)
    var lines = try text(of: bytes, inFile: file).split(omittingEmptySubsequences: false) { $0 == "\n" }.map(
      String.init)
    let rows = Array(reader.rows)
    let row = line(reader.header)
    func key(_ row: Int) -> [String] { PublishedFigure.key.map { reader.text(row, $0) } }
    let own = [indicator.name, dataset.city.areas[area].code, "\(year)"]
    if let same = rows.first(where: { key($0) == own }) {
      lines[reader.line(same) - 1] = row
    } else if let next = rows.first(where: { own.lexicographicallyPrecedes(key($0)) }) {
      lines.insert(row, at: reader.line(next) - 1)
    } else {
      lines.insert(row, at: lines.last == "" ? lines.count - 1 : lines.count)
    }
    return [UInt8](lines.joined(separator: "\n").utf8)
  }

  private static let key = ["indicator", "district_code", "year"]
  private static let columns = key + ["value", "evidence", "source"]

  private func line(_ header: [String]) -> String {
    let fields = [
      "indicator": indicator.name, "district_code": dataset.city.areas[area].code, "year": "\(year)",
      "value": decimalText(value) ?? "", "evidence": evidence.rawValue, "source": source,
    ]
    var writer = CSVWriter()
    for column in header { writer.append(fields[column] ?? "") }
    writer.endRow()
    return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
  }
}

extension Problem {
  /// What is wrong with the name of a series: it is nobody's, or that of a target that is only listed.
  fileprivate static func noFigureSeries(_ name: String, _ city: City) -> Problem {
    guard let target = city.targets.first(where: { $0.id == name }) else {
      let targets = city.targets.filter { $0.indicator != nil }.map { NameSearch.Entry($0.id, $0.label) }.uniqued()
      let entries = city.model.published.map { NameSearch.Entry($0.name, $0.label) } + targets
      return .unknown(name, kind: Label(zh: "指标或目标", en: "indicator or target"), in: NameSearch(entries))
    }
    return .onlyListedTarget(id: target.id, label: target.label)
  }
}
