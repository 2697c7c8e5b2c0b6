/// One pass over the bytes of a CSV file: where fields begin, and what is wrong.
struct CSVScanner {
  let bytes: [UInt8]
  private let start: Int
  var index: Int
  var line = 1
  var fieldStart = 0
  var seenInField: Irregularities = []
  var rowIsSound = true
  var faults: [(offset: Int, kind: CSVFault.Kind)] = []

  /// Names of the columns; columns without a name at the end are none while they are empty in every row.
  private(set) var header: [String] = []
  /// Faults of columns without a name at the end, kept back until a row says something in one of them.
  private var emptyAtEnd: [(offset: Int, kind: CSVFault.Kind)] = []
  /// How many columns without a name stand at the end.
  private var unnamed = 0
  /// Per row the starts of its fields and one past its end, as if a comma followed.
  private(set) var offsets: [Int] = []
  /// The line on which each row begins.
  private(set) var rowLines: [Int] = []

  /// What is reported once a field.
  struct Irregularities: OptionSet {
    let rawValue: UInt8
    static let quote = Irregularities(rawValue: 1)
    static let carriageReturn = Irregularities(rawValue: 2)
    static let null = Irregularities(rawValue: 4)
    static let encoding = Irregularities(rawValue: 8)
  }

  /// A table of ages in columns has about a hundred.
  private static let mostColumns = 10_000
  /// Nobody mends more of them one by one.
  static let mostFaults = 1_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    index = start
  }

  /// Reads the header and all rows.
  mutating func scan() {
    guard index < bytes.count else {
      faults.append((index, .missingHeader))
      return
    }
    scanRow()
    guard offsets.count - 1 <= CSVScanner.mostColumns else {
      faults = [(offsets[CSVScanner.mostColumns], .tooManyColumns(limit: CSVScanner.mostColumns))]
      offsets = []
      return
    }
    takeHeader()
    let expected = header.count
    offsets.reserveCapacity(bytes.count / 8)  // a guess: fields of seven bytes
    while index < bytes.count, faults.count < CSVScanner.mostFaults {
      let rowStart = offsets.count
      let rowLine = line
      scanRow()
      // An Enter too many, or cells that were used once: no row.
      if expected > 1, isEmpty(from: offsets[rowStart]) {
        offsets.removeSubrange(rowStart...)
        continue
      }
      dropEmptyFields(rowStart)
      let found = offsets.count - rowStart - 1
      if found != expected { reportFieldCount(found: found, rowStart: rowStart) }
      if rowIsSound {
        rowLines.append(rowLine)
      } else {
        offsets.removeSubrange(rowStart...)
      }
    }
  }

  /// The faults with their lines and columns, in the order of their places.
  func locatedFaults() -> [CSVFault] {
    var position = TextPosition()
    var reached = start
    return faults.sorted { $0.offset < $1.offset }.map { fault in
      position.advance(over: bytes[reached..<fault.offset])
      reached = fault.offset
      return CSVFault(line: position.line, column: position.column, kind: fault.kind)
    }
  }
}

// MARK: - Rows

extension CSVScanner {
  private mutating func scanRow() {
    rowIsSound = true
    offsets.append(index)
    scanField()
    while index < bytes.count, bytes[index] == ASCII.comma {
      index += 1
      offsets.append(index)
      scanField()
    }
    offsets.append(index + 1)
    if index < bytes.count, bytes[index] == ASCII.carriageReturn { index += 1 }
    if index < bytes.count {
      index += 1
      line += 1
    }
  }

  /// Whether nothing but commas stands from a place to the end of the row just read.
  private func isEmpty(from start: Int) -> Bool {
    guard let end = offsets.last else { return true }
    return start >= end || bytes[start..<end - 1].allSatisfy { $0 == ASCII.comma }
  }

  /// Takes away the row's fields under columns without a name; says so once where they hold something.
  private mutating func dropEmptyFields(_ rowStart: Int) {
    let found = offsets.count - rowStart - 1
    let extra = found - header.count
    guard extra > 0, extra <= unnamed else { return }
    if !isEmpty(from: offsets[rowStart + header.count]) {
      faults += emptyAtEnd
      emptyAtEnd = []
    }
    offsets.removeLast(extra)
  }

  private mutating func takeHeader() {
    var firstFields: [String: Int] = [:]
    for field in 0..<offsets.count - 1 {
      let place = offsets[field]
      let name = CSVField(in: bytes, place..<offsets[field + 1] - 1).text(in: bytes)
      if name.isEmpty {
        faults.append((place, .emptyHeader(field: field + 1)))
      } else if let first = firstFields[name] {
        faults.append((place, .duplicateHeader(name: name, firstField: first)))
      } else {
        firstFields[name] = field + 1
      }
      header.append(name)
    }
    offsets = []
    let named = header.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? header.count
    guard named < header.count else { return }
    let empty = Set(named + 1...header.count)
    emptyAtEnd = faults.filter { if case .emptyHeader(let field) = $0.kind { empty.contains(field) } else { false } }
    faults.removeAll { if case .emptyHeader(let field) = $0.kind { empty.contains(field) } else { false } }
    unnamed = header.count - named
    header.removeLast(unnamed)
  }

  private mutating func reportFieldCount(found: Int, rowStart: Int) {
    let wasSound = rowIsSound
    rowIsSound = false
    // After broken quoting the number of fields says nothing.
    guard wasSound else { return }
    let isLong = found > header.count
    let place = isLong ? offsets[rowStart + header.count] : offsets[rowStart + found] - 1
    faults.append((place, .fieldCount(expected: header.count, found: found)))
  }
}
