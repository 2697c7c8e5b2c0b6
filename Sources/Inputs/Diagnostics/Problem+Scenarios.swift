import Domain

/// Scenario files, and what the command line lays over them.
extension Problem {
  public static func extendsCycle(files: [String]) -> Problem {
    let way = files.joined(separator: " → ")
    return Problem(
      "extends-cycle", zh: "extends 形成循环：\(way)", en: "extends goes round in a circle: \(way)",
      mend: Label(zh: "去掉其中一个 extends", en: "Take one extends out of the circle."))
  }

  public static func extendsTooDeep(limit: Int) -> Problem {
    Problem(
      "extends-too-deep", zh: "extends 超过 \(limit) 层", en: "more than \(limit) files extend one another",
      mend: Label(zh: "合并其中几个文件", en: "Put some of the files together."))
  }

  public static func emptyHorizon(from: Year, to: Year) -> Problem {
    Problem(
      "empty-horizon", zh: "起始年 \(from) 晚于终止年 \(to)", en: "the first year, \(from), is after the last, \(to)",
      mend: Label(zh: "把起止年份对调", en: "Exchange the two years."))
  }

  public static func horizonBeforeBase(year: Year, base: Year) -> Problem {
    Problem(
      "horizon-before-base", zh: "\(year) 年早于数据的基年 \(base)", en: "\(year) is before the base year of the data, \(base)",
      mend: Label(zh: "从基年或以后开始", en: "Begin in the base year or later."))
  }

  public static func horizonTooLong(limit: Int) -> Problem {
    Problem(
      "horizon-too-long", zh: "起止年份相隔超过 \(limit) 年", en: "more than \(limit) years from the first to the last",
      mend: Label(zh: "检查年份", en: "Check the years."))
  }

  public static func knownTooLate(year: Year, newest: Year) -> Problem {
    Problem(
      "known-too-late", zh: "\(year) 年还什么都不知道：最新的数据是 \(newest) 年的",
      en: "nothing is known of \(year) yet: the newest data are of \(newest)",
      mend: Label(
        zh: "去掉 known_until，或先把新的数据补进 observed.csv",
        en: "Leave known_until out, or add newer data to observed.csv first."))
  }

  public static func notAName(text: String) -> Problem {
    Problem(
      "not-a-name", zh: "‘\(text)’ 不能作名字：结果写在以它命名的文件夹里，只能有文字、数字、空格和 -_.+()，不以点开头，至多 \(Limits.nameLength) 个字",
      en:
        "'\(text)' cannot be a name: results go to a folder of that name; letters, digits, blanks and -_.+() only, no leading point, at most \(Limits.nameLength)",
      mend: Label(zh: "换一个名字；要写到别处用 --out", en: "Give another name; write elsewhere with --out."))
  }

  public static func badAddress(text: String) -> Problem {
    Problem(
      "bad-address", zh: "‘\(text)’ 不是 地址=值，例如 ‘care.beds.convert@2026=900 张’",
      en: "'\(text)' is not ADDRESS=VALUE, such as 'care.beds.convert@2026=900 张'",
      mend: Label(zh: "写成 路径@年份=值", en: "Write PATH@YEAR=VALUE."))
  }

  public static func unknownSetting(name: String, nearest: String?, known: [String]) -> Problem {
    let rest = nearest == nil ? Label(zh: "；可用：\(known.listed.zh)", en: "; known: \(known.listed.en)") : .empty
    return Problem(
      "unknown-setting", zh: "--set 不能设定 ‘\(name)’\(rest.zh)", en: "--set cannot set '\(name)'\(rest.en)",
      near: nearest,
      mend: Label(
        zh: "已知年份用 --known-until，其余写进情景文件",
        en: "Use --known-until for the year known; write the rest into a scenario file."))
  }

  public static func undatedSetting(path: String) -> Problem {
    Problem(
      "undated-setting", zh: "‘\(path)’ 不分年份；写成 \(path)=值", en: "'\(path)' has no year of its own; write \(path)=VALUE",
      mend: Label(zh: "去掉 @ 和年份", en: "Leave out @ and the year."))
  }

  /// - Parameter first: the option that sets it already, such as `--set[1]`.
  public static func repeatedSetting(address: String, first: String) -> Problem {
    Problem(
      "repeated-setting", zh: "‘\(address)’ 已由 \(first) 设定", en: "'\(address)' is set by \(first) already",
      mend: Label(zh: "同一地址只设一次", en: "Set an address once."))
  }

  /// - Parameter years: those that some target is set for, within the run.
  public static func noTargets(year: Year, years: [Year]) -> Problem {
    let known = years.map { "\($0)" }.listed
    return Problem(
      "no-targets",
      words: years.isEmpty
        ? Label(zh: "这次推算的年份里没有目标", en: "no target is set for any year of the run")
        : Label(
          zh: "\(year) 年没有目标；有目标的年份：\(known.zh)", en: "no target is set for \(year); there are some for \(known.en)"),
      mend: Label(zh: "换一个年份，或不写 --year", en: "Take one of these years, or leave --year out."))
  }

  public static func nothingJudged(open: Int, listed: Int) -> Problem {
    Problem(
      "nothing-judged", zh: "没有可以判断的目标：未作判断 \(open) 项，仅列出 \(listed) 项",
      en: "no target can be judged: \(open) are open, \(listed) are only listed",
      mend: Label(
        zh: "换一个年份；没有实际值或模型值的目标不作判断",
        en: "Take another year; a target without an actual or simulated value is not judged."))
  }

  public static func addressTooLong(limit: Int) -> Problem {
    Problem(
      "address-too-long", zh: "地址超过 \(limit) 个字符", en: "an address of more than \(limit) characters",
      mend: Label(zh: "用参数表里的路径", en: "Use a path of the list of parameters."))
  }

  public static func tooManyChanges(limit: Int) -> Problem {
    Problem(
      "too-many-changes", zh: "--set 超过 \(limit) 个，请写进情景文件",
      en: "more than \(limit) changes; write them into a scenario file",
      mend: Label(zh: "把改动写进情景文件", en: "Put the changes into a scenario file."))
  }

  public static func tooManyDraws(limit: Int) -> Problem {
    Problem(
      "too-many-draws", zh: "模拟次数超过 \(limit)", en: "more than \(limit) draws",
      mend: Label(zh: "减少模拟次数", en: "Ask for fewer draws."))
  }

  public static let noDataset = Problem(
    "no-dataset", zh: "没有指明数据集，请写 dataset:、用 --dataset，或设置 MINZHENG_DATA",
    en: "no dataset named; write dataset:, use --dataset, or set MINZHENG_DATA",
    mend: Label(
      zh: "在情景里写 dataset:，或加 --dataset，或用环境变量 MINZHENG_DATA 指明数据集的文件夹",
      en: "Write dataset: in the scenario, add --dataset, or name the dataset's folder in the variable MINZHENG_DATA."))
}
