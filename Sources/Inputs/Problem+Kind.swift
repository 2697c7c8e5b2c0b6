extension Problem {
  /// A kind of problem, by a name that stays as it is when the words change.
  public enum Kind: String, CaseIterable, Sendable {
    case fileNotFound = "file-not-found"
    case folderNotFound = "folder-not-found"
    case notUTF8 = "not-utf8"
    case tooLarge = "too-large"
    case nestedTooDeep = "nested-too-deep"
    case tooManyValues = "too-many-values"
    case tooManyProblems = "too-many-problems"
    case syntax
    case fullWidth = "full-width"
    case csv
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case expected
    case unknownParameter = "unknown-parameter"
    case resultNotParameter = "result-not-parameter"
    case notANumber = "not-a-number"
    case notAPlainNumber = "not-a-plain-number"
    case notAWholeNumber = "not-a-whole-number"
    case thousandsComma = "thousands-comma"
    case decimalComma = "decimal-comma"
    case missingUnit = "missing-unit"
    case wrongUnit = "wrong-unit"
    case outOfRange = "out-of-range"
    case notADate = "not-a-date"
    case unknownDistrict = "unknown-district"
    case cityForDistrict = "city-for-district"
    case notByDistrict = "not-by-district"
    case notAYear = "not-a-year"
    case unknownWord = "unknown-word"
    case emptyChange = "empty-change"
    case conflictingChange = "conflicting-change"
    case nothingToAdjust = "nothing-to-adjust"
    case voidForCity = "void-for-city"
    case onlyBaseYear = "only-base-year"
    case intervalOfFixed = "interval-of-fixed"
    case valueOutsideInterval = "value-outside-interval"
    case intervalEnd = "interval-end"
    case extendsCycle = "extends-cycle"
    case emptyHorizon = "empty-horizon"
    case horizonBeforeBase = "horizon-before-base"
    case horizonTooLong = "horizon-too-long"
    case knownTooLate = "known-too-late"
    case notAName = "not-a-name"
    case badAddress = "bad-address"
    case unknownSetting = "unknown-setting"
    case undatedSetting = "undated-setting"
    case addressTooLong = "address-too-long"
    case tooManyChanges = "too-many-changes"
    case tooManyDraws = "too-many-draws"
    case noDataset = "no-dataset"
    case notJSON = "not-json"
    case tableNotListed = "table-not-listed"
    case fileNotRead = "file-not-read"
    case columnNotDescribed = "column-not-described"
    case parameterElsewhere = "parameter-elsewhere"
    case missingColumn = "missing-column"
    case missingRows = "missing-rows"
    case tooManyRows = "too-many-rows"
    case duplicateRow = "duplicate-row"
    case emptyField = "empty-field"
    case strayBlank = "stray-blank"
    case disagrees
    case cityRow = "city-row"
    case unitDiffers = "unit-differs"
    case implausible
    case totalDiffers = "total-differs"
    case patternDiffers = "pattern-differs"
    case unknownName = "unknown-name"
    case negative
    case reversedRange = "reversed-range"
    case outsideOwnRange = "outside-own-range"
    case notOne = "not-one"
    case noEvidence = "no-evidence"
    case noRange = "no-range"
    case parameterMissing = "parameter-missing"
    case outsideDates = "outside-dates"
    case missingDistrict = "missing-district"
    case indexCycle = "index-cycle"
    case indexOutsideFormulas = "index-outside-formulas"
    case mortality
    case sharesExceedOne = "shares-exceed-one"
    case notACost = "not-a-cost"
    case aboveOne = "above-one"
    case remainderDiffers = "remainder-differs"
    case noWayOn = "no-way-on"
    case tooManyStates = "too-many-states"
    case reservedName = "reserved-name"
    case tooMany = "too-many"
    case oneOf = "one-of"
    case risingValue = "rising-value"
    case endlessStep = "endless-step"
    case givesAndReceives = "gives-and-receives"
  }

  /// The name under which `docs/errors.md` describes the problem.
  public var id: String { kind.rawValue }

  public var kind: Kind {
    switch self {
    case .fileNotFound: .fileNotFound
    case .folderNotFound: .folderNotFound
    case .notUTF8: .notUTF8
    case .tooLarge: .tooLarge
    case .nestedTooDeep: .nestedTooDeep
    case .tooManyValues: .tooManyValues
    case .tooManyProblems: .tooManyProblems
    case .syntax: .syntax
    case .fullWidth: .fullWidth
    case .csv: .csv
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .expected: .expected
    case .unknownParameter: .unknownParameter
    case .resultNotParameter: .resultNotParameter
    case .notANumber: .notANumber
    case .notAPlainNumber: .notAPlainNumber
    case .notAWholeNumber: .notAWholeNumber
    case .thousandsComma: .thousandsComma
    case .decimalComma: .decimalComma
    case .missingUnit: .missingUnit
    case .wrongUnit: .wrongUnit
    case .outOfRange: .outOfRange
    case .notADate: .notADate
    case .unknownDistrict: .unknownDistrict
    case .cityForDistrict: .cityForDistrict
    case .notByDistrict: .notByDistrict
    case .notAYear: .notAYear
    case .unknownWord: .unknownWord
    case .emptyChange: .emptyChange
    case .conflictingChange: .conflictingChange
    case .nothingToAdjust: .nothingToAdjust
    case .voidForCity: .voidForCity
    case .onlyBaseYear: .onlyBaseYear
    case .intervalOfFixed: .intervalOfFixed
    case .valueOutsideInterval: .valueOutsideInterval
    case .intervalEnd: .intervalEnd
    case .extendsCycle: .extendsCycle
    case .emptyHorizon: .emptyHorizon
    case .horizonBeforeBase: .horizonBeforeBase
    case .horizonTooLong: .horizonTooLong
    case .knownTooLate: .knownTooLate
    case .notAName: .notAName
    case .badAddress: .badAddress
    case .unknownSetting: .unknownSetting
    case .undatedSetting: .undatedSetting
    case .addressTooLong: .addressTooLong
    case .tooManyChanges: .tooManyChanges
    case .tooManyDraws: .tooManyDraws
    case .noDataset: .noDataset
    case .notJSON: .notJSON
    case .tableNotListed: .tableNotListed
    case .fileNotRead: .fileNotRead
    case .columnNotDescribed: .columnNotDescribed
    case .parameterElsewhere: .parameterElsewhere
    case .missingColumn: .missingColumn
    case .missingRows: .missingRows
    case .tooManyRows: .tooManyRows
    case .duplicateRow: .duplicateRow
    case .emptyField: .emptyField
    case .strayBlank: .strayBlank
    case .disagrees: .disagrees
    case .cityRow: .cityRow
    case .unitDiffers: .unitDiffers
    case .implausible: .implausible
    case .totalDiffers: .totalDiffers
    case .patternDiffers: .patternDiffers
    case .unknownName: .unknownName
    case .negative: .negative
    case .reversedRange: .reversedRange
    case .outsideOwnRange: .outsideOwnRange
    case .notOne: .notOne
    case .noEvidence: .noEvidence
    case .noRange: .noRange
    case .parameterMissing: .parameterMissing
    case .outsideDates: .outsideDates
    case .missingDistrict: .missingDistrict
    case .indexCycle: .indexCycle
    case .indexOutsideFormulas: .indexOutsideFormulas
    case .mortality: .mortality
    case .sharesExceedOne: .sharesExceedOne
    case .notACost: .notACost
    case .aboveOne: .aboveOne
    case .remainderDiffers: .remainderDiffers
    case .noWayOn: .noWayOn
    case .tooManyStates: .tooManyStates
    case .reservedName: .reservedName
    case .tooMany: .tooMany
    case .oneOf: .oneOf
    case .risingValue: .risingValue
    case .endlessStep: .endlessStep
    case .givesAndReceives: .givesAndReceives
    }
  }
}

extension Problem {
  /// The name that the message offers for the one found, nil when it offers none.
  public var suggestion: String? {
    switch self {
    case .unknownKey(_, let nearest, _), .unknownDistrict(_, let nearest), .unknownWord(_, let nearest, _),
      .missingColumn(_, let nearest), .columnNotDescribed(_, let nearest), .unknownName(_, _, let nearest),
      .unknownSetting(_, let nearest, _):
      nearest
    case .unknownParameter(_, let nearest, _): nearest?.path
    default: nil
    }
  }
}
