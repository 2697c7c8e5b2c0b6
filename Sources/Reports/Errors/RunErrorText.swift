import Care
import Domain
import Population
import Simulation
import Tables

/// Why a run came to nothing, in words.
public func runText(_ error: RunError, areas: Areas, language: Language) -> String {
  switch error {
  case .books(let error): return accountingText(error, areas: areas, language: language)
  case .ability(let error): return abilityText(error, areas: areas, language: language)
  case .fund(let error): return fundText(error, language: language)
  case .store: return language.say("临时文件无法读写；请检查磁盘空间\n", "members could not be kept on disk; check its free space\n")
  case .tooManySetAside(let count, let first):
    return language.say(
      "\(count) 次模拟算不下去，超过千分之一；其中第 \(first.world) 个（\(first.scenario)）：",
      "\(count) worlds failed, more than one in a thousand; the first, number \(first.world) of \(first.scenario): ")
      + runText(first.reason, areas: areas, language: language)
      + language.say(
        "加 --inputs fixed 若能运行，则是某个参数所注的范围过宽，或其中的数值不能同时出现\n",
        "if it runs with --inputs fixed, some stated range is too wide, or holds values that cannot go together\n")
  }
}

/// Uncertainty that cannot be, in words.
public func worldsText(_ error: WorldsError, language: Language) -> String {
  switch error {
  case .impossibleCorrelation(let correlation):
    let (a, b, value) = (correlation.first, correlation.second, "\(correlation.value)")
    let place = "\(correlation.origin.file):\(correlation.origin.line):\(correlation.origin.column)"
    return language.say(
      "\(place): 错误: ‘\(a)’ 与 ‘\(b)’ 的相关系数 \(value) 与其他相关系数不能同时成立；请减小其绝对值\n",
      "\(place): error: the correlation \(value) of '\(a)' and '\(b)' cannot hold beside the others; bring it nearer to 0\n"
    )
  }
}

private func abilityText(_ error: AbilityError, areas: Areas, language: Language) -> String {
  func place(_ level: Ability, _ sex: Sex, _ age: Int, _ area: Int) -> String {
    language.say(
      "\(areas[area].label.zh)\(sex == .female ? "女" : "男") \(age) 岁，\(level.label.zh)",
      "\(areas[area].label.en), \(sex.name) aged \(age), \(level.label.en)")
  }
  switch error {
  case .negativeOnset(let level, let sex, let age, let area, _):
    return language.say(
      "care.ability：\(place(level, sex, age, area))：患病率随年龄下降得比好转和死亡所能解释的更快；请调整 care.ability 的参数\n",
      "care.ability: \(place(level, sex, age, area)): prevalence falls with age faster than recovery and deaths explain; change the care.ability parameters\n"
    )
  case .tooManyLeave(let level, let sex, let age, let area, let rate):
    let share = NumberFormat.percent(decimals: 0).text(rate)
    return language.say(
      "care.ability：\(place(level, sex, age, area))：一年内 \(share) 的人要离开该等级；请调整 care.ability 的参数\n",
      "care.ability: \(place(level, sex, age, area)): \(share) would leave the level in a year; change the care.ability parameters\n"
    )
  }
}

/// Books that do not balance, in words.
public func accountingText(_ error: AccountingError, areas: Areas, language: Language) -> String {
  func name(_ area: Int) -> String { areas[area].label(language) }
  switch (error, language) {
  case (.noRates(let rates, let kind, let area, let year, let missing), .zh):
    return
      "\(name(area)) \(year) 年没有 \(kind.label.zh) 的 \(rates.rawValue) 数据：请在表中给出，或给出 \(missing)（在这一年没有值）\n"
  case (.noRates(let rates, let kind, let area, let year, let missing), .en):
    return
      "\(name(area)) has no \(rates.rawValue) for \(kind.label.en) people in \(year): give a table, or \(missing), which has no value then\n"
  case (.unbalanced(let identity, let area, let year, let expected, let found), .zh):
    return "\(year) 年 \(name(area)) 的账目不平（\(identity)）：应为 \(expected)，实为 \(found)\n"
  case (.unbalanced(let identity, let area, let year, let expected, let found), .en):
    return "the books of \(name(area)) in \(year) do not balance (\(identity)): expected \(expected), found \(found)\n"
  case (.noNumber(let indicator, let area, let year), .zh):
    return "\(year) 年 \(name(area)) 的 \(indicator) 算不出数来（除以零，或大到没有数可写）\n"
  case (.noNumber(let indicator, let area, let year), .en):
    return "\(indicator) of \(name(area)) comes to no number in \(year): divided by nothing, or beyond all numbers\n"
  case (.negative(let kind, let area, let sex, let age, let year, let persons), .zh):
    return
      "\(year) 年 \(name(area)) \(kind.label.zh)\(sex == .female ? "女" : "男") \(age) 岁人数为负（\(NumberFormat(decimals: 1).text(persons))）；请检查净迁移\n"
  case (.negative(let kind, let area, let sex, let age, let year, let persons), .en):
    return
      "\(name(area)) has \(NumberFormat(decimals: 1).text(persons)) \(kind.label.en) people, \(sex.name) aged \(age), in \(year); check net migration\n"
  case (.noBirths(let year, let observed), .zh):
    return "\(year) 年公布出生 \(NumberFormat().text(observed)) 人，而按生育率没有出生；请检查 demography.fertility 与 observed.csv\n"
  case (.noBirths(let year, let observed), .en):
    return
      "\(NumberFormat().text(observed)) births are published for \(year), but fertility gives none; check demography.fertility and observed.csv\n"
  case (.implausibleDeaths(let year, let observed, let ratio), .zh):
    return "\(year) 年公布的死亡人数 \(observed) 是模型的 \(ratio) 倍，请检查 observed.csv\n"
  case (.implausibleDeaths(let year, let observed, let ratio), .en):
    return "the deaths published for \(year), \(observed), are \(ratio) times the model's; check observed.csv\n"
  }
}
