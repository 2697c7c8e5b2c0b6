import Benefits
import Domain
import Fiscal
import Formulas
import Programmes
import Testing

/// The lines of a budget, before anything is computed.
struct BudgetTests {
  @Test func everyRuleHasALine() {
    let budget = Budget(rules: BenefitRule.all, programmes: [])
    let names = budget.lines.map(\.name)
    #expect(Set(names).count == names.count)
    for rule in BenefitRule.all { #expect(names.contains(rule.name), "\(rule.name)") }
    // What a rule builds is capital and stands apart from what it pays people.
    for rule in BenefitRule.all {
      let built = budget.lines.first { $0.name == "\(rule.name)_capital" }
      #expect((built == nil) == (rule.construction == nil) && built?.nature != .running, "\(rule.name)")
    }
    #expect(budget.lines.first { $0.name == "family_bed" }?.nature == .running)
  }

  @Test func everyRoleFallsUnderTheUseThatTheDatasetNames() {
    let uses = FundRole.allCases.map { role in
      FundUse(
        name: "use_of_\(role.rawValue)", label: Label(zh: "用途", en: "use"), priority: 1, roles: [role])
    }
    let budget = Budget(rules: BenefitRule.all, programmes: [], uses: uses)
    for rule in BenefitRule.all {
      let line = budget.lines.first { $0.name == rule.name }
      #expect(line?.use?.name == rule.fundRole.map { "use_of_\($0.rawValue)" }, "\(rule.name)")
    }
    #expect(Budget(rules: BenefitRule.all, programmes: []).lines.allSatisfy { $0.use == nil && !$0.isFunded })
  }

  @Test func aProgrammeThatIsBuiltAndRunHasTwoLines() {
    func lines(isBuilt: Bool, isRun: Bool) -> [BudgetLine] {
      let cost = Programme.Cost(
        line: "canteens", label: Label(zh: "食堂", en: "canteens"), isBuilt: isBuilt, isRun: isRun, spread: .elders,
        fundUse: "")
      let programme = Programme(
        id: "canteens", zone: "a", unit: .count, label: Label(zh: "食堂", en: "canteens"), cost: cost)
      return Budget(rules: [], programmes: [programme]).lines.filter { $0.name.hasPrefix("canteens") }
    }
    #expect(lines(isBuilt: true, isRun: true).map(\.name) == ["canteens_capital", "canteens"])
    #expect(lines(isBuilt: true, isRun: false).map(\.nature) == [.capital])
    #expect(lines(isBuilt: false, isRun: true).map(\.nature) == [.running])
    #expect(lines(isBuilt: false, isRun: false).isEmpty)
  }
}
