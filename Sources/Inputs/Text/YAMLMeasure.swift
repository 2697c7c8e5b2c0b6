// The events of libyaml, which Yams is built on and does not show.
internal import CYaml

/// What a YAML text would become, measured in one pass before anything is built of it.
///
/// A text of a few hundred bytes can name billions of values by aliases of aliases, or nest
/// deeper than any stack. So the events of the parser are counted first: an alias weighs as much
/// as what it stands for. Errors of syntax end the pass; reading the text reports them.
struct YAMLMeasure {
  /// Something too large, and where it was found.
  struct Excess: Error {
    let problem: Problem
    let line: Int
    let column: Int
  }

  /// What a value takes with its aliases written out.
  private struct Size {
    var nodes = 1
    var bytes = 0
    /// Levels of lists and mappings; none for a scalar.
    var levels = 0
  }

  /// A list or mapping that has not ended.
  private struct Level {
    let anchor: String?
    let isMapping: Bool
    // An empty one has a level of its own.
    var size = Size(levels: 1)
    var children = 0

    mutating func take(_ child: Size) {
      children += 1
      size.nodes += child.nodes
      size.bytes += child.bytes
      size.levels = max(size.levels, child.levels + 1)
    }
  }

  private var open: [Level] = []
  private var anchored: [String: Size] = [:]
  private var total = Size(nodes: 0)

  /// Throws ``Excess`` where the text goes beyond ``Limits`` first.
  static func check(_ text: String) throws(Excess) {
    var measure = YAMLMeasure()
    var excess: Excess?
    var text = text
    text.withUTF8 { bytes in
      // The parser keeps its own address, so it must not move.
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      yaml_parser_initialize(parser)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      excess = measure.run(parser)
      yaml_parser_delete(parser)
      parser.deallocate()
    }
    if let excess { throw excess }
  }

  private mutating func run(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Excess? {
    var isAtEnd = false
    while !isAtEnd {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return levelsExcess(parser.pointee) }
      defer { yaml_event_delete(&event) }
      isAtEnd = event.type == YAML_STREAM_END_EVENT
      if let problem = take(event) {
        return Excess(
          problem: problem, line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
      }
    }
    return nil
  }

  /// The parser looks ahead and has a limit of its own, which it may reach first.
  private func levelsExcess(_ parser: yaml_parser_t) -> Excess? {
    guard let problem = parser.problem, String(cString: problem).hasPrefix("Maximum nesting level") else { return nil }
    let mark = parser.problem_mark
    return Excess(
      problem: .nestedTooDeep(limit: Limits.nesting), line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private mutating func take(_ event: yaml_event_t) -> Problem? {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let size = Size(bytes: event.data.scalar.length)
      if let anchor = name(event.data.scalar.anchor) { anchored[anchor] = size }
      return add(size)
    case YAML_ALIAS_EVENT:
      // One that stands for nothing is an error of syntax.
      let anchor = name(event.data.alias.anchor) ?? ""
      return add(anchored[anchor] ?? Size(), found: "*\(anchor)")
    case YAML_SEQUENCE_START_EVENT:
      return begin(Level(anchor: name(event.data.sequence_start.anchor), isMapping: false))
    case YAML_MAPPING_START_EVENT:
      return begin(Level(anchor: name(event.data.mapping_start.anchor), isMapping: true))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      end()
      return nil
    default:
      return nil
    }
  }

  private mutating func begin(_ level: Level) -> Problem? {
    if isKey { return .expected(.text, found: level.isMapping ? "{…}" : "[…]") }
    total.nodes += 1
    open.append(level)
    return open.count > Limits.nesting ? .nestedTooDeep(limit: Limits.nesting) : excess
  }

  private mutating func end() {
    guard let level = open.popLast() else { return }
    if let anchor = level.anchor { anchored[anchor] = level.size }
    // Its values are in the total already, its size goes to the level above.
    if !open.isEmpty { open[open.count - 1].take(level.size) }
  }

  /// Adds a value that is whole: a scalar, or what an alias stands for.
  private mutating func add(_ size: Size, found: String = "") -> Problem? {
    if isKey, size.levels > 0 { return .expected(.text, found: found) }
    total.nodes += size.nodes
    total.bytes += size.bytes
    if open.count + size.levels > Limits.nesting { return .nestedTooDeep(limit: Limits.nesting) }
    if !open.isEmpty { open[open.count - 1].take(size) }
    return excess
  }

  /// Whether the next value is a key; keys are compared whole, so they must be plain.
  private var isKey: Bool { open.last.map { $0.isMapping && $0.children.isMultiple(of: 2) } ?? false }

  private var excess: Problem? {
    if total.nodes > Limits.nodes { return .tooManyValues(limit: Limits.nodes) }
    return total.bytes > Limits.textBytes ? .tooLarge(limit: Limits.textBytes) : nil
  }

  private func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}
