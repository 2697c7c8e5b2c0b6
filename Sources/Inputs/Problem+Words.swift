import Domain

extension Problem {
  /// The sentence a user reads.
  public func message(_ language: Language) -> String { words(language) }

  private func words(_ l: Language) -> String {
    let say = l.say
    func list(_ names: [String]) -> String { names.joined(separator: say("、", ", ")) }
    func near(_ name: String?) -> String {
      name.map { say("；最接近的是 ‘\($0)’", "; did you mean '\($0)'?") } ?? ""
    }
    switch self {
    case .fileNotFound: return say("文件不存在或无法读取", "no such file, or it cannot be read")
    case .folderNotFound(let path): return say("从本文件所在处看，没有文件夹 ‘\(path)’", "no folder '\(path)', seen from this file")
    case .notUTF8(let looksLikeGB18030):
      return looksLikeGB18030
        ? say("不是 UTF-8，像是 GB18030；请另存为 UTF-8", "not UTF-8; it looks like GB18030, save the file as UTF-8")
        : say("不是 UTF-8 文本", "not UTF-8 text")
    case .tooLarge(let limit):
      return say("超过 \(limit / 1_000_000) MB，不予读取", "larger than \(limit / 1_000_000) MB; it is not read")
    case .nestedTooDeep(let limit): return say("嵌套超过 \(limit) 层", "nested more than \(limit) levels deep")
    case .tooManyValues(let limit):
      return say("展开别名后超过 \(limit) 个值", "more than \(limit) values once every alias is written out")
    case .tooManyProblems(let limit):
      return say("本文件已有 \(limit) 个错误，其余不再列出", "\(limit) problems in this file; the rest are left out")
    case .syntax(let detail): return say("YAML 语法错误：\(detail)", "YAML syntax: \(detail)")
    case .fullWidth(let sign, let needed):
      return say(
        "全角的 ‘\(sign)’ 不起作用，请改用半角的 ‘\(needed)’", "a full-width '\(sign)' means nothing here; write '\(needed)'")
    case .csv(let detail), .mortality(let detail): return detail(l)
    case .duplicateKey(let name, let first):
      return say("‘\(name)’ 重复，第一次在第 \(first) 行", "'\(name)' stands twice; first in line \(first)")
    case .unknownKey(let name, let nearest, let allowed):
      let rest = nearest == nil ? say("；可用：\(list(allowed))", "; known: \(list(allowed))") : near(nearest)
      return say("没有键 ‘\(name)’", "no key '\(name)'") + rest
    case .missingKey(let name): return say("缺少 ‘\(name)’", "'\(name)' is missing")
    case .expected(let shape, let found): return shape.words(l, found: found)
    case .unknownParameter(let path, let nearest, let group):
      let rest =
        nearest.map {
          say(
            "；最接近的是 ‘\($0.path)’（\($0.label)，单位 \($0.unit)）", "; did you mean '\($0.path)' (\($0.label), \($0.unit))?")
        } ?? (say("；可用 minzheng parameters 查看", "; see minzheng parameters") + (group.map { " \($0)" } ?? ""))
      return say("没有参数 ‘\(path)’", "no parameter '\(path)'") + rest
    case .resultNotParameter(let path, let label):
      return say(
        "‘\(path)’（\(label.zh)）是算出来的结果，不能设定；请改影响它的参数，见 minzheng indicators \(path)",
        "'\(path)' (\(label.en)) is a result and cannot be set; change what it follows from, see minzheng indicators \(path)"
      )
    case .notANumber(let text):
      return say(
        "‘\(text)’ 不是数值，应为数字加单位，例如 ‘900 张’", "'\(text)' is not a value; expected a number and a unit, such as '900 张'")
    case .notAPlainNumber(let text):
      return say("‘\(text)’ 应为不带单位的数字", "'\(text)' is not a number; expected one without a unit")
    case .notAWholeNumber(let text, let high):
      return say("‘\(text)’ 应为 0–\(high) 的整数", "'\(text)' is not a whole number from 0 to \(high)")
    case .thousandsComma:
      return say("数字里不要用逗号分节：YAML 会把它拆成两个键；写成 1500", "no thousands commas: YAML splits them into two keys; write 1500")
    case .decimalComma: return say("小数点用 ‘.’，不用逗号；写成 0.5", "a decimal point, not a comma; write 0.5")
    case .missingUnit(let text, let examples):
      return say(
        "‘\(text)’ 缺少单位，应为 \(examples.joined(separator: " 或 "))",
        "'\(text)' has no unit; expected \(examples.joined(separator: " or "))")
    case .wrongUnit(let text, let examples):
      return say(
        "‘\(text)’ 的单位不对，应为 \(examples.joined(separator: " 或 "))",
        "'\(text)' has the wrong unit; expected \(examples.joined(separator: " or "))")
    case .outOfRange(let text, let low, let high):
      return say("‘\(text)’ 超出范围 \(low)–\(high)", "'\(text)' is outside \(low) to \(high)")
    case .notADate(let text):
      return say(
        "‘\(text)’ 不是年份或日期，应为 2026 或 2026-07-01", "'\(text)' is not a year or a date; expected 2026 or 2026-07-01")
    case .unknownDistrict(let name, let nearest):
      return say("没有区县 ‘\(name)’", "no district '\(name)'") + near(nearest)
    case .cityForDistrict(let name):
      return say(
        "‘\(name)’ 是全市，不是区县；不写区县就是全市", "'\(name)' is the whole city, no district; leave the district out to mean it")
    case .notByDistrict(let path):
      return say("‘\(path)’ 全市只有一个值，不能按区县设置", "'\(path)' has one value for the city; it cannot be set by district")
    case .notAYear(let text): return say("‘\(text)’ 不是年份，应为四位数字", "'\(text)' is not a year of four digits")
    case .unknownWord(let text, let nearest, let allowed):
      return say("不能用 ‘\(text)’，应为 \(list(allowed)) 之一", "'\(text)' is not one of \(list(allowed))") + near(nearest)
    case .emptyChange(let path): return say("‘\(path)’ 没有给出值", "'\(path)' is given no value")
    case .onlyBaseYear(let path, let year):
      return say(
        "‘\(path)’ 只在基年 \(year) 起作用；写一个值，或 {\(year): 值}",
        "'\(path)' counts only in the base year, \(year); give a bare value or {\(year): value}")
    case .intervalOfFixed(let path):
      return say("‘\(path)’ 只计一次，不能带区间", "'\(path)' counts once and takes no interval")
    case .valueOutsideInterval(let value, let low, let high):
      return say("值 \(value) 不在区间 [\(low), \(high)] 之内", "the value \(value) does not lie inside [\(low), \(high)]")
    case .intervalEnd(let text):
      return say("区间的端点不能是 \(text)：任何抽样都不会到达", "an interval cannot end at \(text): no draw ever gets there")
    case .conflictingChange:
      return say("multiply 与 add 只能用一个，并且要有 from", "give from, and one of multiply and add")
    case .nothingToAdjust(let path):
      return say(
        "‘\(path)’ 在这些年没有可调整的值，请直接给出值", "'\(path)' has no value in these years to change; give the value itself")
    case .voidForCity(let path):
      return say(
        "每个区县都有自己的 ‘\(path)’，给全市的值哪里也不起作用；要改所有区县，写 districts: {\"*\": …}",
        "every district has a '\(path)' of its own, so a value for the city counts nowhere; to replace all of them, write "
          + "districts: {\"*\": …}")
    default: return scenarioWords(l) ?? transitionWords(l) ?? allocationWords(l) ?? datasetWords(l, near: near)
    }
  }

  private func scenarioWords(_ l: Language) -> String? {
    let say = l.say
    switch self {
    case .extendsCycle(let files):
      let way = files.joined(separator: " → ")
      return say("extends 形成循环：\(way)", "extends goes round in a circle: \(way)")
    case .emptyHorizon(let from, let to):
      return say("起始年 \(from) 晚于终止年 \(to)", "the first year, \(from), is after the last, \(to)")
    case .horizonBeforeBase(let year, let base):
      return say("\(year) 年早于数据的基年 \(base)", "\(year) is before the base year of the data, \(base)")
    case .horizonTooLong(let limit):
      return say("起止年份相隔超过 \(limit) 年", "more than \(limit) years from the first to the last")
    case .knownTooLate(let year, let newest):
      return say(
        "\(year) 年还什么都不知道：最新的数据是 \(newest) 年的",
        "nothing is known of \(year) yet: the newest data are of \(newest)")
    case .notAName(let text):
      return say(
        "‘\(text)’ 不能作名字：结果写在以它命名的文件夹里，不能为空、不能有斜杠、不能以点开头",
        "'\(text)' cannot be a name: results go to a folder of that name; not empty, no stroke, no leading point")
    case .badAddress(let text):
      return say(
        "‘\(text)’ 不是 地址=值，例如 ‘care.beds.convert@2026=900 张’",
        "'\(text)' is not ADDRESS=VALUE, such as 'care.beds.convert@2026=900 张'")
    case .unknownSetting(let name, let nearest, let known):
      let rest =
        nearest.map { say("；最接近的是 ‘\($0)’", "; did you mean '\($0)'?") }
        ?? say("；可用：\(known.joined(separator: "、"))", "; known: \(known.joined(separator: ", "))")
      return say("--set 不能设定 ‘\(name)’", "--set cannot set '\(name)'") + rest
    case .undatedSetting(let path):
      return say("‘\(path)’ 不分年份；写成 \(path)=值", "'\(path)' has no year of its own; write \(path)=VALUE")
    case .addressTooLong(let limit):
      return say("地址超过 \(limit) 个字符", "an address of more than \(limit) characters")
    case .tooManyChanges(let limit):
      return say("--set 超过 \(limit) 个，请写进情景文件", "more than \(limit) changes; write them into a scenario file")
    case .tooManyDraws(let limit):
      return say("模拟次数超过 \(limit)", "more than \(limit) draws")
    case .noDataset: return say("没有指明数据集，请写 dataset: 或用 --dataset", "no dataset named; write dataset: or use --dataset")
    default: return nil
    }
  }

  private func datasetWords(_ l: Language, near: (String?) -> String) -> String {
    let say = l.say
    switch self {
    case .notJSON: return say("不合 JSON 语法，其他程序读不了", "not JSON, so that other programs cannot read it")
    case .tableNotListed(let table):
      return say("datapackage.json 没有列出 ‘\(table)’", "datapackage.json does not list '\(table)'")
    case .fileNotRead(let known):
      let names = known.joined(separator: say("、", ", "))
      return say("这个文件不会被读取；参数只写在 \(names)", "this file is not read; parameters stand in \(names) only")
    case .columnNotDescribed(let name, let nearest):
      return say("datapackage.json 没有说明列 ‘\(name)’", "datapackage.json does not describe the column '\(name)'")
        + near(nearest)
    case .parameterElsewhere(let path, let file):
      return say("‘\(path)’ 应写在 \(file)", "'\(path)' belongs in \(file)")
    case .missingColumn(let name, let nearest): return say("缺少列 ‘\(name)’", "no column '\(name)'") + near(nearest)
    case .missingRows(let detail): return say("缺少行：\(detail)", "rows are missing: \(detail)")
    case .tooManyRows(let limit): return say("超过 \(limit) 行", "more than \(limit) rows")
    case .duplicateRow(let key): return say("重复的行：\(key)", "this row stands twice: \(key)")
    case .emptyField(let column): return say("‘\(column)’ 不能为空", "'\(column)' cannot be empty")
    case .strayBlank(let text): return say("‘\(text)’ 首尾有空格", "'\(text)' has a blank at an end")
    case .disagrees(let text, let expected, let key, let firstLine):
      return say(
        "‘\(key)’ 在第 \(firstLine) 行是 ‘\(expected)’，这里是 ‘\(text)’",
        "'\(key)' has '\(expected)' in line \(firstLine), but '\(text)' here")
    case .cityRow(let code):
      return say(
        "‘\(code)’ 是全市；全市人口由各区县相加，请删去此行",
        "'\(code)' is the city, whose people are those of its districts; leave the row out")
    case .unitDiffers(let found, let expected):
      return say(
        "单位 ‘\(found)’ 与指标不符，应为 \(expected)", "the unit '\(found)' is not the indicator's; expected \(expected)")
    case .implausible(let text, let low, let high, let unit):
      return say(
        "‘\(text)’ 不合理：以 \(unit) 计应在 \(low)–\(high)",
        "'\(text)' is not plausible: in \(unit) it lies between \(low) and \(high)")
    case .totalDiffers(let sum, let published):
      return say(
        "population.csv 合计 \(sum.plain)，与公布数 \(published.plain) 相差超过 1%",
        "population.csv adds up to \(sum.plain), more than 1 % off the published \(published.plain)")
    case .patternDiffers(let text, let pattern):
      return say(
        "‘\(text)’ 不符合 datapackage.json 的格式 \(pattern)",
        "'\(text)' does not have the form \(pattern) of datapackage.json")
    case .unknownName(let kind, let name, let nearest):
      return say("没有\(kind.zh) ‘\(name)’", "no \(kind.en) '\(name)'") + near(nearest)
    case .negative(let text): return say("‘\(text)’ 不能为负", "'\(text)' cannot be negative")
    case .reversedRange(let low, let high):
      return say("范围的下限 \(low) 高于上限 \(high)", "the range begins at \(low), above its end, \(high)")
    case .outsideOwnRange(let text, let low, let high):
      return say("‘\(text)’ 不在自己的范围 \(low)–\(high) 内", "'\(text)' lies outside its own range, \(low) to \(high)")
    case .notOne(let what, let found):
      return say(
        "‘\(what)’ 各项之和应为 1，现为 \(found.summed)", "'\(what)' must add up to 1, it adds up to \(found.summed)")
    case .noEvidence: return say("缺少 evidence 和 source", "evidence and source are missing")
    case .noRange(let evidence):
      return say("evidence 为 \(evidence) 的值要有 range", "a value with evidence \(evidence) needs a range")
    case .parameterMissing(let path): return say("数据集缺少参数 ‘\(path)’", "the dataset lacks the parameter '\(path)'")
    case .outsideDates(let path, let area, let year):
      return say("‘\(path)’ 在 \(year) 年没有值（\(area)）", "'\(path)' has no value for \(year) (\(area))")
    case .missingDistrict(let path, let district):
      return say("‘\(path)’ 没有 \(district) 的值", "'\(path)' has no value for \(district)")
    case .indexOutsideFormulas(let path, let index):
      return say(
        "‘\(path)’ 不能随指标 ‘\(index)’ 变动：只有全市一个值、由公式使用的参数才可以",
        "'\(path)' cannot follow the indicator '\(index)': only a parameter with one value for the city that formulas read can"
      )
    case .sharesExceedOne(let line, let sum, let remainder) where line.hasPrefix("fund."):
      return say(
        "‘\(line)’ 上缴中央和省级的份额合计 \(sum.summed)，超过 1；其余应归\(remainder.zh)",
        "of '\(line)' centre and province get \(sum.summed), more than 1; the rest belongs to \(remainder.en)")
    case .sharesExceedOne(let line, let sum, let remainder):
      return say(
        "‘\(line)’ 各付款方的份额合计 \(sum.summed)，超过 1；其余应由\(remainder.zh)承担",
        "the shares of '\(line)' add up to \(sum.summed), more than 1; \(remainder.en.lowercased()) should pay the rest"
      )
    case .notACost(let text):
      return say(
        "以 ‘\(text)’ 计的项目没有单价；只有人、个和比例可以",
        "a programme counted in '\(text)' has no unit cost; only persons, counts and shares have one")
    case .indexCycle(let paths):
      return say(
        "index 形成循环：\(paths.joined(separator: " → "))",
        "index rules go round in a circle: \(paths.joined(separator: " → "))")
    default: return ""
    }
  }
}

extension Double {
  /// A sum of shares without the rounding error of adding.
  var summed: Double { (self * 1e9).rounded() / 1e9 }

  /// Whole numbers without a point.
  fileprivate var plain: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}

extension Problem.Shape {
  func words(_ l: Language, found: String) -> String {
    let expected: Label =
      switch self {
      case .mapping: Label(zh: "键值对", en: "keys with values")
      case .list: Label(zh: "列表", en: "a list")
      case .text: Label(zh: "一个值", en: "a single value")
      case .change:
        Label(
          zh: "一个值、{年份: 值}、{from, to, multiply|add} 或 {districts: …}",
          en: "a value, {YEAR: value}, {from, to, multiply|add} or {districts: …}")
      }
    // The beginning tells what it is.
    let start = found.count > 60 ? found.prefix(60) + "…" : found[...]
    return l == .zh ? "应为\(expected.zh)，而不是 ‘\(start)’" : "expected \(expected.en), found '\(start)'"
  }
}
