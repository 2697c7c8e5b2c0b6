import Domain

/// Studies: what is varied, which points are looked at, what is asked of them.
extension Problem {
  public static func noStatedRange(path: String) -> Problem {
    Problem(
      "no-stated-range", zh: "数据集没有给出 ‘\(path)’ 的范围，或到信息截止年还不知道",
      en: "the dataset states no range of '\(path)', or none that is known at the information date",
      mend: Label(
        zh: "直接写数值、范围或分布；minzheng parameters 路径 显示数据集写了什么",
        en: "Write values, a range or a distribution; minzheng parameters PATH shows what the dataset says."))
  }

  public static func statedAlone(path: String) -> Problem {
    Problem(
      "stated-alone", zh: "stated 用于整个参数，不分年份和区县；写成 \(path): stated",
      en: "'stated' is about the parameter as a whole, without year or district; write \(path): stated",
      mend: Label(zh: "去掉 @ 和后面的部分", en: "Leave out @ and what follows."))
  }

  public static func axisWithoutLevels(name: String) -> Problem {
    Problem(
      "axis-without-levels", zh: "grid 要知道 ‘\(name)’ 取哪些值",
      en: "a grid needs to know which values '\(name)' takes",
      mend: Label(
        zh: "写成列表，或加 steps；连续分布用 latin-hypercube 或 sobol",
        en: "Write a list, or add steps; for distributions take latin-hypercube or sobol."))
  }

  public static func unequalLevels(name: String, counts: [Int]) -> Problem {
    let list = counts.map { "\($0)" }.listed
    return Problem(
      "unequal-levels", zh: "‘\(name)’ 中一起变动的地址取值个数不同：\(list.zh)",
      en: "the addresses that move together in '\(name)' take different numbers of values: \(list.en)",
      mend: Label(zh: "每个地址写同样多的值", en: "Give each address as many values."))
  }

  public static func betweenWholeNumbers(path: String) -> Problem {
    Problem(
      "between-whole-numbers", zh: "‘\(path)’ 只取整数，中间的数没有意义",
      en: "'\(path)' takes whole numbers; what lies between means nothing",
      mend: Label(zh: "写成整数的列表", en: "Write a list of whole numbers."))
  }

  public static let varyBesideTable = Problem(
    "vary-beside-table", zh: "点由表给出时不写 vary", en: "where a table gives the points there is no vary",
    mend: Label(zh: "把 vary 里的地址写成表的列", en: "Make the addresses columns of the table."))

  public static func badOutcome(text: String) -> Problem {
    Problem(
      "bad-outcome", zh: "‘\(text)’ 应为 指标@年份，后面可写 /区县 和 :统计量",
      en: "'\(text)' should be INDICATOR@YEAR, then /DISTRICT and :STATISTIC where wanted",
      mend: Label(zh: "例如 fiscal.public_cost@2030:p90", en: "Such as fiscal.public_cost@2030:p90."))
  }

  public static func badCondition(text: String) -> Problem {
    Problem(
      "bad-condition", zh: "‘\(text)’ 应为 指标@年份>=数值，也可用 <=、>、<",
      en: "'\(text)' should be INDICATOR@YEAR>=VALUE, or with <=, >, <",
      mend: Label(
        zh: "例如 'care.workers.certified_per_10k@2030>=28'，整个放在引号里",
        en: "Such as 'care.workers.certified_per_10k@2030>=28', all of it in quotation marks."))
  }

  public static func badCap(text: String) -> Problem {
    Problem(
      "bad-cap", zh: "‘\(text)’ 应为 付款方=金额@年份", en: "'\(text)' should be PAYER=AMOUNT@YEAR",
      mend: Label(
        zh: "例如 'city=6亿元@2027'；付款方见 budget.csv，fiscal 是全部财政性资金",
        en: "Such as 'city=6亿元@2027'; payers are those of budget.csv, and fiscal is all fiscal money."))
  }

  public static func badLever(text: String) -> Problem {
    Problem(
      "bad-lever", zh: "‘\(text)’ 应为 地址=下端:上端", en: "'\(text)' should be ADDRESS=LOW:HIGH",
      mend: Label(
        zh: "例如 'care.workers.training_intake@2026=0 人:5000 人'，整个放在引号里",
        en: "Such as 'care.workers.training_intake@2026=0 人:5000 人', all of it in quotation marks."))
  }

  public static func statisticWithoutWorlds(statistic: String) -> Problem {
    Problem(
      "statistic-without-worlds", zh: "每点所在的模拟里没有 ‘\(statistic)’",
      en: "points have no '\(statistic)' in the worlds that the study asks for",
      mend: Label(zh: "加 worlds: common 200，或不写统计量", en: "Add worlds: common 200, or leave the statistic out."))
  }

  public static func chanceWithoutSample(design: String, allowed: [String]) -> Problem {
    let list = allowed.listed
    return Problem(
      "chance-without-sample", zh: "设计 ‘\(design)’ 不能以随机为一项输入",
      en: "the design '\(design)' has no place for chance as an input",
      mend: Label(zh: "用 \(list.zh)，或 worlds: common 200", en: "Take \(list.en), or worlds: common 200."))
  }

  public static func badCorrelation(text: String) -> Problem {
    Problem(
      "bad-correlation", zh: "‘\(text)’ 应为 [变动的量, 另一个, 相关系数]",
      en: "'\(text)' should be [axis, another, correlation]",
      mend: Label(
        zh: "例如 correlations: [[care.workers.exit_rate, fiscal.wage_growth, -0.4]]",
        en: "Such as correlations: [[care.workers.exit_rate, fiscal.wage_growth, -0.4]]."))
  }

  public static func impossibleTogether(text: String) -> Problem {
    Problem(
      "impossible-together", zh: "‘\(text)’ 与前面的相关系数不能并存",
      en: "'\(text)' cannot go together with the correlations before it",
      mend: Label(zh: "减小其中一个的绝对值", en: "Make one of them smaller in size."))
  }

  public static func badWorlds(text: String) -> Problem {
    Problem(
      "bad-worlds", zh: "‘\(text)’ 应为 central、common 个数、own 个数 或 chance 个数",
      en: "'\(text)' should be central, common NUMBER, own NUMBER or chance NUMBER",
      mend: Label(zh: "例如 worlds: common 200", en: "Such as worlds: common 200."))
  }

  public static func wrongPointCount(found: Int, expected: Int, design: String) -> Problem {
    Problem(
      "wrong-point-count", zh: "表有 \(found) 行，设计 ‘\(design)’ 有 \(expected) 个点",
      en: "the table has \(found) rows, the design '\(design)' \(expected) points",
      mend: Label(
        zh: "每个点一行，按 points.csv 的 id 排列；失败的点也留着，结果空着",
        en: "Keep a row for each point in the order of id in points.csv, failed ones too, with an empty outcome."))
  }

  public static func otherPoints(design: String) -> Problem {
    Problem(
      "other-points", zh: "这些点不是设计 ‘\(design)’ 的点，或不按它的顺序",
      en: "these are not the points of the design '\(design)', or not in its order",
      mend: Label(
        zh: "按 points.csv 的 id 排列，输入各列照抄 points.csv；打乱的表会给出错误的结论",
        en:
          "Sort by id as in points.csv and leave the columns of inputs as they are there; a shuffled table would give nonsense."
      ))
  }

  public static let emptyTable = Problem(
    "empty-table", zh: "表里没有点", en: "the table has no points",
    mend: Label(zh: "第一行写地址，每个点一行", en: "Put addresses in the first line, then a line for each point."))

  public static let standardInputUnread = Problem(
    "standard-input-unread", zh: "这里不读标准输入", en: "standard input is not read here",
    mend: Label(zh: "把点写进文件", en: "Put the points into a file."))
}
