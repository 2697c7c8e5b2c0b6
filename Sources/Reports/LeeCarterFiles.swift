import CSV
import Domain
import Inputs
import Population

/// The files of a Lee–Carter fit.
public func leeCarterFiles(_ fit: MortalityTable.Fit) -> [(name: String, bytes: [UInt8])] {
  var coefficients = CSVWriter()
  coefficients.row(["sex", "age", "ax_mean", "ax_jump_off", "bx"])
  for sex in Sex.allCases {
    for age in 0..<Age.count {
      coefficients.append(sex.name)
      coefficients.append(age)
      coefficients.append(fit.model.a[sex.rawValue][age])
      coefficients.append(fit.level[sex.rawValue][age])
      coefficients.append(fit.model.b[age])
      coefficients.endRow()
    }
  }
  var index = CSVWriter()
  index.row(["year", "kt"])
  for (year, k) in zip(fit.years, fit.model.k) {
    index.append(year)
    index.append(k)
    index.endRow()
  }
  var summary = CSVWriter()
  summary.row(["quantity", "value"])
  for (name, value) in leeCarterQuantities(fit) {
    summary.append(name)
    summary.append(value)
    summary.endRow()
  }
  return [
    ("coefficients.csv", coefficients.bytes), ("index.csv", index.bytes), ("fit.csv", summary.bytes),
    ("forecast.csv", leeCarterForecast(fit)),
  ]
}

/// Median life expectancies at birth from both starts.
private func leeCarterForecast(_ fit: MortalityTable.Fit) -> [UInt8] {
  var csv = CSVWriter()
  csv.row(["jump_off", "year", "sex", "e0"])
  for start in LeeCarter.JumpOff.allCases {
    let first = start == .fitted ? fit.years.upperBound : fit.jumpOff
    for (ahead, bySex) in (fit.forecast[start] ?? []).enumerated() {
      for sex in Sex.allCases {
        csv.append(start.rawValue)
        csv.append(first + ahead + 1)
        csv.append(sex.name)
        csv.append(bySex[sex.rawValue])
        csv.endRow()
      }
    }
  }
  return csv.bytes
}

private func leeCarterQuantities(_ fit: MortalityTable.Fit) -> [(String, Double)] {
  [
    ("first_year", Double(fit.years.lowerBound)), ("last_year", Double(fit.years.upperBound)),
    ("jump_off_year", Double(fit.jumpOff)), ("drift", fit.model.drift),
    ("innovation_sd", fit.model.innovationDeviation), ("first_component_share", fit.model.firstComponentShare),
    ("explained_share_female", fit.model.explainedShare[Sex.female.rawValue]),
    ("explained_share_male", fit.model.explainedShare[Sex.male.rawValue]),
  ]
}

/// A fit's chief figures, a line each.
public func leeCarterSummary(_ fit: MortalityTable.Fit, language: Language) -> String {
  leeCarterQuantities(fit).map { name, value in "\(name) \(decimalText(value) ?? "")\n" }.joined()
}
