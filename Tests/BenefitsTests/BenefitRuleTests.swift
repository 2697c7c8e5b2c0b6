import Benefits
import Care
import Domain
import Formulas
import Foundation
import Testing

/// Walks the list of rules.
struct BenefitRuleTests {
  /// Three levels above this file.
  private let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  @Test func everyRuleHasNameParametersAndIndicatorsThatFit() {
    #expect(Set(BenefitRule.all.map(\.name)).count == BenefitRule.all.count)
    // Names that outside programs read; a new rule need not be among them.
    let names = [
      "dibao", "low_edge", "price_subsidy", "destitute", "temporary_aid", "orphans", "children", "disability_living",
      "disability_care", "service_subsidy", "nursing_subsidy", "family_bed", "worker_entry", "worker_certificate",
      "old_age_allowance", "accident_insurance", "consumption_subsidy", "ltc_insurance", "burial",
    ]
    #expect(Set(BenefitRule.all.map(\.name)).isSuperset(of: names))
    for rule in BenefitRule.all {
      #expect(rule.recipients.name == "benefits.\(rule.name).recipients" && rule.recipients.unit == .persons)
      #expect(rule.payment.name == "benefits.\(rule.name).payment" && rule.payment.unit == .yuan)
      #expect(rule.recipients.aggregation == .sum && rule.payment.aggregation == .sum)
      #expect(!rule.label.zh.isEmpty && !rule.label.en.isEmpty)
      #expect(!rule.name.isEmpty && !rule.parameters.isEmpty && !rule.indicators.isEmpty)
      for indicator in rule.indicators {
        #expect(throws: Never.self, "\(indicator.name)") { try indicator.checkUnits() }
        #expect(indicator.name.hasPrefix("benefits.\(rule.name)."))
      }
    }
  }

  @Test func everyRuleHasAPage() throws {
    for rule in BenefitRule.all {
      let page = try String(contentsOfFile: "\(root)/docs/methods/benefits/\(rule.name).md", encoding: .utf8)
      #expect(page.hasPrefix("# \(rule.name) "), "\(rule.name)")
    }
  }

  @Test func aRuleBringsAlongEveryParameterOfItsName() {
    let declared = Set(BenefitRule.parameters)
    let ofCare = Set(Care.parameters)
    #expect(declared.count == BenefitRule.parameters.count && declared.isDisjoint(with: ofCare))
    for rule in BenefitRule.all {
      let read = Set(rule.indicators.flatMap(\.formula.parameters))
      let own = read.filter { $0.path.hasPrefix("benefits.\(rule.name).") }
      #expect(own.isSubset(of: rule.parameters), "\(rule.name)")
      #expect(read.filter { $0.path.hasPrefix("benefits.") }.isSubset(of: declared.union(ofCare)), "\(rule.name)")
    }
  }

  @Test func everyIndicatorThatARuleMentionsIsDeclaredByARule() {
    let declared = Set(BenefitRule.indicators.map(\.name))
    for indicator in BenefitRule.indicators {
      for name in indicator.formula.mentioned where name.hasPrefix("benefits.") {
        #expect(declared.contains(name), "\(indicator.name) mentions \(name)")
      }
    }
  }

  @Test func whatARuleBuildsIsPartOfWhatItPays() throws {
    let built = BenefitRule.all.filter { $0.construction != nil }
    #expect(built.map(\.name) == ["family_bed"])
    for rule in built {
      let part = try #require(rule.construction)
      #expect(part.built.unit == .beds && part.payment.unit == .yuan)
      #expect(rule.payment.formula.mentioned.contains(part.payment.name), "\(rule.name)")
    }
  }
}
