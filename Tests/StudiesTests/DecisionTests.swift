import Domain
import Simulation
import Studies
import Testing
import Uncertainty

/// Options held against one another by a rule with a price for what is missed.
struct DecisionTests {
  private let cost = Outcome("fiscal.fiscal_cost", area: 0, year: 2030)
  private let short = Outcome("care.beds.shortage", area: 0, year: 2030)

  private var rule: DecisionRule {
    DecisionRule(
      "cost", cost, moreIsBetter: false,
      misses: [.init(Condition("short<=0", short, .atMost, 0), price: .perUnit(10))])
  }

  @Test func aRuleIsTheCostAndThePriceOfWhatIsMissed() {
    #expect(rule.benefit([100, -3]) == -100)
    #expect(rule.benefit([100, 7]) == -170)
    #expect(rule.misses([100, 7]) && !rule.misses([100, 0]))
    let atLeast = Condition("x>=5", short, .atLeast, 5)
    #expect(atLeast.holds(5) && !atLeast.holds(4.9) && abs(atLeast.shortfall(4) - 1) < 1e-15)
    #expect(!Condition("x>5", short, .above, 5).holds(5) && !Condition("x<5", short, .below, 5).holds(5))
  }

  @Test func aPriceMayCountOnceByHoweverLittleSomethingIsMissed() {
    let once = DecisionRule(
      "cost", cost, moreIsBetter: false,
      misses: [.init(Condition("short<=0", short, .atMost, 0), price: .once(40))])
    #expect([-3, 0, 0.1, 900].map { once.benefit([100, $0]) } == [-100, -100, -140, -140])
    #expect(once.benefit([100, .nan]).isNaN)
  }

  /// Waiting costs nothing and is short where need is above 0.6 and staff below 0.4; building costs 300 a world and is never
  /// short. Where 80 are lacking waiting costs 800: it fails in that box, which is found to 0.03.
  @Test func theBoxInWhichAnOptionFailsIsFound() throws {
    let points = randomPoints(count: 2_000, dimensions: 5, seed: 5)
    let columns = (0..<5).map(points.column)
    let lacking = (0..<2_000).map { columns[0][$0] > 0.6 && columns[1][$0] < 0.4 ? 80.0 : 0 }
    let values = [[lacking.map { _ in 0 }, lacking], [lacking.map { _ in 300 }, lacking.map { _ in 0 }]]
    let inputs = columns.enumerated().map { SampleInput("x\($0)", [$1]) }
    let decision = try #require(
      Decision(
        rule, options: ["wait", "build"], values: values, inputs: inputs,
        surveys: [.init("*", inputs: Array(inputs.indices))],
        readings: columns.enumerated().map { .init("x\($0)", $1, .rank) }))
    #expect(decision.analysis.choice == 0)
    let failing = decision.failings[0]
    let share = Double(lacking.count { $0 > 0 }) / 2_000
    #expect(failing.option == 0 && failing.share == share && !failing.isInverted)
    let box = try #require(failing.boxes.first)
    let named = box.restricted.map { (decision.readings[failing.inputs[$0]].name, box.limits[$0]) }
    #expect(named.map(\.0) == ["x0", "x1"])
    #expect(abs((named[0].1.low ?? .nan) - 0.6) < 0.03 && abs((named[1].1.high ?? .nan) - 0.4) < 0.03)
    // Both options are asked whether they miss; building never does.
    #expect(decision.failings.count == 3 && decision.failings[2].share == 0 && decision.failings[2].boxes.isEmpty)
    // Knowing both inputs is worth choosing to build in that box: 500 less there, by hand; single ones less.
    let worth = decision.analysis.perfect.value
    #expect(abs(worth - share * 500) < 1e-9)
    #expect(Set(decision.analysis.single.prefix(2).map(\.survey.name)) == ["x0", "x1"])
    #expect(decision.analysis.single.allSatisfy { $0.value.value <= worth })
    #expect(decision.analysis.regrets.leastLargestRegret == 1)
  }

  @Test func tooFewSamplesSayNothing() {
    let values = [[Double](repeating: 1, count: 99)]
    #expect(
      Decision(
        DecisionRule("cost", cost, moreIsBetter: true), options: ["a", "b"], values: [values, values], inputs: [],
        surveys: [], readings: []) == nil)
  }
}
