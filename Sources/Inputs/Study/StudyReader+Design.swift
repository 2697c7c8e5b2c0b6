import Domain
import Formulas
import Studies
import Uncertainty

/// Which points a study looks at.
extension StudyReader {
  private enum Word: String, CaseIterable {
    case grid
    case oneAtATime = "one-at-a-time"
    case latinHypercube = "latin-hypercube"
    case sobol, saltelli, shapley, morris, table

    /// Whether it says how many points there are.
    var isCounted: Bool { ![.grid, .oneAtATime].contains(self) }

    /// Whether a world can be one of its coordinates.
    var isSample: Bool { [.latinHypercube, .sobol, .saltelli, .shapley].contains(self) }

    /// How many axes it has points for.
    var mostAxes: Int {
      switch self {
      case .saltelli: StudyDesign.mostAxes / 2
      case .shapley: ShapleyRows.largestInputs
      default: StudyDesign.mostAxes
      }
    }

    /// What may stand beside it.
    var others: [String] {
      switch self {
      case .grid, .oneAtATime, .table: []
      case .latinHypercube: ["seed"]
      case .sobol, .saltelli: ["replicates", "seed"]
      case .shapley: ["replicates", "seed", "correlations"]
      case .morris: ["levels", "seed"]
      }
    }
  }

  /// The axes and the design; nil where something is wrong and reported.
  ///
  /// - Parameter worlds: chance is an axis where it is an input.
  mutating func space(in worlds: Study.Worlds) -> (axes: [Axis], design: StudyDesign)? {
    let value = file.value(of: "design")
    let design = value.map { word($0) } ?? (.grid, nil)
    if case .chance = worlds, let design, !design.0.isSample {
      let allowed = Word.allCases.filter(\.isSample).map(\.rawValue)
      reader.report(.chanceWithoutSample(design: design.0.rawValue, allowed: allowed), at: value ?? file.key("worlds"))
      return nil
    }
    if let design, design.0 == .table {
      if file.value(of: "vary") != nil { reader.report(.varyBesideTable, at: file.key("vary")) }
      return design.1.flatMap { table($0) }
    }
    guard let vary = file.value(of: "vary") else {
      reader.report(.missingKey(name: "vary"), at: file.key("design"))
      return nil
    }
    var axes = axes(vary)
    if case .chance(let count) = worlds {
      axes.append(PlacedAxis(axis: .chance(worlds: count), key: file.key("worlds")))
    }
    guard let design, let made = made(design.0, design.1, value, axes), !axes.isEmpty else { return nil }
    let all = axes.map(\.axis)
    let study = Study(name: "", title: nil, axes: all, worlds: worlds, wanted: [], design: made)
    guard let count = study.points.count, count <= Limits.points else {
      reader.report(tooMany("点", "points", Limits.points), at: value ?? vary)
      return nil
    }
    return (all, made)
  }

  private func tooMany(_ zh: String, _ en: String, _ limit: Int) -> Problem {
    .tooMany(what: Label(zh: zh, en: en), limit: limit)
  }

  /// The word for the design and what stands behind it.
  private mutating func word(_ value: YAMLValue) -> (Word, YAMLValue?)? {
    let allowed = Word.allCases.map(\.rawValue)
    guard let pairs = value.pairs else {
      guard let word = reader.word(value, Word.self) else { return nil }
      guard word.isCounted else { return (word, nil) }
      reader.report(.expected(.mapping, found: value.summary), at: value)
      return nil
    }
    guard let named = pairs.first(where: { Word(rawValue: $0.key.text ?? "") != nil }),
      let word = Word(rawValue: named.key.text ?? "")
    else {
      reader.checkKeys(pairs, allowed: allowed)
      if pairs.isEmpty { reader.report(.missingKey(name: Word.sobol.rawValue), at: value) }
      return nil
    }
    reader.checkKeys(pairs, allowed: [word.rawValue] + word.others)
    return (word, named.value)
  }

  private mutating func made(
    _ word: Word, _ size: YAMLValue?, _ value: YAMLValue?, _ axes: [PlacedAxis]
  ) -> StudyDesign? {
    let pairs = value?.pairs ?? []
    var seed = scenario.scenario.seed
    if let written = pairs.value(of: "seed") {
      guard let count = reader.count(written, in: 0...Int.max) else { return nil }
      seed = UInt64(count)
    }
    switch word {
    case .grid:
      let open = axes.filter { $0.axis.levels == nil }
      for axis in open { reader.report(.axisWithoutLevels(name: axis.axis.name), at: axis.key) }
      return open.isEmpty ? .grid : nil
    case .oneAtATime: return .oneAtATime
    case .table: return nil
    case .latinHypercube, .sobol, .saltelli, .shapley, .morris: break
    }
    // Subsets are of inputs, rows of a sequence of axes.
    let inputs = word == .shapley ? axes.map(\.axis).inputs : axes.count
    guard inputs <= word.mostAxes else {
      reader.report(tooMany("变动的量", "axes", word.mostAxes), at: size ?? file.key("design"))
      return nil
    }
    func part(_ name: String, _ usual: Int, in bounds: ClosedRange<Int>) -> Int? {
      pairs.value(of: name).map { reader.count($0, in: bounds) } ?? usual
    }
    guard let count = size.flatMap({ reader.count($0, in: 1...Limits.points) }),
      let replicates = part("replicates", [.saltelli, .shapley].contains(word) ? 8 : 1, in: 1...1_000),
      let levels = part("levels", 4, in: 2...100)
    else { return nil }
    switch word {
    case .latinHypercube: return .latinHypercube(points: count, seed: seed)
    case .sobol: return .sobol(points: count, replicates: replicates, seed: seed)
    case .saltelli: return .saltelli(rows: count, replicates: replicates, seed: seed)
    case .shapley:
      return correlation(pairs.value(of: "correlations"), axes).map {
        .shapley(rows: count, replicates: replicates, seed: seed, correlation: $0)
      }
    default:
      guard levels % 2 == 0 else {
        let place = pairs.value(of: "levels") ?? file.key("design")
        reader.report(.unknownWord(text: "\(levels)", nearest: nil, allowed: ["2", "4", "6", "…"]), at: place)
        return nil
      }
      return .morris(trajectories: count, levels: levels, seed: seed)
    }
  }
}
