import Domain
import Tables

/// Where things stand on every sheet of a budget workbook: four columns of words, then the year before and the years of
/// the budget, so that the same column is the same year everywhere.
struct BookGrid: Hashable, Sendable {
  /// The last year before the budget.
  let before: Year
  let years: ClosedRange<Year>

  static let words = 4

  init(_ years: ClosedRange<Year>) {
    self.years = years
    before = years.lowerBound - 1
  }

  var all: [Year] { Array(before...years.upperBound) }
  /// Columns of years, the one before included.
  var columns: ClosedRange<Int> { BookGrid.words...BookGrid.words + years.count }
  /// The first column behind the years.
  var behind: Int { columns.upperBound + 1 }

  func column(_ year: Year) -> Int { BookGrid.words + year - before }
  func letters(_ year: Year) -> String { columnLetters(column(year)) }

  /// Heads of the years.
  var heads: [SheetCell] { all.map { .number(Double($0), SheetStyle(.head, .year)) } }

  /// Widths of all columns, the words' first.
  func widths(_ words: [Double], _ more: [Double] = []) -> [Double] {
    words + Array(repeating: 13, count: all.count) + more
  }
}

/// The sheets of a budget workbook, by what they are.
enum BookSheet: String, CaseIterable, Hashable, Sendable {
  case cover, contents, summary, lines, districts, projects, medium, fund, outlook, quantiles, scenarios, check
  case assumptions, held, model, fixed, data, accounts, indicators, targets, long

  /// Without anything that a reference would have to quote.
  var name: Label {
    switch self {
    case .cover: Label(zh: "封面", en: "Cover")
    case .contents: Label(zh: "目录", en: "Contents")
    case .summary: Label(zh: "收支汇总", en: "Summary")
    case .lines: Label(zh: "科目付款方", en: "Lines")
    case .districts: Label(zh: "区县", en: "Districts")
    case .projects: Label(zh: "项目支出", en: "Projects")
    case .medium: Label(zh: "中期规划", en: "MediumTerm")
    case .fund: Label(zh: "公益金", en: "Fund")
    case .outlook: Label(zh: "五年展望", en: "Outlook")
    case .quantiles: Label(zh: "分位数", en: "Quantiles")
    case .scenarios: Label(zh: "情景比较", en: "Scenarios")
    case .check: Label(zh: "校验", en: "Check")
    case .assumptions: Label(zh: "假设", en: "Assumptions")
    case .held: Label(zh: "其他参数", en: "OtherInputs")
    case .model: Label(zh: "计算", en: "Model")
    case .fixed: Label(zh: "定值", en: "Fixed")
    case .data: Label(zh: "预算", en: "Data")
    case .accounts: Label(zh: "账户", en: "Acct")
    case .indicators: Label(zh: "指标", en: "Indicators")
    case .targets: Label(zh: "目标", en: "Targets")
    case .long: Label(zh: "长表", en: "Long")
    }
  }

  /// What it holds, for the contents.
  var about: Label {
    switch self {
    case .cover: Label(zh: "运行说明、可改单元格的说明、总校验", en: "what was run, which cells follow, the master check")
    case .contents: Label(zh: "各表清单", en: "the sheets")
    case .summary: Label(zh: "财政性资金、保险支付、居民自付三项汇总", en: "fiscal money, insurance and households in three sums")
    case .lines: Label(zh: "每个科目由谁支付", en: "who pays what of each line")
    case .districts: Label(zh: "各区县三项合计", en: "the three sums of every district")
    case .projects: Label(zh: "项目支出及测算依据", en: "spending by project and how it is worked out")
    case .medium: Label(zh: "三年项目中期规划", en: "a plan of three years by project")
    case .fund: Label(zh: "福彩公益金：按公开的四类和层级", en: "the lottery fund by published classes and levels")
    case .outlook: Label(zh: "五年走势和增长来源", en: "five years and what growth is made of")
    case .quantiles: Label(zh: "各付款方的分位数", en: "quantiles by payer")
    case .scenarios: Label(zh: "情景比较和变更", en: "scenarios side by side and what changes")
    case .check: Label(zh: "勾稽关系和总校验", en: "cross-checks and the master check")
    case .assumptions: Label(zh: "可以改动的假设", en: "assumptions that may be changed")
    case .held: Label(zh: "不随动的参数和原因", en: "inputs that are not followed, and why")
    case .model: Label(zh: "与模型相同的公式", en: "the model's own formulas")
    case .fixed: Label(zh: "公式所用而不随动的数", en: "what formulas read that does not follow")
    case .data: Label(zh: "科目 × 付款方 × 区县，元", en: "line × payer × district, in yuan")
    case .accounts: Label(zh: "公益金各账户，元", en: "accounts of the fund, in yuan")
    case .indicators: Label(zh: "全部指标，区县和年份", en: "all indicators by district and year")
    case .targets: Label(zh: "规划目标", en: "targets of the plan")
    case .long: Label(zh: "全市指标的分位数，长表", en: "quantiles of the city's indicators, a row a value")
    }
  }
}
