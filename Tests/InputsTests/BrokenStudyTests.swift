import Domain
import Inputs
import Testing

/// Every mistake of a study is told where it stands.
struct BrokenStudyTests {
  /// Below this begins line 3; each stands under `vary:` with two blanks.
  private static let axes = [
    ("care.beds.convrt: [1 张]", "3:3: error: no parameter 'care.beds.convrt'; did you mean 'care.beds.convert'"),
    ("care.beds.occupancy@2026: [1]", "3:3: error: 'care.beds.occupancy' (Occupancy) is a result"),
    ("care.beds.convert: [1 张, 2 元]", "3:28: error: '2 元' has the wrong unit; expected 张"),
    ("care.beds.convert: []", "3:3: error: 'care.beds.convert' is given no value"),
    ("care.beds.convert: [[1 张]]", "3:23: error: expected a single value"),
    ("care.beds.convert: {from: 1 张}", "3:22: error: 'to' is missing"),
    ("care.beds.convert: {form: 1 张, to: 2 张}", "3:23: error: no key 'form'; did you mean 'from'"),
    ("care.beds.convert: {from: 1 张, to: 2 张, steps: 1}", "3:50: error: '1' is outside 2 to 10000"),
    ("care.beds.convert: {uniform: [3 张, 2 张]}", "3:32: error: the range begins at 3 张, above its end, 2 张"),
    ("care.beds.convert: {triangular: [3 张, 4 张]}", "3:35: error: expected a list"),
    ("care.beds.convert: {value: 3 张}", "3:22: error: '80%' is missing"),
    ("care.beds.convert: {value: 3 张, 80%: [4 张, 5 张]}", "3:40: error: the value 3 张 does not lie inside"),
    ("care.beds.occupancy_limit: [120%]", "3:31: error: '120%' is outside 0% to 100%"),
    ("care.beds.build@2026/西区: [1 张]", "3:24: error: no district '西区'"),
    ("care.beds.convert@26: [1 张]", "3:21: error: '26' is not a year or a date"),
    ("care.beds.convert@2026: {multiply: [1, 2], from: 2026}", "3:27: error: "),
    ("care.beds.convert: {multiply: [1, 2]}", "3:22: error: give from, and one of multiply and add"),
    ("care.beds.opening@2026: [1 张]", "3:3: error: 'care.beds.opening' counts only in the base year, 2020"),
    ("care.beds.convert@2026: stated", "3:3: error: 'stated' is about the parameter as a whole"),
    ("care.ability.reading: {uniform: [1, 2]}", "3:35: error: 'care.ability.reading' takes whole numbers"),
    ("care.ability.reading: {from: 1, to: 2, steps: 3}", "3:25: error: 'care.ability.reading' takes whole numbers"),
    (
      "both: {linked: {care.beds.convert: [1 张, 2 张], care.beds.build: [1 张]}}",
      "3:3: error: the addresses that move together in 'both'"
    ),
    ("both: {linked: {}}", "3:"),
    ("all: every", "3:8: error: 'every' is not one of stated"),
    ("role: fact", "3:3: error: 'all' is missing"),
    ("role: facts\n  all: stated", "3:9: error: 'facts' is not one of lever, uncertainty, fact; did you mean 'fact'"),
    ("care.beds.convert: [1 张]\n  care.beds.convert@: [1 张]", "4:"),
    (
      "both: {grouped: {care.beds.convert: [1 张]}}\n  care.beds.convert: [2 张]",
      "4:3: error: 'care.beds.convert' stands twice; first in line 3"
    ),
  ]

  /// The rest of a study; `SPACE` stands for what is varied.
  private static let rest: [(lines: [String], message: String)] = [
    (
      ["scenario: base.yaml", "vary: {SPACE}"],
      "1:1: error: 'outcomes' is missing"
    ),
    (
      ["vary: {SPACE}", "outcomes: [population.total@2025]"],
      "1:1: error: 'scenario' is missing"
    ),
    (
      ["scenario: nowhere.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]"],
      "1:11: error: no such file"
    ),
    (
      ["scenario: base.yaml", "outcomes: [population.total@2025]"],
      ": error: 'vary' is missing"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.totl@2025]"],
      "3:12: error: no indicator 'population.totl'; did you mean 'population.total'"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2045]"],
      "3:29: error: '2045' is outside 2020 to 2030"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: ['population.total@2025/西区']"],
      "3:35: error: no district '西区'"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total]"],
      "3:12: error: 'population.total' should be INDICATOR@YEAR"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025:p95]"],
      "3:34: error: 'p95' is not one of central, mean"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025:p90]"],
      "3:34: error: points have no 'p90' in the worlds that the study asks for"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025, population.total@2025]"],
      "3:35: error: 'population.total@2025' stands twice"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: population.total@2025"],
      "3:11: error: expected a list"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "worlds: many", "outcomes: [population.total@2025]"],
      "3:9: error: 'many' should be central, common NUMBER, own NUMBER or chance NUMBER"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "worlds: common 0", "outcomes: [population.total@2025]"],
      "3:9: error: '0' is outside 1 to 20000"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: gird"],
      "4:9: error: 'gird' is not one of grid, one-at-a-time"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: sobol"],
      "4:9: error: expected keys with values"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: {sobol: 8, sead: 1}"],
      "4:20: error: no key 'sead'; did you mean 'seed'"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: {sobol: 2000000}"],
      "4:17: error: '2000000' is outside 1 to 1000000"
    ),
    (
      [
        "scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]",
        "design: {sobol: 100000, replicates: 100}",
      ],
      "4:9: error: more than 1000000 points"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: {morris: 5, levels: 3}"],
      "4:29: error: '3' is not one of 2, 4, 6, …"
    ),
    (
      ["scenario: base.yaml", "vary: {SPACE}", "outcomes: [population.total@2025]", "design: {table: points.csv}"],
      "error: where a table gives the points there is no vary"
    ),
    (
      ["scenario: base.yaml", "outcomes: [population.total@2025]", "design: {table: nowhere.csv}"],
      "3:17: error: no such file"
    ),
    (
      ["scenario: base.yaml", "outcomes: [population.total@2025]", "design: {table: '-'}"],
      "3:17: error: standard input is not read here"
    ),
    (
      ["scenario: base.yaml", "vary: {care.beds.convert: {from: 0 张, to: 1 张}}", "outcomes: [population.total@2025]"],
      "2:8: error: a grid needs to know which values 'care.beds.convert' takes"
    ),
    (
      ["scenario: base.yaml", "vari: {SPACE}", "vary: {SPACE}", "outcomes: [population.total@2025]"],
      "2:1: error: no key 'vari'; did you mean 'vary'"
    ),
  ]

  private func messages(_ study: String) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write("base.yaml", "name: base\nhorizon: {from: 2020, to: 2030}\n")
    try scratch.write("points.csv", "care.beds.convert\n1 张\n")
    let file = try scratch.write("study.yaml", study)
    let options = ScenarioRequest("", dataset: Folder.tinytown)
    let found = diagnostics { try LoadedStudy(path: file, options: options) } ?? []
    return found.map { $0.line(without: scratch.path) }
  }

  @Test(arguments: axes)
  func aMistakeOfAnAxisIsFoundInItsPlace(axis: String, message: String) throws {
    let found = try messages(
      "scenario: base.yaml\nvary:\n  \(axis)\noutcomes: [population.total@2025]\ndesign: {sobol: 4}\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("study.yaml:" + message) == true, "\(found)")
  }

  @Test(arguments: rest)
  func aMistakeOfTheRestIsFoundInItsPlace(lines: [String], message: String) throws {
    let found = try messages(lines.map { $0 + "\n" }.joined().replacing("SPACE", with: "care.beds.convert: [1 张]"))
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test func allMistakesAreToldAtOnce() throws {
    let found = try messages(
      """
      scenario: base.yaml
      vary:
        care.beds.convrt: [1 张]
        care.beds.convert: [1 元]
      worlds: sometimes
      outcomes: [population.totl@2025, population.total]
      design: {sobol: none}
      """)
    #expect(found.count == 6, "\(found)")
  }

  /// Tables of points.
  private static let tables = [
    ("care.beds.convrt\n1 张\n", ":1:1: error: no parameter 'care.beds.convrt'"),
    ("care.beds.convert,care.beds.build\n1 张,2 元\n", ":2:5: error: '2 元' has the wrong unit"),
    ("care.beds.convert\n1 张\nmany\n", ":3:1: error: 'many' is not a value"),
    ("care.beds.convert\n", ": error: the table has no points"),
    ("care.beds.convert,care.beds.convert\n1 张,1 张\n", ":1:19: error: "),
    ("care.beds.convert\n1 张,2 张\n", ":2:"),
  ]

  @Test(arguments: tables) func aMistakeOfATableIsFoundInItsPlace(table: String, message: String) throws {
    let scratch = try Scratch()
    try scratch.write("base.yaml", "name: base\nhorizon: {from: 2020, to: 2030}\n")
    try scratch.write("points.csv", table)
    let file = try scratch.write(
      "study.yaml", "scenario: base.yaml\noutcomes: [population.total@2025]\ndesign: {table: points.csv}\n")
    let options = ScenarioRequest("", dataset: Folder.tinytown)
    let found = diagnostics { try LoadedStudy(path: file, options: options) } ?? []
    #expect(found.first?.line(without: scratch.path).hasPrefix("points.csv" + message) == true, "\(found)")
  }
}
