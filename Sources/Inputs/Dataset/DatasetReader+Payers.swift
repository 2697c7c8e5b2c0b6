import Domain
import Fiscal
import Formulas

extension DatasetReader {
  /// Lines whose payers are to pay more than the whole, from some date on; the payer of the rest takes what is left.
  func payerProblems(_ lines: [BudgetLine], _ file: ParameterFile) -> [Diagnostic] {
    lines.compactMap { line in
      let given = line.shares.compactMap { file.values[$0.share.path] }
      guard let last = line.shares.last(where: { file.keys[$0.share.path] != nil }),
        let key = file.keys[last.share.path]
      else { return nil }
      let areas = [nil] + Set(given.flatMap(\.districts.keys)).sorted().map { Optional($0) }
      let days = Set(given.flatMap(\.all).map(\.from)).sorted()
      for area in areas {
        for day in days {
          let sum = given.reduce(0.0) { $0 + $1.share(in: area, on: day) }
          guard sum > 1 + 1e-9 else { continue }
          return file.document.diagnostic(
            .sharesExceedOne(line: line.name, sum: sum, remainder: line.remainder.label), at: key)
        }
      }
      return nil
    }
  }
}

extension ParameterValues {
  /// The value that holds on a day in a district, or in the city.
  fileprivate func share(in district: String?, on day: Day) -> Double {
    let points = district.flatMap { districts[$0] } ?? city
    guard let first = points.first else { return 0 }
    return points.last { $0.from <= day }?.value ?? (before == .hold ? first.value : 0)
  }
}
