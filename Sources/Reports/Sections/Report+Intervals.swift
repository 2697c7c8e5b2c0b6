import Domain
import Formulas
import Simulation
import Studies
import Tables

/// Where the intervals of headline figures come from.
extension ReportWriter {
  /// Nil where too few worlds can tell.
  func intervals(_ parts: [IntervalPart]) -> Section? {
    guard let shown = parts.map(\.outcome.year).filter({ $0 % 5 == 0 }).min() ?? parts.map(\.outcome.year).min() else {
      return nil
    }
    let lines = parts.filter { $0.outcome.year == shown }.compactMap(line)
    let about = say(
      "每条的份额是方差中由该项单独解释的部分，其余是共同作用；“只有随机”按份额的平方根折算。各年各项及其误差见 interval_parts.csv。",
      "A share is what one cause alone explains of the variance; the rest is what they do together. \"Chance alone\" is scaled by the root of its share. All years and errors: interval_parts.csv."
    )
    return Section(say("区间从何而来", "Where the intervals come from"), [.points(lines + [about])])
  }

  private func line(_ part: IntervalPart) -> String? {
    guard let indicator = results.indicators.first(where: { $0.name == part.outcome.indicator }) else { return nil }
    let format = LevelFormat(indicator.unit, largest: max(abs(part.low), abs(part.high)), language: language)
    func range(_ ends: (low: Double, high: Double)) -> String {
      "\(format.level.text(ends.low))–\(format.level.text(ends.high))"
    }
    let percent = NumberFormat.percent(decimals: 0)
    let inputs = part.largest.map { "\(label($0.origin)) \(percent.text($0.share.value))" }
    let most =
      inputs.isEmpty
      ? say("没有哪项输入单独超过 3%", "no input has more than 3 % alone")
      : say("主要来自：\(inputs.joined(separator: "，"))", "most by: \(inputs.joined(separator: ", "))")
    return say(
      "\(part.outcome.year) 年 \(indicator.label(language))（\(format.unit)）：80% \(range((part.low, part.high)))（只有随机 \(range(part.byChance))）；\(most)。",
      "\(indicator.label(language)) in \(part.outcome.year) (\(format.unit)): 80 % \(range((part.low, part.high))) (chance alone \(range(part.byChance))); \(most)."
    )
  }

  private func label(_ origin: WorldCause.Origin) -> String {
    func label(_ path: String) -> String { dataset.city.allValues[path]?.label(language) ?? path }
    switch origin {
    case .input(let path), .process(let path): return label(path)
    case .group(let name):
      let members = dataset.city.ranges?.groups.first { $0.name == name }?.members.map(\.path) ?? []
      guard let first = members.first else { return name }
      return say("\(label(first))等 \(members.count) 项", "\(label(first)) and \(members.count - 1) more together")
    case .figure(let name):
      let indicator = dataset.city.model.indicators.first { $0.name == name }?.label(language) ?? name
      return say("公布数误差（\(indicator)）", "error of what was published (\(indicator))")
    case .people(let kind): return WorldInputs.label(ofErrorsIn: kind)(language)
    }
  }
}
