import Domain
import Inputs

/// An example of every problem, in the order of `docs/errors.md`.
extension Problem {
  static let examples =
    files + shapes + numbers + changes + scenarios + packages + tables + figures + ages + parameters + names
    + transitions
    + allocation + studies + plans

  private static let files: [Problem] = [
    .fileNotFound,
    .notARegularFile,
    .folderNotFound(path: "../datasets/hangzou"),
    .notUTF8(looksLikeGB18030: true),
    .anotherKind(.workbook),
    .tooLarge(limit: 5_000_000),
    .nestedTooDeep(limit: 64),
    .tooManyValues(limit: 200_000),
    .tooManyProblems(limit: 100),
    .syntax(detail: "found character that cannot start any token"),
    .fullWidth(sign: "：", needed: ": "),
    .csv(detail: Label(zh: "应有 6 个字段，实有 7 个", en: "expected 6 fields, found 7")),
  ]

  private static let shapes: [Problem] = [
    .duplicateKey(name: "2026", firstLine: 7),
    .unknownKey(name: "horizn", nearest: "horizon", allowed: ["horizon", "set"]),
    .missingKey(name: "base_year"),
    .expected(.list, found: "24%"),
    .unknownWord(text: "liner", nearest: "linear", allowed: ["linear", "step"]),
  ]

  private static let numbers: [Problem] = [
    .notANumber(text: "many"),
    .notAPlainNumber(text: "5,015"),
    .notAWholeNumber(text: "1e3", high: "10000000"),
    .groupedDigits(text: "1,500 张", instead: "1500 张"),
    .decimalComma(text: "0,5", instead: "0.5"),
    .chineseQuotes(text: "“900 张”", instead: "900 张"),
    .signedFactor(text: "-10%", factor: "0.9", change: "-10%"),
    .missingUnit(text: "900", examples: ["元/人·月"]),
    .wrongUnit(text: "900 元", examples: ["张"]),
    .outOfRange(text: "120%", low: "0%", high: "100%"),
    .notAYear(text: "20x0"),
    .impossibleYear(6202, nearest: 2026),
    .notADate(text: "2O26"),
  ]

  private static let changes: [Problem] = [
    .unknownParameter(path: "care.beds.conversion", nearest: nil, group: "care.beds"),
    .resultNotParameter(path: "care.beds.occupancy", label: Label(zh: "养老机构入住率", en: "Occupancy")),
    .unknownDistrict(name: "淳安", nearest: "淳安县"),
    .formerDistrict(name: "江干区", until: 2021, successors: ["上城区 (330102)", "钱塘区 (330114)"]),
    .cityForDistrict(name: "杭州市"),
    .notByDistrict(path: "benefits.dibao.ratio"),
    .emptyChange(path: "care.beds.convert"),
    .conflictingChange,
    .nothingToAdjust(path: "benefits.dibao.path"),
    .voidForCity(path: "care.institution.district_factor"),
    .onlyBaseYear(path: "care.beds.opening", year: 2020),
    .intervalOfFixed(path: "care.beds.opening"),
    .valueOutsideInterval(value: "18%", low: "20%", high: "30%"),
    .intervalEnd(text: "0%"),
  ]

  private static let scenarios: [Problem] = [
    .extendsCycle(files: ["a.yaml", "b.yaml", "a.yaml"]),
    .extendsTooDeep(limit: 16),
    .emptyHorizon(from: 2030, to: 2025),
    .horizonBeforeBase(year: 2019, base: 2020),
    .horizonTooLong(limit: 200),
    .knownTooLate(year: 2040, newest: 2025),
    .notAName(text: "../baseline"),
    .badAddress(text: "care.beds.convert"),
    .unknownSetting(name: "known_until", nearest: nil, known: ["horizon.from", "horizon.to"]),
    .undatedSetting(path: "horizon.to"),
    .repeatedSetting(address: "care.beds.convert@2026", first: "--set[1]"),
    .noTargets(year: 2024, years: [2022, 2025]),
    .nothingJudged(open: 3, listed: 9),
    .addressTooLong(limit: 1_000),
    .tooManyChanges(limit: 1_000),
    .tooManyDraws(limit: 10_000_000),
    .noDataset,
  ]

  private static let packages: [Problem] = [
    .notJSON,
    .tableNotListed(table: "tables/extra.csv"),
    .fileNotRead(known: ["parameters/care.yaml"]),
    .columnNotDescribed(name: "person", nearest: "persons"),
    .patternDiffers(text: "33012", pattern: "[0-9]{6}"),
    .parameterElsewhere(path: "demography.srb", file: "parameters/demography.yaml"),
    .parameterMissing(path: "demography.srb"),
  ]

  private static let tables: [Problem] = [
    .missingColumn(name: "persons", nearest: "person"),
    .missingRows(detail: "kind = resident, district_code = 330102, sex = female, age = 1"),
    .tooManyRows(limit: 500),
    .duplicateRow(key: "population.births 330100 2021"),
    .emptyField(column: "source"),
    .strayBlank(text: "上城区 "),
    .disagrees(text: "精准保障", expected: "精准保障示范区", key: "precise_security", firstLine: 2),
    .unknownName(kind: Label(zh: "指标", en: "indicator"), name: "population.birth", nearest: "population.births"),
    .negative(text: "-5015"),
  ]

  private static let figures: [Problem] = [
    .cityRow(code: "330100"),
    .unitDiffers(found: "beds", expected: "share"),
    .implausible(text: "65", low: "0", high: "1", unit: "share"),
    .noFigure(indicator: "benefits.dibao.recipients", area: "余杭区", year: 2024),
    .wrongSize(
      text: "124.77", factor: 10_000, isTooLarge: false,
      beside: Label(zh: " 2023 年公布数 1247700 ", en: "1247700, published for 2023")),
    .totalDiffers(sum: 12_465_000, published: 11_965_000),
    .mortality(
      Label(
        zh: "district_code = 330100，year = 2030：死亡率为负",
        en: "district_code = 330100, year = 2030: a death rate is negative")),
    .sharesExceedOne(line: "dibao", sum: 1.1, remainder: Label(zh: "区县财政", en: "Districts")),
    .notACost(text: "minutes"),
  ]

  private static let ages: [Problem] = [
    .openAge(text: "85+", last: 100),
    .ageGroup(text: "5–9", last: 100),
    .overlappingAges(what: "sex = female, year = 2020", text: "5–10", next: 10),
    .fiveYearAges(what: "sex = female, year = 2020", last: 85),
    .sparseMigrants,
    .perThousand(text: "4.5"),
    .zeroRate(sex: .female, age: 7, year: 2021),
    .zeroAtOpenAge(what: "sex = female, year = 2020", age: 100),
    .yearOutsideData(2030, first: 2016, last: 2023),
    .agesOfMothers(text: "1", low: 10, high: 60),
    .fertilityTotal(17.5, what: "district_code = 990001, year = 2021"),
  ]

  private static let parameters: [Problem] = [
    .reversedRange(low: "36%", high: "24%"),
    .outsideOwnRange(text: "1.16", low: "1.06", high: "1.14"),
    .notOne(what: "demography.migration.district_share", sum: 0.99),
    .noEvidence,
    .noRange(evidence: "assumed"),
    .outsideDates(path: "demography.fertility.tfr", area: "杭州市", year: 2020),
    .missingDistrict(path: "demography.migration.district_share", district: "滨江区"),
    .indexCycle(paths: ["care.workers.intake_growth", "care.workers.hires", "care.workers.intake_growth"]),
    .indexOutsideFormulas(path: "demography.migration.net", index: "population.total"),
  ]

  private static let names: [Problem] = [
    .looksAlike(name: "CDR２", other: "CDR2", line: 3),
    .invisibleCharacter(name: "死亡⟨U+200B⟩"),
    .nobodyEnters(state: "ill"),
    .deadComeBack(state: "dead", to: "healthy"),
  ]

  private static let transitions: [Problem] = [
    .aboveOne(what: "from = healthy, age = 61, sex = female", sum: 1.02),
    .remainderDiffers(text: "0.8", remainder: 0.85),
    .noWayOn(state: "disabled", sex: .female, age: 100),
    .tooManyStates(limit: 100),
    .reservedName(text: "*"),
  ]

  private static let plans: [Problem] = [
    .targetExists(id: "nursing_bed_share_pct"),
    .noYears,
    .onlyListed(
      name: "护理型床位占比例",
      akin: [.init("care.beds.nursing_share", Label(zh: "护理型床位占比", en: "Nursing-type share of beds"))]),
    .onlyListedTarget(id: "assist_consortium_levels", label: Label(zh: "三级助联体", en: "Consortium, three levels")),
    .alreadyPublished(name: "care.beds.nursing_share", year: 2020, value: "55.8%", source: "fyp14"),
  ]

  private static let allocation: [Problem] = [
    .tooMany(what: Label(zh: "台阶", en: "steps"), limit: 20),
    .oneOf(keys: ["yuan", "share"]),
    .risingValue(text: "0.9", before: "0.75"),
    .endlessStep,
    .givesAndReceives(account: "city"),
  ]

  private static let studies: [Problem] = [
    .noStatedRange(path: "care.beds.opening"),
    .statedAlone(path: "benefits.takeup"),
    .axisWithoutLevels(name: "fiscal.wage_growth"),
    .unequalLevels(name: "pace", counts: [3, 4]),
    .betweenWholeNumbers(path: "care.ability.reading"),
    .varyBesideTable,
    .badOutcome(text: "fiscal.public_cost"),
    .statisticWithoutWorlds(statistic: "p90"),
    .badWorlds(text: "many"),
    .chanceWithoutSample(design: "grid", allowed: ["sobol", "saltelli"]),
    .badCorrelation(text: "[a, b]"),
    .impossibleTogether(text: "[a, b, 0.9]"),
    .badLever(text: "care.workers.training_intake=5000"),
    .badCondition(text: "care.workers.shortage@2030=0"),
    .badCap(text: "city 6亿元"),
    .wrongPointCount(found: 639, expected: 640, design: "design.json"),
    .otherPoints(design: "design.json"),
    .emptyTable,
    .standardInputUnread,
  ]
}
