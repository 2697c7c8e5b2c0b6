import Domain

/// Why a parameter has no value where the run needs one.
public enum ResolutionError: Error, Equatable, Sendable {
  /// A declared parameter is not in the dataset.
  case missing(path: String)
  /// `before: fail` or `beyond: fail` and the run reaches there.
  case outsideDates(path: String, area: String, year: Year)
  /// A district parameter has no values for this district.
  case missingDistrict(path: String, district: String)
  /// An index rule names a parameter that does not exist.
  case unknownIndex(path: String, index: String)
  /// A parameter that no formula reads for the whole city cannot follow an indicator.
  case indexOutsideFormulas(path: String, index: String)
  /// Index rules that go round in a circle.
  case indexCycle(paths: [String])
  /// A scenario's change leads outside the values that make sense.
  case outOfRange(path: String, value: Double, range: ClosedRange<Double>, origin: Origin)
  /// Shares that with a scenario's changes come to more than the whole.
  case sharesExceedOne(line: String, sum: Double, remainder: Label, origin: Origin?)
  /// A scenario sets a value for the city where every district has its own.
  case voidForCity(path: String, origin: Origin)
  /// A scenario multiplies or adds to a parameter where it has no value.
  case nothingToAdjust(path: String, origin: Origin)
}
