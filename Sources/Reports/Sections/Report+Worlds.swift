import Domain
import Formulas
import Simulation

/// What is said of the worlds whose inputs were drawn.
extension ReportWriter {
  /// In so many worlds a published figure that is not met is worth a word.
  private static let worthAWord = 0.05

  /// Published figures that many worlds do not meet, since the input they settle came to an end of what it can be.
  var unmetText: [String] {
    guard let ensemble = results.ensemble, ensemble.counted > 0 else { return [] }
    let many = ensemble.unmet.filter {
      Double($0.worlds) > ReportWriter.worthAWord * Double(ensemble.counted)
    }
    return many.compactMap { unmet in
      guard let indicator = results.indicators.first(where: { $0.name == unmet.solve.indicator }) else { return nil }
      let share = Int((100 * Double(unmet.worlds) / Double(ensemble.counted)).rounded())
      let (area, year) = (results.areas[unmet.solve.area].label, unmet.solve.year)
      return say(
        "\(share)% 的模拟达不到公布数“\(indicator.label.zh)”（\(area.zh)，\(year) 年）：由它求解的参数（\(unmet.solve.input)）已到极限，"
          + "这些模拟的其他假设与公布数不能同时成立",
        "\(share) % of the worlds do not meet the published \"\(indicator.label.en)\" (\(area.en), \(year)): the input it "
          + "settles (\(unmet.solve.input)) came to an end of what it can be; the rest of their assumptions contradicts it"
      )
    }
  }
}
