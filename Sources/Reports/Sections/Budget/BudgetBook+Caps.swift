import Domain
import Fiscal
import Simulation
import Tables

/// Whether a cap holds, and which lines can give where it does not.
extension BudgetBook {
  var caps: [Section] {
    choice.caps.map { cap in
      Section(
        say("上限：\(name(cap))", "Cap: \(name(cap))"),
        [.points([verdict(cap), excess(cap)].compactMap(\.self)), .table(giving(cap))])
    }
  }

  private func payerName(_ cap: BudgetCap) -> String {
    cap.payer?.label(writer.language) ?? say("财政性资金", "fiscal money")
  }

  private func name(_ cap: BudgetCap) -> String {
    say(
      "\(payerName(cap)) \(cap.year) 年不超过 \(amount(cap.yuan))",
      "\(payerName(cap)) at most \(amount(cap.yuan)) in \(cap.year)")
  }

  /// As people write such an amount, whatever all money together comes to.
  private func amount(_ yuan: Double?) -> String {
    guard let yuan else { return "–" }
    guard writer.language == .zh else {
      return NumberFormat(decimals: 1, scale: NumberFormat.Scale(powerOfTen: 6)).text(yuan) + " million yuan"
    }
    return yuan >= 1e8
      ? NumberFormat(decimals: 2, scale: .yi).text(yuan) + " 亿元" : NumberFormat(scale: .wan).text(yuan) + " 万元"
  }

  /// How likely a cap holds, in one sentence.
  func verdict(_ cap: BudgetCap) -> String {
    let central = cap.value(in: results, area: area)
    guard let chance = cap.chance(in: results, area: area) else {
      let holds = (central ?? 0) <= cap.yuan
      return say(
        "\(name(cap))：中心值 \(amount(central))，\(holds ? "在上限之内" : "超出上限")；没有模拟，给不出把握（--draws 1000）。",
        "\(name(cap)): the central value is \(amount(central)), \(holds ? "within the cap" : "above the cap"); without worlds there is no chance (--draws 1000)."
      )
    }
    return say(
      "\(name(cap))：把握 \(share(chance))；中心值 \(amount(central))。",
      "\(name(cap)): holds in \(share(chance)) of worlds; the central value is \(amount(central)).")
  }

  /// How far it is missed, and what is missing for the chance at which the book budgets.
  private func excess(_ cap: BudgetCap) -> String? {
    let level = cap.payer.map { choice.percentile(of: $0) } ?? percentile
    guard let members = results.members(cap.indicator.name, area: area, year: cap.year),
      let upper = results.quantile(level, of: cap.indicator.name, area: area, year: cap.year)
    else { return nil }
    let over = members.filter { $0 > cap.yuan }
    let mean = over.isEmpty ? 0 : over.reduce(0) { $0 + $1 - cap.yuan } / Double(over.count)
    guard upper > cap.yuan else {
      return say(
        "“\(writer.enough(level))”要 \(amount(upper))，比上限少 \(amount(cap.yuan - upper))。",
        "To be enough in \(share(level)) of worlds takes \(amount(upper)), \(amount(cap.yuan - upper)) less than the cap."
      )
    }
    return say(
      "“\(writer.enough(level))”要 \(amount(upper))，比上限多 \(amount(upper - cap.yuan))；超出的模拟平均超 \(amount(mean))。",
      "To be enough in \(share(level)) of worlds takes \(amount(upper)), \(amount(upper - cap.yuan)) above the cap; where it is exceeded, by \(amount(mean)) on average."
    )
  }

  // MARK: - What can give

  /// How freely a line can be put off or cut, the freest first.
  private enum Freedom: Int, CaseIterable {
    case building, running, byRight

    var label: Label {
      switch self {
      case .building: Label(zh: "建设项目，可推迟", en: "building, can wait")
      case .running: Label(zh: "服务和补助，可压减", en: "services and subsidies, can be cut")
      case .byRight: Label(zh: "待遇，按标准发放", en: "benefits, paid by right")
      }
    }
  }

  private func freedom(_ line: BudgetLine) -> Freedom {
    if line.nature == .capital { return .building }
    return results.plan.city.benefits.contains { $0.name == line.name } ? .byRight : .running
  }

  /// What is paid of a line under a cap, by the central member.
  private func paid(_ line: BudgetLine, _ cap: BudgetCap, _ year: Year) -> Double {
    let payers = cap.payer.map { [$0] } ?? Payer.allCases.filter(\.isFiscal)
    return payers.reduce(0) { $0 + results.paid($1, of: line, area: area, year: year) }
  }

  /// The lines under a cap in the order in which they can give, with what is saved and the chance when they do.
  private func giving(_ cap: BudgetCap) -> Table {
    let before = choice.growthYears(results.plan)?.lowerBound ?? years.lowerBound
    var table = Table(columns: [
      Column("line", header: say("谁能让（\(unit)）", "What can give (\(unit))")),
      Column("before", header: "\(before)", alignment: .trailing),
      Column("amount", header: "\(cap.year)", alignment: .trailing),
      Column("growth", header: say("增加", "rise"), alignment: .trailing),
      Column("saved", header: say("累计让出", "saved so far"), alignment: .trailing),
      Column("chance", header: say("上限把握", "cap holds"), alignment: .trailing),
    ])
    let signed = NumberFormat(decimals: format.decimals, sign: .always, scale: format.scale)
    var saved = 0.0
    for freedom in Freedom.allCases {
      let own = budget.lines.filter { self.freedom($0) == freedom }.map { ($0, paid($0, cap, cap.year)) }
        .filter { $0.1 >= BudgetBook.leastShown }.sorted { $0.1 > $1.1 }
      guard !own.isEmpty else { continue }
      table.appendSection(freedom.label(writer.language))
      for (line, amount) in own {
        saved += amount
        let chance = cap.chance(in: results, area: area, saving: saved)
        let holds = chance.map(share) ?? ((cap.value(in: results, area: area) ?? 0) - saved <= cap.yuan ? "✓" : "✗")
        let earlier = paid(line, cap, before)
        table.append([
          .text(line.label(writer.language)), .number(earlier, format), .number(amount, format),
          .number(amount - earlier, signed), .number(saved, format), .text(holds),
        ])
      }
    }
    return table.noting([
      say(
        "自上而下逐项停办时累计让出的数，和届时上限守得住的模拟比例；让出按中心值计。待遇按标准发放，要让只能改标准或条件。",
        "What is saved when lines stop from the top down, by the central member, and in which share of worlds the cap then holds. Benefits are paid by right: they give only where a standard or a condition is changed."
      )
    ])
  }
}
