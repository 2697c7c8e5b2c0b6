import Domain
import Inputs

/// An example of every problem, and how a user mends it, for `docs/errors.md`.
struct ProblemExample {
  let problem: Problem
  let mend: Label

  private init(_ problem: Problem, zh: String, en: String) {
    self.problem = problem
    mend = Label(zh: zh, en: en)
  }

  static let all = files + shapes + parameters + scenarios + tables + values + transitions + allocation

  private static let files = [
    ProblemExample(
      .fileNotFound,
      zh: "检查路径和文件名；表和参数文件见数据包说明", en: "Check the path and the name; a package needs every table and parameter file."),
    ProblemExample(
      .folderNotFound(path: "../datasets/hangzou"),
      zh: "改正 dataset: 后面的路径；它相对于情景文件", en: "Correct the path behind dataset:; it is relative to the scenario's file."),
    ProblemExample(
      .notUTF8(looksLikeGB18030: true),
      zh: "用编辑器或 iconv -f GB18030 -t UTF-8 转换后保存",
      en: "Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8."),
    ProblemExample(
      .tooLarge(limit: 5_000_000),
      zh: "看是否给错了文件；情景和参数文件只有几千字节",
      en: "See whether it is the right file; scenarios and parameters are a few kilobytes."),
    ProblemExample(
      .nestedTooDeep(limit: 64),
      zh: "减少括号或缩进的层数", en: "Use fewer levels of brackets or indentation."),
    ProblemExample(
      .tooManyValues(limit: 200_000),
      zh: "少用别名（*），直接写值", en: "Write values out in place of aliases (*)."),
    ProblemExample(
      .tooManyProblems(limit: 100),
      zh: "先改前面的，再检查一次", en: "Mend the first ones and check again."),
    ProblemExample(
      .syntax(detail: "found character that cannot start any token"),
      zh: "看所指位置的缩进、引号和括号；缩进用空格，不用制表符",
      en: "Look at the indentation, quotes and brackets there; indent by spaces, never tabs."),
    ProblemExample(
      .fullWidth(sign: "：", needed: ": "),
      zh: "切换到英文标点再输入", en: "Type it with the Chinese input method switched off."),
    ProblemExample(
      .csv(detail: Label(zh: "应有 6 个字段，实有 7 个", en: "expected 6 fields, found 7")),
      zh: "每行的字段数与表头相同；含逗号的文字放在双引号里",
      en: "Give each row as many fields as the header; put text with a comma in double quotes."),
  ]

  private static let shapes = [
    ProblemExample(
      .duplicateKey(name: "2026", firstLine: 7),
      zh: "两处留一处", en: "Keep one of the two."),
    ProblemExample(
      .unknownKey(name: "horizn", nearest: "horizon", allowed: ["horizon", "set"]),
      zh: "改用所列的键", en: "Use one of the known keys."),
    ProblemExample(
      .missingKey(name: "base_year"),
      zh: "补上这个键", en: "Add the key."),
    ProblemExample(
      .expected(.list, found: "24%"),
      zh: "改成所要的形式", en: "Write it in the form expected."),
  ]

  private static let parameters = [
    ProblemExample(
      .unknownParameter(path: "care.beds.conversion", nearest: nil, group: "care.beds"),
      zh: "用 minzheng parameters 查参数名", en: "Look the name up with minzheng parameters."),
    ProblemExample(
      .resultNotParameter(path: "care.beds.occupancy", label: Label(zh: "养老机构入住率", en: "Occupancy")),
      zh: "改公式里的参数", en: "Change a parameter that stands in its formula."),
    ProblemExample(
      .notANumber(text: "many"),
      zh: "写数字加单位", en: "Write a number and its unit."),
    ProblemExample(
      .notAPlainNumber(text: "5,015"),
      zh: "只写数字：不带单位、空格、分节逗号；没有的值不要写 NaN", en: "Write digits alone: no unit, blank or grouping comma, and never NaN."),
    ProblemExample(
      .notAWholeNumber(text: "1e3", high: "10000000"),
      zh: "只写数字", en: "Write digits alone."),
    ProblemExample(
      .thousandsComma,
      zh: "去掉逗号", en: "Leave the comma out."),
    ProblemExample(
      .decimalComma,
      zh: "小数用点", en: "Use a point."),
    ProblemExample(
      .missingUnit(text: "900", examples: ["元/人·月"]),
      zh: "在数字后面写单位", en: "Put the unit behind the number."),
    ProblemExample(
      .wrongUnit(text: "900 元", examples: ["张"]),
      zh: "换成参数的单位；换算后再写", en: "Give the value in a unit of the parameter."),
    ProblemExample(
      .outOfRange(text: "120%", low: "0%", high: "100%"),
      zh: "检查数字和单位；参数的允许范围见 minzheng parameters 路径",
      en: "Check the number and its unit; minzheng parameters PATH shows the range allowed."),
    ProblemExample(
      .notADate(text: "2O26"),
      zh: "写四位年份或 年-月-日", en: "Write a year of four digits or YEAR-MONTH-DAY."),
    ProblemExample(
      .unknownDistrict(name: "淳安", nearest: "淳安县"),
      zh: "用 districts.csv 里的名称或代码", en: "Use a name or code of districts.csv."),
    ProblemExample(
      .cityForDistrict(name: "杭州市"),
      zh: "去掉 districts 或 /杭州市", en: "Leave out districts, or /杭州市."),
    ProblemExample(
      .notByDistrict(path: "benefits.dibao.ratio"),
      zh: "不写 districts，直接给全市的值", en: "Leave districts out and give the city's value."),
    ProblemExample(
      .notAYear(text: "20x0"),
      zh: "写四位年份", en: "Write four digits."),
    ProblemExample(
      .unknownWord(text: "liner", nearest: "linear", allowed: ["linear", "step"]),
      zh: "改用所列的词", en: "Use one of the words listed."),
    ProblemExample(
      .emptyChange(path: "care.beds.convert"),
      zh: "写出值，或删去这一行", en: "Give a value, or leave the line out."),
    ProblemExample(
      .conflictingChange,
      zh: "写成 {from: 2026, multiply: 0.9} 或 {from: 2026, add: 1%}",
      en: "Write {from: 2026, multiply: 0.9} or {from: 2026, add: 1%}."),
    ProblemExample(
      .nothingToAdjust(path: "benefits.dibao.path"),
      zh: "不用 multiply 或 add，写 {年份: 值}", en: "Write {YEAR: value} instead of multiply or add."),
    ProblemExample(
      .voidForCity(path: "care.institution.district_factor"),
      zh: "写 districts: {\"*\": 值}，或逐个区县给值",
      en: "Write districts: {\"*\": value}, or name the districts one by one."),
    ProblemExample(
      .onlyBaseYear(path: "care.beds.opening", year: 2020),
      zh: "只给基年的值", en: "Give the value of the base year only."),
  ]

  private static let scenarios = [
    ProblemExample(
      .intervalOfFixed(path: "care.beds.opening"),
      zh: "去掉区间；期初值的不确定性用情景表示", en: "Leave the interval out; show an opening value's uncertainty by scenarios."),
    ProblemExample(
      .valueOutsideInterval(value: "18%", low: "20%", high: "30%"),
      zh: "让值严格落在区间两端之间", en: "Put the value strictly between the ends."),
    ProblemExample(
      .intervalEnd(text: "0%"),
      zh: "比例的区间落在 0% 与 100% 之间；不会为负的量，下端大于 0",
      en: "End a share's interval inside 0% to 100%, and that of what cannot be negative above 0."),
    ProblemExample(
      .extendsCycle(files: ["a.yaml", "b.yaml", "a.yaml"]),
      zh: "去掉其中一个 extends", en: "Take one extends out of the circle."),
    ProblemExample(
      .emptyHorizon(from: 2030, to: 2025),
      zh: "把起止年份对调", en: "Exchange the two years."),
    ProblemExample(
      .horizonBeforeBase(year: 2019, base: 2020),
      zh: "从基年或以后开始", en: "Begin in the base year or later."),
    ProblemExample(
      .horizonTooLong(limit: 200),
      zh: "检查年份", en: "Check the years."),
    ProblemExample(
      .knownTooLate(year: 2040, newest: 2025),
      zh: "去掉 known_until，或先把新的数据补进 observed.csv", en: "Leave known_until out, or add newer data to observed.csv first."
    ),
    ProblemExample(
      .notAName(text: "../baseline"),
      zh: "换一个名字；要写到别处用 --out", en: "Give another name; write elsewhere with --out."),
    ProblemExample(
      .badAddress(text: "care.beds.convert"),
      zh: "写成 路径@年份=值", en: "Write PATH@YEAR=VALUE."),
    ProblemExample(
      .unknownSetting(name: "known_until", nearest: nil, known: ["horizon.from", "horizon.to"]),
      zh: "已知年份用 --known-until，其余写进情景文件",
      en: "Use --known-until for the year known; write the rest into a scenario file."),
    ProblemExample(
      .undatedSetting(path: "horizon.to"),
      zh: "去掉 @ 和年份", en: "Leave out @ and the year."),
    ProblemExample(
      .addressTooLong(limit: 1_000),
      zh: "用参数表里的路径", en: "Use a path of the list of parameters."),
    ProblemExample(
      .tooManyChanges(limit: 1_000),
      zh: "把改动写进情景文件", en: "Put the changes into a scenario file."),
    ProblemExample(
      .tooManyDraws(limit: 10_000_000),
      zh: "减少模拟次数", en: "Ask for fewer draws."),
    ProblemExample(
      .noDataset,
      zh: "在情景里写 dataset:，或加 --dataset", en: "Write dataset: in the scenario, or add --dataset."),
  ]

  private static let tables = [
    ProblemExample(
      .notJSON,
      zh: "看所指位置附近：多余的逗号、缺少的逗号或引号", en: "Look near that place for a comma too many, or a comma or quote missing."),
    ProblemExample(
      .tableNotListed(table: "tables/extra.csv"),
      zh: "在 resources 里加上它，或移出 tables", en: "Add it to resources, or take it out of tables."),
    ProblemExample(
      .fileNotRead(known: ["parameters/care.yaml"]),
      zh: "把内容移到所列文件，删去这个文件", en: "Move what it says into the files named, and delete it."),
    ProblemExample(
      .columnNotDescribed(name: "person", nearest: "persons"),
      zh: "改正列名，或在 schema 里说明这一列", en: "Correct the name, or describe the column in the schema."),
    ProblemExample(
      .parameterElsewhere(path: "demography.srb", file: "parameters/demography.yaml"),
      zh: "移到所说的文件；若那里已有，留一处", en: "Move it to the file named; where it stands there already, keep one."),
    ProblemExample(
      .missingColumn(name: "persons", nearest: "person"),
      zh: "加上这一列，或改正列名", en: "Add the column, or correct its name."),
    ProblemExample(
      .missingRows(detail: "kind = resident, district_code = 330102, sex = female, age = 1"),
      zh: "补上缺的行；所示为第一处", en: "Add the rows; the first one missing is shown."),
    ProblemExample(
      .tooManyRows(limit: 500),
      zh: "看是否给错了表", en: "See whether it is the right table."),
    ProblemExample(
      .duplicateRow(key: "population.births 330100 2021"),
      zh: "留一行", en: "Keep one of the rows."),
    ProblemExample(
      .emptyField(column: "source"),
      zh: "填上", en: "Fill it in."),
    ProblemExample(
      .strayBlank(text: "上城区 "),
      zh: "去掉空格", en: "Leave the blank out."),
    ProblemExample(
      .disagrees(text: "精准保障", expected: "精准保障示范区", key: "precise_security", firstLine: 2),
      zh: "两处写成一样，或改正前面的标识", en: "Write both alike, or correct the name they stand under."),
    ProblemExample(
      .cityRow(code: "330100"),
      zh: "删去这一行", en: "Delete the row."),
    ProblemExample(
      .unitDiffers(found: "beds", expected: "share"),
      zh: "用指标的单位，值也要换算", en: "Use the indicator's unit, and convert the value."),
    ProblemExample(
      .implausible(text: "65", low: "0", high: "1", unit: "share"),
      zh: "表里用内部单位：占比写 0.65，金额写元", en: "Tables hold inside units: write 0.65 for 65 %, and yuan for money."),
    ProblemExample(
      .totalDiffers(sum: 12_465_000, published: 11_965_000),
      zh: "查 population.csv 的行与公布数，错的一方改正",
      en: "Find out which is wrong, a row of population.csv or the published total."),
    ProblemExample(
      .patternDiffers(text: "33012", pattern: "[0-9]{6}"),
      zh: "按所示格式写", en: "Write it in the form shown."),
    ProblemExample(
      .unknownName(kind: Label(zh: "指标", en: "indicator"), name: "population.birth", nearest: "population.births"),
      zh: "改正名称；指标见 minzheng indicators，来源见 SOURCES.md",
      en: "Correct the name; minzheng indicators lists indicators, SOURCES.md the sources."),
    ProblemExample(
      .negative(text: "-5015"),
      zh: "改为零或正数", en: "Write zero or more."),
  ]

  private static let values = [
    ProblemExample(
      .reversedRange(low: "36%", high: "24%"),
      zh: "先写下限，再写上限", en: "Write the lower end first."),
    ProblemExample(
      .outsideOwnRange(text: "1.16", low: "1.06", high: "1.14"),
      zh: "改值，或放宽范围", en: "Correct the value, or widen the range."),
    ProblemExample(
      .notOne(what: "demography.migration.district_share", sum: 0.99),
      zh: "改到合计为 1", en: "Change them until they add up to 1."),
    ProblemExample(
      .noEvidence,
      zh: "补上 evidence 和 source", en: "Add evidence and source."),
    ProblemExample(
      .noRange(evidence: "assumed"),
      zh: "加上 range: [下限, 上限]", en: "Add range: [LOW, HIGH]."),
    ProblemExample(
      .parameterMissing(path: "demography.srb"),
      zh: "在所示文件里加上这个参数", en: "Add the parameter to the file named."),
    ProblemExample(
      .outsideDates(path: "demography.fertility.tfr", area: "杭州市", year: 2020),
      zh: "补上当年可知的值，或改 before、beyond", en: "Add a value known in that year, or change before or beyond."),
    ProblemExample(
      .missingDistrict(path: "demography.migration.district_share", district: "滨江区"),
      zh: "补上这个区县", en: "Add the district."),
    ProblemExample(
      .indexCycle(paths: ["care.workers.intake_growth", "care.workers.hires", "care.workers.intake_growth"]),
      zh: "其中一个改用 beyond: hold", en: "Let one of them end with beyond: hold."),
    ProblemExample(
      .indexOutsideFormulas(path: "demography.migration.net", index: "population.total"),
      zh: "改随一个参数变动，或用 beyond: hold", en: "Follow a parameter instead, or let it end with beyond: hold."),
    ProblemExample(
      .mortality(
        Label(
          zh: "district_code = 330100，year = 2030：死亡率为负",
          en: "district_code = 330100, year = 2030: a death rate is negative")),
      zh: "检查 mortality_rates.csv 的死亡率", en: "Check the death rates of mortality_rates.csv."),
    ProblemExample(
      .sharesExceedOne(line: "dibao", sum: 1.1, remainder: Label(zh: "区县财政", en: "Districts")),
      zh: "改小其中一个 fiscal.….share_…", en: "Make one of fiscal.….share_… smaller."),
    ProblemExample(
      .notACost(text: "minutes"),
      zh: "清空 line 和 costs", en: "Leave line and costs empty."),
  ]

  private static let transitions = [
    ProblemExample(
      .aboveOne(what: "from = healthy, age = 61, sex = female", sum: 1.02),
      zh: "减小转出概率，使同一状态、年龄、性别之和不超过 1",
      en: "Lower the probabilities that lead out of the state at that age and sex to a sum of at most 1."),
    ProblemExample(
      .remainderDiffers(text: "0.8", remainder: 0.85),
      zh: "删去留在原状态的行，它等于 1 减转出概率；或改正转出概率",
      en: "Leave the row of staying out, which is 1 less the ways out, or correct the ways out."),
    ProblemExample(
      .noWayOn(state: "disabled", sex: .female, age: 100),
      zh: "补上从该状态出发的行；若无人离开，写一行 from 与 to 相同、概率为 1",
      en: "Add rows from that state; where nobody leaves it, a row with the same from and to and probability 1."),
    ProblemExample(
      .tooManyStates(limit: 100),
      zh: "看 from 与 to 两列是否给错了内容；合并状态", en: "See whether from and to hold what they should; merge states."),
    ProblemExample(
      .reservedName(text: "*"),
      zh: "换一个状态名", en: "Give the state another name."),
  ]

  private static let allocation = [
    ProblemExample(
      .tooMany(what: Label(zh: "台阶", en: "steps"), limit: 20),
      zh: "合并相近的各项", en: "Merge those that are near each other."),
    ProblemExample(
      .oneOf(keys: ["yuan", "share"]),
      zh: "金额用 yuan，占比用 share，留一个", en: "Write yuan for an amount or share for a share, and leave the other out."),
    ProblemExample(
      .risingValue(text: "0.9", before: "0.75"),
      zh: "把台阶按 value 从高到低排列", en: "Put the steps in the order of falling values."),
    ProblemExample(
      .endlessStep,
      zh: "给这一级写 width，或把它放在最后", en: "Give the step a width, or put it last."),
    ProblemExample(
      .givesAndReceives(account: "city"),
      zh: "只由一方转给另一方；去掉其中一条", en: "Let money go one way only; leave one of the transfers out."),
  ]
}
