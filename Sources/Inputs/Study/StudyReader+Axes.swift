import Domain
import Formulas
import Simulation
import Studies

/// What a study varies.
extension StudyReader {
  /// An axis and where it is written.
  struct PlacedAxis {
    let axis: Axis
    let key: YAMLValue
  }

  /// Where addresses stand first.
  struct Addresses {
    private var lines: [String: Int] = [:]
    private(set) var paths: Set<String> = []

    /// The line where an address stands already; nil where it is new.
    mutating func first(_ place: String, path: String, line: Int) -> Int? {
      paths.insert(path)
      defer { lines[place] = lines[place] ?? line }
      return lines[place]
    }
  }

  mutating func axes(_ value: YAMLValue) -> [PlacedAxis] {
    var seen = Addresses()
    var result: [PlacedAxis] = []
    let pairs = reader.pairs(value) ?? []
    if pairs.isEmpty { reader.report(.expected(.mapping, found: value.summary), at: value) }
    for (key, value) in pairs where !["all", "role"].contains(key.text ?? "") && !reader.hasEnough {
      if let block = value.pairs?.first(where: { ["linked", "grouped"].contains($0.key.text ?? "") }) {
        reader.checkKeys(value.pairs ?? [], allowed: [block.key.text ?? ""])
        result += together(key, block.value, isLinked: block.key.text == "linked", &seen)
      } else if let part = part(key, value, &seen) {
        result.append(PlacedAxis(axis: Axis(part.address, [part]), key: key))
      }
    }
    if let all = pairs.first(where: { $0.key.text == "all" }) {
      result += stated(all, pairs.value(of: "role"), except: seen.paths)
    } else if let role = pairs.first(where: { $0.key.text == "role" }) {
      reader.report(.missingKey(name: "all"), at: role.key)
    }
    if result.count > Limits.axes {
      reader.report(.tooMany(what: Label(zh: "变动的量", en: "axes"), limit: Limits.axes), at: value)
    }
    return result
  }

  /// Addresses that move along one axis, or that count as one input.
  private mutating func together(
    _ key: YAMLValue, _ block: YAMLValue, isLinked: Bool, _ seen: inout Addresses
  ) -> [PlacedAxis] {
    let name = key.text ?? ""
    let pairs = reader.pairs(block) ?? []
    var parts: [AxisPart] = []
    for (address, value) in pairs {
      if let part = part(address, value, &seen) { parts.append(part) }
    }
    guard !parts.isEmpty else {
      if pairs.isEmpty { reader.report(.expected(.mapping, found: block.summary), at: block) }
      return []
    }
    guard isLinked else {
      return parts.map { PlacedAxis(axis: Axis($0.address, [$0], group: name), key: key) }
    }
    let counts = parts.map { $0.levels?.count }
    let told = counts.compactMap { $0 }
    if parts.count == pairs.count, Set(told).count > 1 {
      reader.report(.unequalLevels(name: name, counts: told), at: key)
      return []
    }
    return [PlacedAxis(axis: Axis(name, parts), key: key)]
  }

  /// Every parameter with a stated range, of some roles, that is not varied otherwise.
  private mutating func stated(
    _ all: (key: YAMLValue, value: YAMLValue), _ role: YAMLValue?, except paths: Set<String>
  ) -> [PlacedAxis] {
    guard all.value.text == "stated" else {
      reader.report(
        .unknownWord(text: all.value.summary, nearest: "stated", allowed: ["stated"]), at: all.value)
      return []
    }
    var roles: [Parameter.Role]?
    if let role {
      roles = []
      for item in role.items ?? [role] {
        if let word = reader.word(item, Parameter.Role.self) { roles?.append(word) }
      }
    }
    let known = city.informationDate
    let values = city.allValues
    return city.model.parameters.compactMap { parameter in
      guard roles?.contains(parameter.role) ?? true, !paths.contains(parameter.path),
        let given = values[parameter.path],
        let stated = StatedRange(parameter, given, knownUntil: scenario.scenario.knownUntil ?? known)
      else { return nil }
      let part = AxisPart(parameter.path, .stated(stated))
      return PlacedAxis(axis: Axis(parameter.path, [part]), key: all.key)
    }
  }

  /// What one address takes.
  private mutating func part(_ key: YAMLValue, _ value: YAMLValue, _ seen: inout Addresses) -> AxisPart? {
    let address = Address(key, in: file.document)
    guard let parameter = changes.parameter(address.path) else { return nil }
    if let first = seen.first(address.place(in: city.areas), path: parameter.path, line: key.line) {
      reader.report(.duplicateKey(name: key.summary, firstLine: first), at: key)
      return nil
    }
    guard value.text == "stated" else {
      var axis = AxisReader(address, parameter, key)
      return axis.part(value, &reader, &changes)
    }
    guard address.year == nil else {
      reader.report(.statedAlone(path: parameter.path), at: key)
      return nil
    }
    let known = scenario.scenario.knownUntil ?? city.informationDate
    guard let given = city.allValues[parameter.path],
      let stated = StatedRange(parameter, given, knownUntil: known)
    else {
      reader.report(.noStatedRange(path: parameter.path), at: value)
      return nil
    }
    return AxisPart(address.written, .stated(stated))
  }
}
