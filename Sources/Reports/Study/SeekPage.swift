import Domain
import Formulas
import Inputs
import Simulation
import Studies
import Tables

/// What has to be changed to reach something, or that nothing does, for readers.
public struct SeekPage {
  /// The answer in other worlds.
  public struct Check {
    let worlds: Int
    let chance: Double?
    let oneLess: Double?

    public init(worlds: Int, chance: Double?, oneLess: Double?) {
      self.worlds = worlds
      self.chance = chance
      self.oneLess = oneLess
    }
  }

  let answer: SeekAnswer
  let levers: [Lever]
  let condition: Condition
  let wanted: Double
  private let draws: Int
  private let check: Check?
  private let dataset: Dataset
  let language: Language
  let units: [Unit]
  let money: LevelFormat
  let hasCost: Bool
  let percent = NumberFormat.percent(decimals: 1)

  public init(
    _ answer: SeekAnswer, _ levers: [Lever], _ condition: Condition, cost: Outcome?, wanted: Double, draws: Int,
    check: Check?, _ plan: Plan, _ dataset: Dataset, language: Language
  ) {
    self.answer = answer
    self.levers = levers
    self.condition = condition
    self.wanted = wanted
    self.draws = draws
    self.check = check
    self.dataset = dataset
    self.language = language
    let parameters = plan.model.parameters
    units = levers.map { lever in
      parameters.first { $0.path == lever.template?.path }?.unit ?? .ratio
    }
    hasCost = cost != nil
    let costs = answer.tried.compactMap(\.trial.cost).map(abs)
    money = LevelFormat(
      cost.flatMap { dataset.unit(of: $0.indicator) } ?? .ratio, largest: costs.max() ?? 0, language: language)
  }

  func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// As text.
  public var document: Document { document(with: []) }

  /// With what was tried drawn.
  public var page: Document { document(with: [figure].compactMap(\.self)) }

  private func document(with more: [Document.Section.Part]) -> Document {
    let percent = NumberFormat.percent(decimals: 0)
    return Document(
      style: language == .zh ? .chinese : .english,
      title: say(
        "在 \(percent.text(wanted)) 的模拟中 \(condition.text)", "\(condition.text) in \(percent.text(wanted)) of worlds"),
      subtitle: say("\(draws) 次模拟", "\(draws) worlds"),
      sections: [Document.Section(unnumbered: nil, [.points(sentences)] + more)])
  }

  private var sentences: [String] { [now] + found + checked + [shape] }

  func chance(_ trial: SeekTrial) -> String {
    trial.chance.map(percent.text) ?? say("算不出（取值不能同时成立）", "nothing (the values cannot be together)")
  }

  private var now: String {
    let costs = answer.unchanged.cost.map { say("，费用 \(amount($0))", ", at a cost of \(amount($0))") } ?? ""
    return say(
      "不作改变：\(chance(answer.unchanged)) 的模拟中成立\(costs)。",
      "With nothing changed it holds in \(chance(answer.unchanged)) of worlds\(costs).")
  }

  private var found: [String] {
    switch answer.outcome {
    case .already: return [say("不用改变就已做到。", "Nothing has to be changed.")]
    case .none(let best):
      return [
        say(
          "在给定范围内没有哪个值能做到；最接近的是 \(text(best.values))，也只有 \(chance(best.trial))。",
          "No value in the range does; the one that comes nearest is \(text(best.values)), with \(chance(best.trial)).")
      ]
    case .found(let mix, let less):
      let extra = mix.trial.cost.map { cost in
        let more = answer.unchanged.cost.map {
          say("（比不改变 \(change(cost - $0))）", " (\(change(cost - $0)) against no change)")
        }
        return say("费用平均 \(amount(cost))\(more ?? "")。", "It costs \(amount(cost)) on average\(more ?? "").")
      }
      let own = say(
        "改为 \(text(mix.values)) 即可：\(chance(mix.trial)) 的模拟中成立。",
        "\(text(mix.values)) does: it holds in \(chance(mix.trial)) of worlds.")
      let step = less.map { less in
        say(
          "少一步（\(text(less.mix.values))）只有 \(chance(less.mix.trial))。",
          "One step less (\(text(less.mix.values))) gives only \(chance(less.mix.trial)).")
      }
      return [own] + [step, extra].compactMap { $0 }
    }
  }

  private var checked: [String] {
    guard let check, let chance = check.chance else { return [] }
    let less = check.oneLess.map { say("，少一步 \(percent.text($0))", ", one step less \(percent.text($0))") } ?? ""
    return [
      say(
        "换一个种子的 \(check.worlds) 次模拟中：\(percent.text(chance))\(less)。",
        "In \(check.worlds) worlds of another seed: \(percent.text(chance))\(less).")
    ]
  }

  private var shape: String {
    let tried = say("试了 \(answer.tried.count) 种取值", "\(answer.tried.count) mixes were tried")
    guard !answer.isMonotone else {
      return say("\(tried)：概率沿每个方向只升或只降。", "\(tried): along each lever the chance only rises or only falls.")
    }
    guard answer.stretches.count > 1 else {
      return say(
        "\(tried)：概率有升有降，未细看之处可能另有取值。",
        "\(tried): the chance rises and falls; there may be others where it was not looked at closely.")
    }
    let list = answer.stretches.map { "\(written($0.lowerBound, 0))–\(written($0.upperBound, 0))" }
    return say(
      "\(tried)：概率有升有降，能做到的不止一段：\(list.joined(separator: "、"))。",
      "\(tried): the chance rises and falls, and several stretches do: \(list.joined(separator: ", ")).")
  }

  func written(_ value: Double, _ lever: Int) -> String {
    let (unit, text) = (units[lever], units[lever].written(value.rounded(toDigits: 9)))
    return [Unit.persons, .beds].contains(unit) ? "\(text) \(unit.name(language))" : text
  }

  /// Each lever's value, beside what it is now.
  private func text(_ values: [Double]) -> String {
    let parts = levers.indices.map { lever in
      let now = levers[lever].present.map {
        say("（现为 \(written($0.rounded(toDigits: 4), lever))）", " (now \(written($0.rounded(toDigits: 4), lever)))")
      }
      return "\(levers[lever].address) = \(written(values[lever], lever))\(now ?? "")"
    }
    return parts.joined(separator: say("，", ", "))
  }

  func amount(_ cost: Double) -> String { "\(money.level.text(cost)) \(money.unit)" }
  private func change(_ cost: Double) -> String { "\(money.change.text(cost)) \(money.unit)" }

  /// Every mix tried, for programs: inside units.
  public var rows: Table {
    var table = Table(
      columns: levers.map { Column($0.address, alignment: .trailing) } + [Column("chance", alignment: .trailing)]
        + (hasCost ? [Column("cost", alignment: .trailing)] : []))
    let plain = NumberFormat(decimals: 4)
    for (values, trial) in answer.tried {
      let found = [trial.chance] + (hasCost ? [trial.cost] : [])
      table.append(values.map { .number($0, plain) } + found.map { $0.map { .number($0, plain) } ?? .empty })
    }
    return table
  }
}
