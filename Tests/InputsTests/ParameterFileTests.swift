import Foundation
import Inputs
import Testing

struct ParameterFileTests {
  private static let ratio = "2020: {value: 30%, evidence: assumed, source: invented, range: [24%, 36%]}"

  private static let growth = "2020: {value: 4%, evidence: assumed, source: invented, range: [3.2%, 4.8%]}"

  /// One fault each in `benefits.yaml`: a text, what stands there instead, and what a user reads.
  private static let faults = [
    (ratio, "2020: {value: 30%, source: invented, range: [24%, 36%]}", "30:11: error: evidence and source are missing"),
    (
      ratio, "2020: {value: 30%, evidence: assumed, range: [24%, 36%]}", "30:11: error: evidence and source are missing"
    ),
    (
      ratio, "2020: {value: 30%, evidence: assumed, source: invented}",
      "30:11: error: a value with evidence assumed needs a range"
    ),
    (
      ratio, "2020: {value: 30%, evidence: assume, source: invented, range: [24%, 36%]}",
      "30:34: error: 'assume' is not one of enacted, observed, recalled, estimated, assumed; did you mean 'assumed'?"
    ),
    (
      ratio, "2020: {value: 30%, evidence: assumed, source: invented, range: [36%, 24%]}",
      "30:68: error: the range begins at 36%, above its end, 24%"
    ),
    (
      ratio, "2020: {value: 30%, evidence: assumed, source: invented, range: 24%}",
      "30:68: error: expected a list, found '24%'"
    ),
    (ratio, "2020: {evidence: assumed, source: invented, range: [24%, 36%]}", "30:11: error: 'value' is missing"),
    (
      ratio, "2020: {value: 30 元, evidence: assumed, source: invented, range: [24%, 36%]}",
      "30:19: error: '30 元' has the wrong unit; expected % or 0…1"
    ),
    (
      ratio, "2020: {value: 30%, evidense: assumed, evidence: assumed, source: invented, range: [24%, 36%]}",
      "30:24: error: no key 'evidense'; did you mean 'evidence'?"
    ),
    (
      ratio, "20200: {value: 30%, evidence: observed, source: invented}",
      "30:5: error: '20200' is not a year or a date; expected 2026 or 2026-07-01"
    ),
    (
      growth, "2020: {value: 4%, 80%: [5%, 9%], evidence: assumed, source: invented, range: [3%, 9%]}",
      "21:28: error: the value 4% does not lie inside [5%, 9%]"
    ),
    (
      growth, "2020: {value: 4%, 80%: 3%, evidence: assumed, source: invented, range: [3%, 9%]}",
      "21:28: error: expected a list, found '3%'"
    ),
    (
      growth, "2020: {value: 4%, 120%: [3%, 9%], evidence: assumed, source: invented, range: [3%, 9%]}",
      "21:23: error: '120%' is outside 1% to 99%"
    ),
    (
      growth, "2020: {value: 4%, 80%: [3%, 9 元], evidence: assumed, source: invented, range: [3%, 9%]}",
      "21:33: error: '9 元' has the wrong unit; expected % or 0…1"
    ),
    ("between: step", "betwen: step", "13:3: error: no key 'betwen'; did you mean 'between'?"),
    ("between: step", "between: steps", "13:12: error: 'steps' is not one of linear, step; did you mean 'step'?"),
    (
      "benefits.dibao.ratio:", "benefits.dibao.ration:",
      "26:1: error: no parameter 'benefits.dibao.ration'; did you mean 'benefits.dibao.ratio'?"
    ),
    ("unit: 元/人·年", "unit: 元/人", "7:9: error: '元/人' has the wrong unit; expected 元/人·年 or 元/人·月"),
    (
      "{index: benefits.consumption_growth}", "{index: benefits.consumption_grwth}",
      "15:19: error: no parameter 'benefits.consumption_grwth'; did you mean 'benefits.consumption_growth'?"
    ),
    (
      "{index: benefits.consumption_growth}", "{index: benefits.consumption_growth, weight: fiscal.wage_weight}",
      "15:11: error: 'rest' is missing"
    ),
    (
      "{index: benefits.consumption_growth}",
      "{index: benefits.consumption_growth, weight: fiscal.wage_wait, rest: fiscal.price_growth}",
      "15:56: error: no parameter 'fiscal.wage_wait'; did you mean 'fiscal.wage_weight'?"
    ),
    (
      ratio,
      "2020: {value: 30%, evidence: assumed, source: invented, range: [24%, 36%], implied_by: benefits.dibao.standrd}",
      "30:92: error: no indicator 'benefits.dibao.standrd'; did you mean 'benefits.dibao.standard'?"
    ),
    (
      "  values:\n    " + ratio, "  districts: {西县: {" + ratio + "}}",
      "29:3: error: 'benefits.dibao.ratio' has one value for the city; it cannot be set by district"
    ),
  ]

  @Test(arguments: faults)
  func aFaultIsFoundInItsPlace(text: String, instead: String, message: String) throws {
    let found = try faultsOfTown(Scratch(), "parameters/benefits.yaml", text, instead)
    #expect(found == ["parameters/benefits.yaml:" + message])
  }

  @Test func aParameterWithoutAnEntryIsMissing() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let text = try String(contentsOfFile: "\(town)/parameters/benefits.yaml", encoding: .utf8)
    let start = try #require(text.range(of: "benefits.minimum_wage:"))
    let next = try #require(text.range(of: "# 收入 income", range: start.upperBound..<text.endIndex))
    try scratch.write(
      "tinytown/parameters/benefits.yaml", String(text[..<start.lowerBound]) + String(text[next.lowerBound...]))
    let found = try #require(diagnostics { try Dataset(directory: town) })
    #expect(
      found.map { $0.line(without: town) } == [
        "parameters/benefits.yaml: error: the dataset lacks the parameter 'benefits.minimum_wage'"
      ])
  }

  /// A rule that not every city has is given whole or not at all; who pays for it may stand beside it.
  @Test func aLocalRuleIsNotGivenInPart() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let text = try String(contentsOfFile: "\(town)/parameters/benefits.yaml", encoding: .utf8)
    func entry(_ path: String, _ unit: String, _ value: String) -> String {
      """

      \(path):
        label: {zh: 补助, en: Support}
        unit: "\(unit)"
        values:
          2020: {value: \(value), evidence: assumed, source: invented, range: [\(value), \(value)]}

      """
    }
    let payer = entry("fiscal.resettlement.share_centre", "%", "100%")
    try scratch.write("tinytown/parameters/benefits.yaml", text + payer)
    #expect(throws: Never.self) { try Dataset(directory: town) }
    let amount = entry("benefits.resettlement.amount", "元/人·年", "600 元/人·年")
    try scratch.write("tinytown/parameters/benefits.yaml", text + amount)
    let found = try #require(diagnostics { try Dataset(directory: town) })
    #expect(
      found.map { $0.line(without: town) }
        == ["youngest", "opening", "district_share", "struck_off"].map {
          "parameters/benefits.yaml: error: the dataset lacks the parameter 'benefits.resettlement.\($0)'"
        })
    // Of other lines the payers stay with the other costs.
    let other = entry("fiscal.bed_subsidy.share_centre", "%", "0%")
    try scratch.write("tinytown/parameters/benefits.yaml", text + other)
    #expect(try #require(diagnostics { try Dataset(directory: town) }).count == 1)
  }

  @Test func aDistrictNobodyKnowsIsReported() throws {
    let found = try faultsOfTown(Scratch(), "parameters/demography.yaml", "西县:", "西城县:")
    #expect(found.first == "parameters/demography.yaml:47:5: error: no district '西城县'; did you mean '西县'?")
  }
}
