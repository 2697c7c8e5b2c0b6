import Domain

/// What can be wrong with an input: facts, no sentences.
public enum Problem: Equatable, Sendable {
  // Files
  case fileNotFound
  /// A folder, as a file names it from where it lies.
  case folderNotFound(path: String)
  case notUTF8(looksLikeGB18030: Bool)
  case tooLarge(limit: Int)
  case nestedTooDeep(limit: Int)
  case tooManyValues(limit: Int)
  case tooManyProblems(limit: Int)
  case syntax(detail: String)
  /// A sign of Chinese typing where YAML and addresses need that of the keyboard.
  case fullWidth(sign: String, needed: String)
  case csv(detail: Label)
  // Keys and shapes
  case duplicateKey(name: String, firstLine: Int)
  case unknownKey(name: String, nearest: String?, allowed: [String])
  case missingKey(name: String)
  case expected(Shape, found: String)
  // Parameters and values
  /// `group` begins the paths of some parameters.
  case unknownParameter(path: String, nearest: Suggestion?, group: String?)
  case resultNotParameter(path: String, label: Label)
  case notANumber(text: String)
  case notAPlainNumber(text: String)
  case notAWholeNumber(text: String, high: String)
  case thousandsComma
  case decimalComma
  case missingUnit(text: String, examples: [String])
  case wrongUnit(text: String, examples: [String])
  case outOfRange(text: String, low: String, high: String)
  case notADate(text: String)
  case unknownDistrict(name: String, nearest: String?)
  /// The city where one of its districts is meant.
  case cityForDistrict(name: String)
  case notByDistrict(path: String)
  case notAYear(text: String)
  case unknownWord(text: String, nearest: String?, allowed: [String])
  case emptyChange(path: String)
  case conflictingChange
  case nothingToAdjust(path: String)
  case voidForCity(path: String)
  case onlyBaseYear(path: String, year: Year)
  case intervalOfFixed(path: String)
  case valueOutsideInterval(value: String, low: String, high: String)
  case intervalEnd(text: String)
  // Scenarios
  case extendsCycle(files: [String])
  case emptyHorizon(from: Year, to: Year)
  case horizonBeforeBase(year: Year, base: Year)
  case horizonTooLong(limit: Int)
  case knownTooLate(year: Year, newest: Year)
  case notAName(text: String)
  case badAddress(text: String)
  case unknownSetting(name: String, nearest: String?, known: [String])
  case undatedSetting(path: String)
  case addressTooLong(limit: Int)
  case tooManyChanges(limit: Int)
  case tooManyDraws(limit: Int)
  case noDataset
  // Datasets
  case notJSON
  case tableNotListed(table: String)
  case fileNotRead(known: [String])
  case columnNotDescribed(name: String, nearest: String?)
  case parameterElsewhere(path: String, file: String)
  case missingColumn(name: String, nearest: String?)
  case missingRows(detail: String)
  case tooManyRows(limit: Int)
  case duplicateRow(key: String)
  case emptyField(column: String)
  case strayBlank(text: String)
  case disagrees(text: String, expected: String, key: String, firstLine: Int)
  case cityRow(code: String)
  case unitDiffers(found: String, expected: String)
  case implausible(text: String, low: String, high: String, unit: String)
  case totalDiffers(sum: Double, published: Double)
  case patternDiffers(text: String, pattern: String)
  case unknownName(kind: Label, name: String, nearest: String?)
  case negative(text: String)
  case reversedRange(low: String, high: String)
  case outsideOwnRange(text: String, low: String, high: String)
  case notOne(what: String, sum: Double)
  case noEvidence
  case noRange(evidence: String)
  case parameterMissing(path: String)
  case outsideDates(path: String, area: String, year: Year)
  case missingDistrict(path: String, district: String)
  case indexCycle(paths: [String])
  case indexOutsideFormulas(path: String, index: String)
  case mortality(Label)
  case sharesExceedOne(line: String, sum: Double, remainder: Label)
  case notACost(text: String)
  // Transitions between states
  case aboveOne(what: String, sum: Double)
  case remainderDiffers(text: String, remainder: Double)
  case noWayOn(state: String, sex: Sex, age: Int)
  case tooManyStates(limit: Int)
  case reservedName(text: String)
  // Allocation problems
  case tooMany(what: Label, limit: Int)
  case oneOf(keys: [String])
  case risingValue(text: String, before: String)
  case endlessStep
  case givesAndReceives(account: String)

  public enum Shape: Equatable, Sendable {
    case mapping, list, text, change
  }

  /// A parameter that may have been meant.
  public struct Suggestion: Equatable, Sendable {
    public let path: String
    public let label: String
    public let unit: String
  }
}
