import Domain
import Formulas
import Population
import Simulation

/// What a reader would look for among published figures, and where there is none.
extension ReportWriter {
  /// A line for each kind of result: held to published figures, standing beside them, or with none to stand beside.
  var anchors: [String] {
    kinds.map { kind, indicators, label in
      let observed = Set(dataset.city.observations.all.map(\.indicator))
      let held = indicators.filter { indicator in observations(of: indicator).contains { !isCompared($0) } }
      let compared = indicators.filter { indicator in
        !held.contains(indicator) && observations(of: indicator).contains { isCompared($0) }
      }
      let none = indicators.filter { !observed.contains($0.name) }
      let parts = [
        part(say("按公布数", "held to published figures"), held.map(label)),
        part(say("见上表", "in the table above"), compared.map(label)),
        part(
          say("期初以后没有公布数", "no observation after the opening"),
          none.count > mostNamed ? [others(none.count, of: indicators.count)] : none.map(label)),
      ]
      return kind + say("：", " – ") + parts.compactMap { $0 }.joined(separator: say("；", "; ")) + say("。", ".")
    }
  }

  private func part(_ word: String, _ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    return word + say("：", ": ") + names.joined(separator: say("、", ", "))
  }

  private func others(_ count: Int, of all: Int) -> String {
    count == all ? say("全部 \(count) 项", "all \(count)") : say("其余 \(count) 项", "the other \(count)")
  }

  private func observations(of indicator: Indicator) -> [Observation] {
    dataset.city.observations.all.filter { $0.indicator == indicator.name && results.years.contains($0.year) }
  }

  /// Standards, recipients, payments, older people, disabled people, beds and care workers.
  private var kinds: [(kind: String, indicators: [Indicator], label: (Indicator) -> String)] {
    let published = results.indicators.filter(\.isPublished)
    func named(_ prefix: String) -> [Indicator] { published.filter { $0.name.hasPrefix(prefix) } }
    let amounts: [Unit] = [.yuanPerPersonYear, .yuanPerPersonMonth]
    let elderly = [
      Demography.populationAged60Plus, Demography.populationAged65Plus, Demography.populationAged80Plus,
      Demography.populationRegistered60Plus,
    ]
    let rules = Dictionary(
      dataset.city.benefits.flatMap { rule in
        [rule.recipients, rule.payment].map { ($0.name, rule.label(language)) }
      }, uniquingKeysWith: { first, _ in first })
    func name(_ indicator: Indicator) -> String { rules[indicator.name] ?? indicator.label(language) }
    return [
      (say("标准", "Standards"), named("benefits.").filter { amounts.contains($0.unit) }, name),
      (say("人数", "Recipients"), dataset.city.benefits.map(\.recipients), name),
      (say("支出", "Payments"), dataset.city.benefits.map(\.payment), name),
      (
        say("老年人", "Older people"), elderly.filter(published.contains), name
      ),
      (say("能力", "Ability"), named("care.people.").filter { $0.unit == .persons }, name),
      (say("床位", "Beds"), named("care.beds."), name),
      (say("护理员", "Care workers"), named("care.workers."), name),
    ].filter { !$0.1.isEmpty }
  }
}

/// Longer lists of what nobody published are counted.
private let mostNamed = 4
