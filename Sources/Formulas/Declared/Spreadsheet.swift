import Domain

/// A workbook that formulas are written into: which cells it has, and how what has none is written out.
///
/// What has no value is `NA()` in its cell, never an empty one, which would count as nought.
public struct Spreadsheet {
  public let areas: Areas
  public let baseYear: Year
  /// The cell of a formula in an area and year, as `Budget!$D$12`; nil where it has none. Every parameter, measure and
  /// indicator has one.
  public let cell: (_ formula: Formula, _ area: Int, _ year: Year) -> String?

  public init(
    areas: Areas, baseYear: Year, cell: @escaping (_ formula: Formula, _ area: Int, _ year: Year) -> String?
  ) {
    self.areas = areas
    self.baseYear = baseYear
    self.cell = cell
  }

  /// What a formula of an area and year is in a cell, without the equals sign; itself written out, its parts by their
  /// cells where they have any. Functions are those of Excel 2010 and before.
  public func expression(of formula: Formula, area: Int, year: Year) -> String {
    Place(sheet: self, area: area, year: year).writtenOut(formula).text
  }

  static let noValue = Written("NA()")

  /// An area and year of a workbook.
  struct Place {
    let sheet: Spreadsheet
    let area: Int
    let year: Year

    var isBaseYear: Bool { year == sheet.baseYear }
    var yearBefore: Place { Place(sheet: sheet, area: area, year: year - 1) }
    func of(_ area: Int) -> Place { Place(sheet: sheet, area: area, year: year) }

    /// A formula's cell, or the formula written out.
    func written(_ formula: Formula) -> Written {
      sheet.cell(formula, area, year).map { Written($0) } ?? writtenOut(formula)
    }

    func writtenOut(_ formula: Formula) -> Written {
      switch formula.content {
      case .node(let any, let parts): return any.node.written(parts, in: self)
      case .leaf(.constant(let constant)): return Written("\(constant.value)".trimmingFraction)
      case .leaf(let leaf):
        guard let cell = sheet.cell(formula, area, year) else { preconditionFailure("\(leaf) has a cell") }
        return Written(cell)
      }
    }
  }
}

extension String {
  /// A whole number without its `.0`.
  fileprivate var trimmingFraction: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
