import Foundation
import Testing

/// An indicator that is declared reaches a list: nothing else would notice that it never comes out.
struct DeclarationTests {
  @Test func everyIndicatorThatIsDeclaredIsListed() throws {
    let root = "\(Document.root)/Sources"
    let files = try FileManager.default.subpathsOfDirectory(atPath: root).sorted().filter { $0.hasSuffix(".swift") }
    let declared = try DeclaredIndicators(
      files.map { (file: $0, text: try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8)) })
    #expect(declared.all.count > 100)
    for declaration in declared.all {
      let isListed = try declared.isListed(declaration.name)
      #expect(isListed, "\(declaration.file): '\(declaration.name)' is declared and in no list")
    }
  }

  @Test func aFormulaIsNoList() throws {
    let rule = """
      static let kept = names.indicator("kept", .yuan, zh: "甲", en: "A", formula: .zero(.yuan))
      static let forgotten = names.indicator(
        "forgotten", .yuan, zh: "乙", en: "B", formula: .indicator(kept))
      static let used = Indicator("used", .yuan, zh: "丙", en: "C", formula: .indicator(forgotten) + .indicator(kept))
      static let paid = names.payment(.indicator(used))
      static let rule = BenefitRule(names, steps: [kept], recipients: used, payment: paid)
      // forgotten, in words alone: [forgotten]
      """
    let names = """
      func indicator(_ name: String, formula: Formula) -> Indicator { }
      func payment(_ formula: Formula) -> Indicator { }
      """
    let declared = try DeclaredIndicators([("Rule.swift", rule), ("RuleNames.swift", names)])
    #expect(declared.all.map(\.name) == ["kept", "forgotten", "used", "paid"])
    #expect(try declared.all.map(\.name).filter { try !declared.isListed($0) } == ["forgotten"])
  }
}
