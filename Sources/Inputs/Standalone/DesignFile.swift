import Domain
import Studies
import Uncertainty

/// A file that says how the points of a table were laid out, as `sweep` writes it: `design.json`.
struct DesignFile {
  let layout: SampleLayout
  /// The seal of the points.
  let points: String
  let source: InputFile

  /// - Throws: ``InputError`` with everything found wrong.
  init(path: String) throws(InputError) {
    let bytes = try bytes(ofFile: path, limit: Limits.textBytes)
    source = InputFile(path: path, bytes: bytes)
    var reader = DesignReader(try YAMLDocument(file: path, text: try text(of: bytes, inFile: path)))
    (layout, points) = try reader.read()
  }
}

private struct DesignReader {
  private var reader: ValueReader
  private var pairs: [(key: YAMLValue, value: YAMLValue)] = []

  private static let keys = [
    "design", "inputs", "rows", "replicates", "trajectories", "levels", "ends", "seed", "points_sha256",
  ]

  init(_ document: YAMLDocument) { reader = ValueReader(document) }

  mutating func read() throws(InputError) -> (layout: SampleLayout, points: String) {
    let file = reader.document.file
    guard let root = reader.document.root else { throw InputError(ofFile: file, .missingKey(name: "design")) }
    pairs = reader.pairs(root) ?? []
    reader.checkKeys(pairs, allowed: DesignReader.keys)
    for key in ["design", "inputs", "points_sha256"] where pairs.value(of: key) == nil {
      reader.report(.missingKey(name: key), at: root)
    }
    let inputs = pairs.value(of: "inputs").map { self.inputs($0) } ?? []
    let points = pairs.value(of: "points_sha256").flatMap { reader.text($0) }
    let design = pairs.value(of: "design").flatMap { self.design($0, inputs.count, root) }
    guard reader.diagnostics.isEmpty, let design, let points else { throw InputError(reader.diagnostics) }
    return (SampleLayout(design, inputs), points)
  }

  private mutating func inputs(_ value: YAMLValue) -> [SampleLayout.Input] {
    guard let items = value.items, !items.isEmpty else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return []
    }
    if items.count > Limits.axes {
      reader.report(.tooMany(what: Label(zh: "变动的量", en: "axes"), limit: Limits.axes), at: value)
      return []
    }
    return items.compactMap { item in
      guard let pairs = reader.pairs(item) else { return nil }
      reader.checkKeys(pairs, allowed: ["name", "columns"])
      for key in ["name", "columns"] where pairs.value(of: key) == nil {
        reader.report(.missingKey(name: key), at: item)
      }
      guard let name = pairs.value(of: "name").flatMap({ reader.text($0) }),
        let columns = pairs.value(of: "columns")?.items?.compactMap({ reader.text($0) }), !columns.isEmpty
      else { return nil }
      return SampleLayout.Input(name, columns: columns)
    }
  }

  private mutating func design(_ value: YAMLValue, _ inputs: Int, _ root: YAMLValue) -> SampleDesign? {
    guard let word = reader.word(value, DesignWord.self), inputs > 0 else { return nil }
    func count(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
      guard let value = pairs.value(of: key) else {
        reader.report(.missingKey(name: key), at: root)
        return nil
      }
      return reader.count(value, in: bounds)
    }
    switch word {
    case .given: return .given
    case .ends:
      let ends = pairs.value(of: "ends")?.items ?? []
      let levels = ends.compactMap { reader.count($0, in: 1...Limits.levels) }
      guard levels.count == inputs else {
        let place = pairs.value(of: "ends") ?? root
        reader.report(.outOfRange(text: "\(levels.count)", low: "\(inputs)", high: "\(inputs)"), at: place)
        return nil
      }
      return .ends(levels)
    case .saltelli:
      guard inputs <= StudyDesign.mostAxes / 2 else {
        let what = Label(zh: "变动的量", en: "axes")
        reader.report(.tooMany(what: what, limit: StudyDesign.mostAxes / 2), at: value)
        return nil
      }
      guard let rows = count("rows", in: 1...Limits.points), let replicates = count("replicates", in: 1...1_000),
        let seed = count("seed", in: 0...Int.max)
      else { return nil }
      return .saltelli(SaltelliDesign(inputs: inputs, replicates: replicates, rows: rows, seed: UInt64(seed)))
    case .shapley:
      guard inputs <= ShapleyRows.largestInputs else {
        let what = Label(zh: "变动的量", en: "axes")
        reader.report(.tooMany(what: what, limit: ShapleyRows.largestInputs), at: value)
        return nil
      }
      guard let rows = count("rows", in: 1...Limits.points), let replicates = count("replicates", in: 1...1_000) else {
        return nil
      }
      return .shapley(ShapleyRows(inputs: inputs, replicates: replicates, rows: rows))
    case .morris:
      guard let trajectories = count("trajectories", in: 1...Limits.points), let levels = count("levels", in: 2...100),
        let seed = count("seed", in: 0...Int.max)
      else { return nil }
      guard levels % 2 == 0 else {
        let place = pairs.value(of: "levels") ?? root
        reader.report(.unknownWord(text: "\(levels)", nearest: nil, allowed: ["2", "4", "6", "…"]), at: place)
        return nil
      }
      return .morris(
        MorrisDesign(inputs: inputs, levels: levels, trajectories: trajectories, seed: UInt64(seed)))
    }
  }
}

/// The words for designs; those of ``Sensitivity/Method`` that a file may name.
private enum DesignWord: String, CaseIterable {
  case given, saltelli, morris, shapley
  case ends = "one-at-a-time"
}
