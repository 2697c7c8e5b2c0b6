import Domain
import Formulas
import Simulation

/// What a package says of its stated ranges: how sure they are, and which inputs one cause moves.
extension DatasetReader {
  private static let inputWord = Label(zh: "参数", en: "parameter")

  /// - Parameter probability: the chance that a range holds the truth; nil where the package does not say, and inputs
  ///   are held.
  mutating func ranges(_ probability: Double?, _ model: Model) -> StatedRanges? {
    let groups = inputGroups(model)
    return probability.map { StatedRanges(probability: $0, groups: groups) }
  }

  /// Reads which inputs go together; those of a package without the table are independent.
  private mutating func inputGroups(_ model: Model) -> [InputGroup] {
    guard var table = optionalTable("input_groups", ["group", "input", "correlation", "evidence", "source"]) else {
      return []
    }
    let paths = model.parameters.map(\.path)
    let known = Set(paths)
    var members: [String: [InputGroup.Member]] = [:]
    var order: [String] = []
    var seen: Set<String> = []
    for row in table.rows {
      let (group, path) = (table.text(row, "group"), table.text(row, "input"))
      // A package may hold more than the population alone needs.
      if extent == .population, !known.contains(path) { continue }
      let correlation = table.number(row, "correlation")
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      guard known.contains(path) else {
        if programmeTable.hasLostRows { continue }
        let near = nearestName(to: path, in: paths)
        table.report(.unknownName(kind: DatasetReader.inputWord, name: path, nearest: near), row: row, "input")
        continue
      }
      guard let correlation, evidence != nil else { continue }
      guard (0...1).contains(correlation) else {
        table.report(.outOfRange(text: table.text(row, "correlation"), low: "0", high: "1"), row: row, "correlation")
        continue
      }
      guard seen.insert(path).inserted else {
        table.report(.duplicateRow(key: path), row: row, "input")
        continue
      }
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(InputGroup.Member(path: path, correlation: correlation))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return order.map { InputGroup($0, members[$0] ?? []) }
  }
}
