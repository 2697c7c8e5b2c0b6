/// A workbook as data: sheets of cells and names for ranges; it knows nothing of the model or of how it is written.
public struct Workbook: Hashable, Sendable {
  /// A day of the calendar.
  public struct Day: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    public init(year: Int, month: Int, day: Int) {
      precondition((1970...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day), "a day")
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// A name for a range, such as an assumption's.
  public struct Name: Hashable, Sendable {
    public let name: String
    /// The range with its sheet and dollar signs.
    public let range: String
  }

  public let title: String
  public let subject: String
  /// What stands in the file as the day it was made, so that the same workbook has the same bytes.
  public let made: Day
  /// What stands below every printed page: `&P` is its number, `&N` how many there are.
  public let footer: String
  public private(set) var sheets: [Sheet] = []
  public private(set) var names: [Name] = []

  public init(title: String, subject: String = "", made: Day, footer: String = "&P / &N") {
    self.title = title
    self.subject = subject
    self.made = made
    self.footer = footer
  }

  /// Adds a sheet behind the others; no two have the same name.
  public mutating func append(_ sheet: Sheet) {
    precondition(!sheets.contains { $0.name.lowercased() == sheet.name.lowercased() }, "two sheets \(sheet.name)")
    sheets.append(sheet)
  }

  /// Names a range of a sheet.
  public mutating func name(_ name: String, _ range: SheetRange) {
    names.append(Name(name: name, range: range.fixedReference))
  }
}
