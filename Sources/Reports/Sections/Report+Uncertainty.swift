import Domain
import Formulas
import Simulation
import Tables

/// What the members say, in the report's words: one interval in text and tables, 80 %; the rest is in the CSV files.
extension ReportWriter {
  /// The area's 80 % interval as text, nil where there is none to show.
  func intervalText(_ indicator: some NamedIndicator, _ year: Year, _ format: NumberFormat) -> String? {
    results.interval(named: indicator.name, area: area, year)
      .map { "\(format.text($0.low))–\(format.text($0.high))" }
  }

  /// The area's 80 % interval behind a number in a sentence, in brackets; empty where there is none.
  func bracketed(_ indicator: some NamedIndicator, _ year: Year, _ format: NumberFormat) -> String {
    intervalText(indicator, year, format).map { say("（八成可能落在 \($0)）", " (80 % interval \($0))") } ?? ""
  }

  /// How the run was made, for the title.
  var members: String {
    let draws = results.draws
    guard draws > 0 else { return say("中心情形", "central member") }
    let (count, seed) = (NumberFormat().text(Double(draws)), "\(results.plan.scenario.seed)")
    return say("\(count) 次模拟 · 种子 \(seed)", "\(count) worlds · seed \(seed)")
  }

  /// What is left to chance, and how exactly the members show it.
  var chance: [String] {
    guard results.draws > 0 else {
      return [say("没有抽样：只有中心情形，没有区间。", "No worlds were drawn: the central member alone, without intervals.")]
    }
    return [wandering, inputs, precision] + tooFew
  }

  private var wandering: String {
    let paths = results.plan.uncertainParameters.wandering.map(\.path)
    let labels = paths.map { dataset.city.values[$0]?.label(language) ?? $0 }.joined(separator: say("、", ", "))
    return say(
      "逐年随机变动的有 \(paths.count) 个参数：\(labels)。每个随机过程从其最后公布年之后开始。",
      "\(paths.count) parameters wander from year to year: \(labels). Each process starts after the last year published."
    )
  }

  /// What is drawn once a world, and what is not.
  private var inputs: String {
    let drawn = results.plan.uncertainParameters.drawn
    guard !drawn.isEmpty else {
      return say(
        "估计和假设的参数取定值，其不确定性不在区间之内，见各自的 range。",
        "Inputs that are estimated or assumed are held: their doubt is not in the intervals; see their ranges.")
    }
    let chance = writtenShare(dataset.city.ranges?.probability ?? 0)
    let again = results.ensemble?.redrawn ?? 0
    let redrawn =
      again == 0
      ? "" : say("；不能同时成立而重抽 \(again) 次", "; \(again) draws could not go together and were made again")
    return say(
      "另有 \(drawn.count) 个估计或假设的参数在每次模拟各抽一次，范围（range）按 \(chance) 的把握理解\(redrawn)；公布数在各次模拟都成立，"
        + "由其求解的参数不抽。--inputs fixed 只保留逐年变动。",
      "\(drawn.count) inputs that are estimated or assumed are drawn once a world, their ranges taken to hold \(chance) of the "
        + "time\(redrawn). Published figures hold in every world: what they settle is solved, not drawn. --inputs fixed keeps only what wanders."
    )
  }

  private func writtenShare(_ share: Double) -> String { NumberFormat.percent(decimals: 0).text(share) }

  private var precision: String {
    // Of a normal distribution: √(p(1 − p)) / φ(z) / z at 90 %.
    let share = NumberFormat.percent(decimals: 1).text(1.334 / Double(results.draws).squareRoot())
    return say(
      "\(results.draws) 次模拟下，八成可能范围两端的抽样误差约为半宽的 \(share)（正态近似）；增加次数按平方根减小。",
      "With \(results.draws) worlds the ends of an 80 % interval are off by about \(share) of its half-width (normal "
        + "approximation); the error falls with the square root of their number.")
  }

  private var tooFew: [String] {
    guard Double(results.draws) * Statistics.probabilities[0] < 5 else { return [] }
    return [
      say(
        "模拟次数太少：2.5% 和 97.5% 分位之外不到 5 次模拟，这两列不可靠；请用 --draws 1000 或更多。",
        "Too few worlds: fewer than 5 lie beyond the 2.5 and 97.5 % quantiles, which are not to be relied on; use --draws 1000 or more."
      )
    ]
  }
}

extension Results {
  /// The 80 % interval of an indicator, nil without members or where all agree.
  func interval(named name: String, area: Int, _ year: Year) -> (low: Double, high: Double)? {
    guard let found = statistics(name, area: area, year: year) else { return nil }
    let (low, high) = found.interval
    return low < high ? (low, high) : nil
  }
}
