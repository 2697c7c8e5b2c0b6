import Domain
import Formulas
import Simulation
import Studies
import Tables

extension ExplanationPage {
  /// The layout of the JSON text; it rises when a member changes its meaning.
  static let version = 2.0

  /// The tree for programs: an object a number with its operands as `parts`, numbers in full and in inside units.
  public var json: String {
    JSONValue.object([.init("version", .number(ExplanationPage.version)), .init("explanation", object(tree.root))])
      .fileText
  }

  private func object(_ node: ExplanationTree.Node) -> JSONValue {
    let number = node.number
    var members: [JSONValue.Member] = [
      .init("kind", .text(number.kind)), .init("name", .text(number.name)),
      .init("label_zh", .text(label(number, .zh))), .init("label_en", .text(label(number, .en))),
      .init("district_code", .text(areas[number.area].code)), .init("year", .number(Double(number.year))),
      .init("unit", .text(number.unit.symbol)), .init("value", number.value.map { .number($0) } ?? .null),
      .init("cause", .text(number.causeName)),
    ]
    if let formula = number.formula { members.append(.init("formula", .text(formula.text(in: .en)))) }
    members += sources(number)
    if !node.parts.isEmpty { members.append(.init("parts", .list(node.parts.map(object)))) }
    if node.hidden > 0 { members.append(.init("hidden", .number(Double(node.hidden)))) }
    return .object(members)
  }

  private func sources(_ number: Explanation) -> [JSONValue.Member] {
    switch number.cause {
    case .held(let figure), .raked(let figure):
      return [.init("evidence", .text(figure.evidence.rawValue)), .init("source", .text(figure.source))]
    case .given(let provenance?):
      var members: [JSONValue.Member] = []
      if let dated = provenance.dated {
        members += [.init("evidence", .text(dated.evidence.rawValue)), .init("source", .text(dated.source))]
        if let range = dated.range {
          members.append(.init("range", .list([.number(range.lowerBound), .number(range.upperBound)])))
        }
      }
      if let follows = provenance.follows { members.append(.init("follows", .text(follows))) }
      if let place = provenance.place {
        members += [.init("file", .text(place.file)), .init("line", .number(Double(place.line)))]
      }
      return members
    case .formula, .districts, .city, .given, .counted: return []
    }
  }
}

extension Explanation {
  fileprivate var kind: String {
    switch subject {
    case .indicator: "indicator"
    case .parameter: "parameter"
    case .measure: "measure"
    }
  }

  fileprivate var causeName: String {
    switch cause {
    case .formula: "formula"
    case .districts: "sum_of_districts"
    case .city: "city"
    case .held: "published"
    case .raked: "raked"
    case .given(let provenance):
      switch provenance?.layer {
      case .dataset: "dataset"
      case .scenario: "scenario"
      case .allocation: "allocation"
      case nil: "carried_on"
      }
    case .counted: "counted"
    }
  }
}
