import Domain
import Formulas
import Simulation

/// What a package says of its stated ranges: how sure they are, and which inputs one cause moves.
extension DatasetReader {
  private static let inputWord = Label(zh: "参数", en: "parameter")
  private static let countWord = Label(zh: "指标", en: "indicator")

  /// - Parameter probability: the chance that a range holds the truth; nil where the package does not say, and inputs
  ///   are held.
  mutating func ranges(_ probability: Double?, _ model: Model) -> StatedRanges? {
    let groups = inputGroups(model)
    let spreads = districtSpreads(model)
    return probability.map { StatedRanges(probability: $0, groups: groups, districtSpreads: spreads) }
  }

  /// Reads from which inputs each district deviates; those of a package without the table hold in every district.
  private mutating func districtSpreads(_ model: Model) -> [DistrictSpread] {
    guard
      var table = optionalTable("district_deviations", ["input", "count", "deviation", "evidence", "source"])
    else { return [] }
    let inputs = model.parameters.filter { $0.scope == .district }.map(\.path)
    let counts = model.indicators.map(\.name)
    var result: [DistrictSpread] = []
    for row in table.rows {
      let (input, count) = (table.text(row, "input"), table.text(row, "count"))
      // A package may hold more than the population alone needs.
      if extent == .population, !inputs.contains(input) { continue }
      let deviation = table.number(row, "deviation")
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      guard inputs.contains(input) else {
        if programmeTable.hasLostRows { continue }
        let near = nearestName(to: input, in: inputs)
        table.report(.unknownName(kind: DatasetReader.inputWord, name: input, nearest: near), row: row, "input")
        continue
      }
      guard counts.contains(count) else {
        let near = nearestName(to: count, in: counts)
        table.report(.unknownName(kind: DatasetReader.countWord, name: count, nearest: near), row: row, "count")
        continue
      }
      guard let deviation, evidence != nil else { continue }
      guard (0...3).contains(deviation) else {
        table.report(.outOfRange(text: table.text(row, "deviation"), low: "0", high: "3"), row: row, "deviation")
        continue
      }
      guard !result.contains(where: { $0.input == input }) else {
        table.report(.duplicateRow(key: input), row: row, "input")
        continue
      }
      result.append(DistrictSpread(input: input, count: count, deviation: deviation))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return result
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
