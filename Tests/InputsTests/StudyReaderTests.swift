import Domain
import Formulas
import Inputs
import Simulation
import Studies
import Testing

/// Study files.
struct StudyReaderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("base.yaml", "name: base\nhorizon: {from: 2020, to: 2030}\n")
  }

  private static let outcomes = "outcomes: [fiscal.public_cost@2028]\n"

  private func load(_ text: String, input: String? = nil) throws -> LoadedStudy {
    let file = try scratch.write("study.yaml", text)
    let options = ScenarioRequest("", dataset: Folder.tinytown)
    return try LoadedStudy(path: file, options: options, standardInput: input.map { text in { [UInt8](text.utf8) } })
  }

  private func study(vary: String, design: String = "{sobol: 4}") throws -> Study {
    try load("scenario: base.yaml\nvary:\n\(vary)\n\(Self.outcomes)design: \(design)\n").study
  }

  private func values(_ written: String) throws -> AxisValues? {
    let study = try study(vary: "  care.beds.occupancy_limit@2026: \(written)")
    guard case .change(let change, let values) = study.axes[0].parts[0].kind else { return nil }
    #expect(change.path == "care.beds.occupancy_limit" && study.axes[0].name == "care.beds.occupancy_limit@2026")
    return values
  }

  @Test func everyFormOfValuesIsRead() throws {
    #expect(try values("[70%, 80%, 95%]") == .levels([0.7, 0.8, 0.95]))
    #expect(try values("80%") == .levels([0.8]))
    #expect(try values("{from: 70%, to: 90%, steps: 5}") == .range(from: 0.7, to: 0.9, steps: 5))
    #expect(try values("{from: 90%, to: 70%}") == .range(from: 0.9, to: 0.7, steps: nil))
    #expect(try values("{uniform: [70%, 90%]}") == .range(from: 0.7, to: 0.9, steps: nil))
    #expect(try values("{triangular: [70%, 75%, 90%]}") == .triangular(low: 0.7, mode: 0.75, high: 0.9))
    let interval = Interval(probability: 0.8, low: 0.7, high: 0.9)
    #expect(try values("{value: 80%, 80%: [70%, 90%]}") == .interval(value: 0.8, interval, .logit))
  }

  @Test func addressesFactorsAndAmountsBecomeChanges() throws {
    let found = try study(
      vary: """
          care.beds.build@2026/西县: [100 张, 200 张]
          care.beds.retire: {multiply: [0.5, 2], from: 2026, to: 2028}
          fiscal.wage_growth: {add: {from: -1%, to: 1%}, from: 2027}
          care.beds.opening: [9000 张, 9500 张]
        """)
    let changes = found.points.forms[0].changes
    #expect(changes.map(\.path) == ["care.beds.build", "care.beds.retire", "fiscal.wage_growth", "care.beds.opening"])
    #expect(changes[0].district == "990002")
    #expect(changes[0].change == .points([Override.Point(from: Day(firstOf: 2026), value: 100)]))
    #expect(changes[1].change == .multiply(by: 0.5, from: 2026, to: 2028))
    #expect(changes[2].change == .add(0, from: 2027, to: nil))
    // What counts once stands in the base year.
    #expect(changes[3].change == .points([Override.Point(from: Day(firstOf: 2020), value: 9_000)]))
  }

  @Test func linkedAddressesMakeOneAxisAndGroupedOnesSeveral() throws {
    let found = try study(
      vary: """
          pace:
            linked:
              care.beds.convert: [10 张, 20 张]
              care.beds.build: [30 张, 40 张]
          prices:
            grouped:
              fiscal.wage_growth: {uniform: [2%, 5%]}
              fiscal.price_growth: {uniform: [1%, 3%]}
        """)
    #expect(found.axes.map(\.name) == ["pace", "fiscal.wage_growth", "fiscal.price_growth"])
    #expect(found.axes.map(\.group) == [nil, "prices", "prices"])
    #expect(found.parts.map(\.address).prefix(2) == ["care.beds.convert", "care.beds.build"])
  }

  @Test func statedRangesAreTakenFromTheDataset() throws {
    let one = try study(vary: "  benefits.takeup: stated\n  care.beds.convert: [1 张]", design: "one-at-a-time")
    guard case .stated(let stated) = one.axes[0].parts[0].kind else { return #expect(Bool(false)) }
    #expect(stated.path == "benefits.takeup")
    let all = try study(vary: "  all: stated\n  role: [uncertainty, fact]\n  care.beds.convert: [1 张]")
    let levers = try study(vary: "  all: stated\n  role: lever\n  care.beds.convert: [1 张]")
    let names = Set(all.axes.map(\.name))
    #expect(names.contains("benefits.takeup") && names.count > 50)
    // What stands by itself is not varied twice.
    #expect(names.isDisjoint(with: levers.axes.map(\.name).filter { $0 != "care.beds.convert" }))
    #expect(levers.axes.count { $0.name == "care.beds.convert" } == 1)
  }

  @Test func everyDesignIsRead() throws {
    let axis = "  care.beds.convert: {from: 0 张, to: 10 张, steps: 2}"
    func design(_ text: String) throws -> StudyDesign { try study(vary: axis, design: text).design }
    #expect(try design("grid") == .grid)
    #expect(try design("one-at-a-time") == .oneAtATime)
    #expect(try design("{latin-hypercube: 20, seed: 3}") == .latinHypercube(points: 20, seed: 3))
    #expect(try design("{sobol: 64}") == .sobol(points: 64, replicates: 1, seed: 0))
    #expect(try design("{sobol: 64, replicates: 4}") == .sobol(points: 64, replicates: 4, seed: 0))
    #expect(try design("{saltelli: 16}") == .saltelli(rows: 16, replicates: 8, seed: 0))
    #expect(try design("{morris: 10, levels: 6}") == .morris(trajectories: 10, levels: 6, seed: 0))
    #expect(try load("scenario: base.yaml\nvary: {care.beds.convert: [1 张]}\n" + Self.outcomes).study.design == .grid)
  }

  @Test func aTableGivesPointsFromAFileOrFromStandardInput() throws {
    let table = "care.beds.convert@2026,care.beds.build@2026/西县\n10 张,\n20,300 张\n"
    try scratch.write("points.csv", table)
    func text(_ source: String) -> String { "scenario: base.yaml\n\(Self.outcomes)design: {table: \(source)}\n" }
    let (file, piped) = (try load(text("points.csv")), try load(text("'-'"), input: table))
    #expect(file.study.axes == piped.study.axes || file.study.points[2].figures == piped.study.points[2].figures)
    #expect(file.study.points.count == 2)
    #expect(file.study.points[1].figures == [10, nil] && file.study.points[2].figures == [20, 300])
    #expect(file.files.map(\.path).map { $0.split(separator: "/").last } == ["study.yaml", "points.csv"])
  }

  @Test func outcomesNameStatisticsInWorlds() throws {
    let head = "scenario: base.yaml\nvary: {care.beds.convert: [1 张]}\n"
    let central = try load(head + "outcomes: [fiscal.public_cost@2028, population.total@2025/西县:central]\n").study
    #expect(central.outcomes.map(\.name) == ["fiscal.public_cost@2028", "population.total@2025/西县"])
    #expect(central.outcomes.map(\.statistic) == [.central, .central] && central.worlds == .central)
    let worlds = try load(head + "worlds: common 50\noutcomes: [fiscal.public_cost@2028, population.total@2025:p90]\n")
      .study
    #expect(worlds.worlds == .common(50))
    #expect(worlds.outcomes.map(\.statistic) == [.central, .mean, .p10, .p50, .p90, .p90])
  }

  private func study(worlds: String, design: String) throws -> Study {
    try load(
      """
      scenario: base.yaml
      worlds: \(worlds)
      vary:
        fiscal.wage_growth: {uniform: [2%, 5%]}
        fiscal.price_growth: {uniform: [1%, 3%]}
        benefits.takeup: stated
      \(Self.outcomes)design: \(design)

      """
    ).study
  }

  @Test func chanceIsTheLastInputWhereAPointHasAWorldOfItsOwn() throws {
    let found = try study(worlds: "chance 500", design: "{saltelli: 4, seed: 1}")
    #expect(found.worlds == .chance(500) && found.axes.last == .chance(worlds: 500))
    #expect(found.outcomes.map(\.statistic) == [.world])
    #expect(found.layout.inputs.map(\.name).last == "chance" && found.layout.columns.last == "world")
    #expect(found.points.count == 8 * 4 * 6)
    let worlds = (1...192).compactMap { found.points[$0].world }
    #expect(worlds.count == 192 && worlds.allSatisfy { (1...500).contains($0) } && Set(worlds).count > 30)
    // The point that takes chance alone from B differs from A in its world and in nothing else.
    let (a, mixed) = (found.points[1], found.points[6])
    #expect(a.world != mixed.world && a.figures.dropLast() == mixed.figures.dropLast())
    #expect(a.signature(found) != mixed.signature(found))
    for design in ["grid", "one-at-a-time", "{morris: 4}"] {
      #expect(throws: InputError.self) { try study(worlds: "chance 500", design: design) }
    }
    #expect(throws: InputError.self) { try study(worlds: "chance 0", design: "{sobol: 4}") }
  }

  @Test func aShapleyDesignKnowsHowInputsGoTogether() throws {
    let together = "[[fiscal.wage_growth, fiscal.price_growth, 0.7]]"
    let found = try study(worlds: "central", design: "{shapley: 4, seed: 1, correlations: \(together)}")
    guard case .shapley(let rows, let replicates, let seed, let correlation) = found.design else {
      Issue.record("\(found.design)")
      return
    }
    #expect(rows == 4 && replicates == 8 && seed == 1)
    #expect(correlation[0, 1] == 0.7 && correlation[1, 0] == 0.7 && correlation[0, 2] == 0)
    #expect(found.points.count == 8 * 4 * 7)
    for wrong in [
      "[[fiscal.wage_growth, fiscal.price_grow, 0.7]]", "[[fiscal.wage_growth, fiscal.price_growth]]",
      "[[fiscal.wage_growth, fiscal.wage_growth, 0.7]]", "[[fiscal.wage_growth, fiscal.price_growth, 1]]",
      "[[fiscal.wage_growth, fiscal.price_growth, 0.5], [fiscal.price_growth, fiscal.wage_growth, 0.5]]",
      """
      [[fiscal.wage_growth, fiscal.price_growth, 0.9], [fiscal.wage_growth, benefits.takeup, 0.9],
       [fiscal.price_growth, benefits.takeup, -0.9]]
      """, "0.7",
    ] {
      let correlations = wrong.replacing("\n", with: "")
      #expect(throws: InputError.self, "\(wrong)") {
        try study(worlds: "central", design: "{shapley: 4, correlations: \(correlations)}")
      }
    }
  }
}
