/// The units of the model. A new one is one declaration here and its name in ``Unit/all``.
extension Unit {
  public static let share = Unit(
    "share", zh: "%", examples: ["%", "0…1"], mayBeBare: true, plausible: 0...1,
    level: Figure(decimals: 1, powerOfTen: -2, name: Label(zh: "%", en: "%")),
    changes: [Figure(decimals: 2, powerOfTen: -2, name: Label(zh: "百分点", en: "pp"))])
  public static let ratio = Unit(
    "ratio", zh: "比值", examples: ["ratio"], mayBeBare: true,
    level: Figure(decimals: 2), changes: [Figure(decimals: 3)])
  public static let flag = Unit(
    "flag", zh: "是否", examples: ["flag"], mayBeBare: true, isAmount: false, plausible: 0...1)
  public static let version = Unit(
    "version", zh: "版本", examples: ["version"], mayBeBare: true, isAmount: false, level: Figure(decimals: 1))
  public static let persons = Unit(
    "persons", zh: "人", Dimension(persons: 1), mayBeBare: true, plausible: 0...1e12, hasBalances: true)
  public static let beds = Unit(
    "beds", zh: "张", Dimension(beds: 1), mayBeBare: true, plausible: 0...1e12, hasBalances: true)
  public static let count = Unit("count", zh: "个", Dimension(items: 1), mayBeBare: true)
  public static let years = Unit(
    "years", zh: "岁", Dimension(years: 1), mayBeBare: true, plausible: 0...130,
    level: Figure(decimals: 1), changes: [Figure(decimals: 3)])
  public static let hours = Unit(
    "hours", zh: "小时", Dimension(hours: 1), examples: ["小时", "万小时"], plausible: 0...1e12, hasBalances: true)
  public static let minutes = Unit("minutes", zh: "分钟", Dimension(hours: 1), scale: 1.0 / 60)

  public static let yuan = Unit(
    "yuan", zh: "元", Dimension(yuan: 1), examples: ["元", "万元", "亿元"],
    level: Figure(decimals: 2, powerOfTen: 8, name: Label(zh: "亿元", en: "10⁸ yuan")),
    changes: [
      Figure(decimals: 2, powerOfTen: 8, name: Label(zh: "亿元", en: "10⁸ yuan"), from: 1e7),
      Figure(decimals: 1, powerOfTen: 4, name: Label(zh: "万元", en: "10⁴ yuan")),
    ])
  public static let yuanPerYear = Unit("yuan/year", zh: "元/年", Dimension(yuan: 1, years: -1))
  public static let yuanPerPersonYear = Unit(
    "yuan/person/year", zh: "元/人·年", Dimension(persons: -1, yuan: 1, years: -1), examples: ["元/人·年", "元/人·月"])
  public static let yuanPerPersonMonth = Unit(
    "yuan/person/month", zh: "元/人·月", Dimension(persons: -1, yuan: 1, years: -1), scale: 12,
    examples: ["元/人·年", "元/人·月"])
  public static let yuanPerPersonDay = Unit(
    "yuan/person/day", zh: "元/人·天", Dimension(persons: -1, yuan: 1, years: -1), scale: 365,
    examples: ["元/人·天", "元/人·月"])
  public static let yuanPerPerson = Unit("yuan/person", zh: "元/人", Dimension(persons: -1, yuan: 1))
  public static let yuanPerBed = Unit("yuan/bed", zh: "元/张", Dimension(yuan: 1, beds: -1))
  public static let yuanPerHour = Unit("yuan/hour", zh: "元/小时", Dimension(yuan: 1, hours: -1))
  public static let yuanPerCount = Unit("yuan/count", zh: "元/个", Dimension(yuan: 1, items: -1))
  public static let countPerPersonYear = Unit(
    "count/person/year", zh: "个/人·年", Dimension(persons: -1, years: -1, items: 1), level: Figure(decimals: 1))
  public static let yuanPerCountYear = Unit(
    "yuan/count/year", zh: "元/个·年", Dimension(yuan: 1, years: -1, items: -1))

  public static let daysPerYear = Unit("days/year", zh: "天/年", over: Dimension(years: 1), scale: 1.0 / 365)
  public static let hoursPerPersonMonth = Unit(
    "hours/person/month", zh: "小时/人·月", Dimension(persons: -1, years: -1, hours: 1), scale: 12)
  public static let bedsPerTenThousand = Unit(
    "beds/10k persons", zh: "张/万人", Dimension(persons: -1, beds: 1), scale: 1e-4,
    level: Figure(decimals: 1, name: Label(zh: "每万人", en: "per 10 000")), changes: [Figure(decimals: 2)])
  public static let personsPerTenThousand = Unit(
    "persons/10k persons", zh: "人/万人", over: Dimension(persons: 1), scale: 1e-4,
    level: Figure(decimals: 1, name: Label(zh: "每万人", en: "per 10 000")), changes: [Figure(decimals: 2)])
  public static let personsPerBed = Unit("persons/bed", zh: "人/张", Dimension(persons: 1, beds: -1))

  /// Every unit a parameter, an indicator or a target may have.
  public static let all: [Unit] = [
    .share, .ratio, .flag, .version, .persons, .yuan, .beds, .years, .count, .hours, .minutes, .yuanPerPersonYear,
    .yuanPerPersonMonth, .yuanPerPersonDay, .yuanPerPerson, .yuanPerBed, .yuanPerHour, .daysPerYear,
    .hoursPerPersonMonth, .bedsPerTenThousand, .personsPerTenThousand, .personsPerBed, .yuanPerYear, .yuanPerCount,
    .yuanPerCountYear, .countPerPersonYear,
  ]
}
