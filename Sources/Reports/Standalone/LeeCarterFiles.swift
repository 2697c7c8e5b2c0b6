import CSV
import Domain
import Inputs
import Population

/// The files of a Lee–Carter fit.
public func leeCarterFiles(_ fit: MortalityTable.Fit) -> [OutputFile] {
  [coefficients.written(fit), index.written(fit), quantities.written(fit), forecast.written(fit)]
}

private typealias Coefficients = (fit: MortalityTable.Fit, place: Int, age: Int)

private let coefficients = OutputTable<MortalityTable.Fit>(
  "coefficients.csv", zh: "各性别和年龄的系数", en: "coefficients by sex and age",
  [
    .text("sex", isKey: true) { (row: Coefficients) in row.fit.sexes[row.place].name },
    .integer("age", isKey: true) { $0.age },
    .number("ax_mean") { $0.fit.model.a[$0.place][$0.age] },
    .number("ax_jump_off") { $0.fit.level[$0.place][$0.age] }, .number("bx") { $0.fit.model.b[$0.age] },
  ]
) { fit, add in
  for place in fit.sexes.indices {
    for age in 0..<Age.count { add((fit, place, age)) }
  }
}

private let index = OutputTable<MortalityTable.Fit>(
  "index.csv", zh: "各年的死亡率指数", en: "the index of mortality by year",
  [.year { (row: (year: Year, k: Double)) in row.year }, .number("kt") { $0.k }]
) { fit, add in
  for (year, k) in zip(fit.years, fit.model.k) { add((year, k)) }
}

private let quantities = OutputTable<MortalityTable.Fit>(
  "fit.csv", zh: "拟合的主要数值", en: "the fit's chief figures",
  [
    .text("quantity", isKey: true) { (row: (name: String, value: Double)) in row.name }, .number("value") { $0.value },
  ]
) { fit, add in leeCarterQuantities(fit).forEach(add) }

private typealias Forecast = (start: LeeCarter.JumpOff, year: Year, sex: Sex, e0: Double)

/// Median life expectancies at birth from both starts.
private let forecast = OutputTable<MortalityTable.Fit>(
  "forecast.csv", zh: "出生时预期寿命的推算", en: "projected life expectancy at birth",
  [
    .text("jump_off", isKey: true) { (row: Forecast) in row.start.rawValue }, .year { $0.year },
    .text("sex", isKey: true) { $0.sex.name }, .number("e0") { $0.e0 },
  ]
) { fit, add in
  for start in LeeCarter.JumpOff.allCases {
    let first = start == .fitted ? fit.years.upperBound : fit.jumpOff
    for (ahead, bySex) in (fit.forecast[start] ?? []).enumerated() {
      for (sex, e0) in zip(fit.sexes, bySex) { add((start, first + ahead + 1, sex, e0)) }
    }
  }
}

private func leeCarterQuantities(_ fit: MortalityTable.Fit) -> [(name: String, value: Double)] {
  [
    ("first_year", Double(fit.years.lowerBound)), ("last_year", Double(fit.years.upperBound)),
    ("jump_off_year", Double(fit.jumpOff)), ("drift", fit.model.drift),
    ("innovation_sd", fit.model.innovationDeviation), ("first_component_share", fit.model.firstComponentShare),
  ] + zip(fit.sexes, fit.model.explainedShare).map { ("explained_share_\($0.name)", $1) }
}

/// A fit's chief figures, a line each.
public func leeCarterSummary(_ fit: MortalityTable.Fit, language: Language) -> String {
  leeCarterQuantities(fit).map { name, value in "\(name) \(decimalText(value) ?? "")\n" }.joined()
}
