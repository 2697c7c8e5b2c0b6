import Domain
import Studies
import Uncertainty

/// A table of results: a row for each point, with what went in and what came out.
public struct SampleTable: Sendable {
  public struct Outcome: Sendable {
    public let name: String
    /// One a row; NaN where a point failed.
    public let values: [Double]
  }

  public let design: SampleDesign
  /// What went in, in the order of the design, of the file, or as asked for.
  public let inputs: [SampleInput]
  /// What came out, as asked for.
  public let outcomes: [Outcome]
  /// Columns that were passed over, because they begin with a word.
  public let passedOver: [String]
  /// The files read.
  public let files: [InputFile]

  public var rowCount: Int { outcomes.first?.values.count ?? 0 }

  /// Reads a file; an empty outcome is a point that failed.
  ///
  /// - Parameters:
  ///   - outcomes: columns that came out.
  ///   - inputs: columns that went in; where none are named, all others that begin with a number.
  ///   - design: the file that says how the points were laid out; it names the inputs.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(
    file: String, outcomes: [String], inputs: [String] = [], design: String? = nil
  ) throws(InputError) {
    let known = try design.map { path throws(InputError) in try DesignFile(path: path) }
    let wanted = known?.layout.columns ?? inputs
    var table = try TableReader(path: file, columns: outcomes + wanted)
    if table.rows.isEmpty { table.reportMissing((outcomes + wanted).joined(separator: ", ")) }
    let others = table.header.filter { !outcomes.contains($0) }
    let chosen = wanted.isEmpty ? others.filter { table.beginsWithNumber($0) && $0 != "id" } : wanted
    var columns: [String: [Double]] = [:]
    for name in chosen { columns[name] = table.values(of: name, mayBeEmpty: known != nil) }
    self.outcomes = outcomes.map { Outcome(name: $0, values: table.values(of: $0, mayBeEmpty: true)) }
    self.inputs =
      known?.layout.inputs.map { input in SampleInput(input.name, input.columns.map { columns[$0] ?? [] }) }
      ?? chosen.map { SampleInput($0, [columns[$0] ?? []]) }
    self.design = known?.layout.design ?? .given
    passedOver = wanted.isEmpty ? others.filter { !chosen.contains($0) && $0 != "id" } : []
    if chosen.isEmpty { table.reportNoInputs(others) }
    if let known, let design { table.require(known, at: design, columns) }
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    files = [table.source] + (known.map { [$0.source] } ?? [])
  }
}

extension TableReader {
  fileprivate func beginsWithNumber(_ column: String) -> Bool {
    rows.first.map { plainNumber($0, column) != nil } ?? false
  }

  /// The numbers of a column; what is none is reported, and no number is too large to be squared.
  fileprivate mutating func values(of column: String, mayBeEmpty: Bool) -> [Double] {
    rows.map { row in
      if mayBeEmpty, text(row, column).isEmpty { return .nan }
      guard let value = number(row, column) else { return .nan }
      guard abs(value) <= Limits.sampleValue else {
        let (low, high) = ("-\(Limits.sampleValue)", "\(Limits.sampleValue)")
        report(.outOfRange(text: quoted(text(row, column)), low: low, high: high), row: row, column)
        return .nan
      }
      return value
    }
  }

  /// Reports that no column can have gone in: at the first that might, or that there is none.
  fileprivate mutating func reportNoInputs(_ others: [String]) {
    guard let first = others.first(where: { $0 != "id" }), !rows.isEmpty else {
      return reportFile(.missingColumn(name: "INPUT", nearest: nil))
    }
    report(.notAPlainNumber(text: quoted(text(0, first))), row: 0, first)
  }

  /// Refuses points that are not those of a design: in another order they would give silent nonsense.
  fileprivate mutating func require(_ design: DesignFile, at path: String, _ columns: [String: [Double]]) {
    guard diagnostics.isEmpty else { return }
    if let count = design.layout.design.count, rows.count != count {
      return reportTop(.wrongPointCount(found: rows.count, expected: count, design: path))
    }
    var seal = PointsSeal(design.layout.columns)
    for row in rows { seal.add(design.layout.columns.map { columns[$0]?[row] ?? .nan }) }
    if seal.digits != design.points { reportTop(.otherPoints(design: path)) }
  }

  private mutating func reportTop(_ problem: Problem) {
    report(problem, at: Passage(Position(file: file, line: 1, column: 1)))
  }
}
