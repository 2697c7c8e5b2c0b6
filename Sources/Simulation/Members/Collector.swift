import Domain
import NumericCore
import Population

/// Keeps members that do not fit in memory; the caller of a run decides where.
public protocol MemberSink: Sendable {
  /// Takes numbers to stand from a place on, counted in numbers.
  func write(_ values: UnsafeBufferPointer<Double>, at place: Int) throws
  /// Gives back the numbers from a place on.
  func read(at place: Int, into numbers: UnsafeMutableBufferPointer<Double>) throws
}

/// Takes chunks in their order and makes the statistics of them.
///
/// Of few members, or where all fit into memory, quantiles are exact. Of more, the first part lays out a sketch of every
/// series, the others are counted into it, and whenever there are twice as many its edges are laid anew.
struct Collector {
  /// Chunks computed between two handings-over, at most.
  static let round = 16
  /// Bytes of members that may wait for a handing-over.
  private static let waiting = 200_000_000
  /// Bytes that the first part of a sketch may take.
  private static let firstBytes = 200_000_000
  /// Members of the first part of a sketch: enough to find where quantiles lie, and at most as many as make rank errors
  /// below a thousandth by themselves.
  private static let firstParts = (least: 256, most: 256 * Chunk.size)
  /// Bytes that one reading of members may take.
  private static let readAtOnce = 64_000_000

  let work: ChunkWork
  let options: EnsembleOptions
  private let spills: Bool
  /// Whether quantiles are found from sketches.
  private let sketching: Bool
  private let firstPart: Int
  private var chunks: [Chunk] = []
  /// Chunks taken so far.
  private var taken = 0
  /// Sums over all members, shape `[year][cell]`.
  private var people: [Double]
  private var setAside: [SetAside] = []
  private var attempts: [Int: Int] = [:]
  private var unmet: [Int] = []
  /// Of as many neighbouring series in one year as are read at once; nil while the first part is not complete.
  private var sketches: [SketchGroup]?
  private let wanted: Set<SeriesYear>

  init(_ work: ChunkWork, _ options: EnsembleOptions) {
    self.work = work
    self.options = options
    let bytes = work.layout.owned * options.draws * MemoryLayout<Double>.size
    sketching =
      options.draws > options.exactUpTo && (bytes > options.memory || options.draws > options.exactInMemoryUpTo)
    spills = !sketching && options.sink != nil && bytes > options.memory
    firstPart = Collector.firstPart(of: work.layout.owned)
    people = Array(repeating: 0, count: (work.years?.count ?? 0) * work.cells)
    wanted = work.wanted(options)
  }

  /// Chunks of several runs computed between two handings-over: a power of two, so that whole rounds make the first
  /// part of a sketch.
  static func round(_ works: [ChunkWork]) -> Int {
    let bytes = works.reduce(0) { $0 + $1.layout.owned } * Chunk.size * MemoryLayout<Double>.size
    let first = works.map { firstPart(of: $0.layout.owned) / Chunk.size }.min() ?? round
    var size = min(round, first)
    while size > 2, size * bytes > waiting { size /= 2 }
    return size
  }

  /// Members of the first part of a sketch: a power of two.
  ///
  /// - Parameter owned: numbers that are kept of each.
  private static func firstPart(of owned: Int) -> Int {
    var members = firstParts.most
    while members > firstParts.least, members * owned * MemoryLayout<Double>.size > firstBytes { members /= 2 }
    return members
  }

  /// How many series may be read at once.
  static func together(of series: Int, _ options: EnsembleOptions) -> Int {
    let members = min(options.draws, max(options.exactInMemoryUpTo, firstParts.most))
    return max(1, min(series, readAtOnce / (MemoryLayout<Double>.size * max(members, 1))))
  }

  mutating func take(_ done: [Chunk]) async throws(RunError) {
    for chunk in done {
      for cell in people.indices { people[cell] += chunk.people[cell] }
      setAside += chunk.setAside
      attempts.merge(chunk.attempts) { own, _ in own }
      if !chunk.unmet.isEmpty { unmet = unmet.isEmpty ? chunk.unmet : zip(unmet, chunk.unmet).map(+) }
    }
    try SetAside.requireFew(setAside, of: options.draws)
    taken += done.count
    if sketches != nil { return try await count(done) }
    for var chunk in done {
      chunk.people = []
      if spills, let sink = options.sink, let values = chunk.values {
        do { try sink.write(values.values, at: chunk.index * Chunk.size * work.layout.owned) } catch { throw .store }
        chunk.values = nil
      }
      chunks.append(chunk)
    }
    guard sketching, taken * Chunk.size == firstPart else { return }
    let (reader, wanted, draws) = (reader, wanted, options.draws)
    sketches = try await groups { year, series throws(RunError) in
      try reader.sketch(year: year, series, keeping: wanted, of: draws)
    }
    chunks = []
  }

  /// Counts more members into the sketches.
  private func count(_ done: [Chunk]) async throws(RunError) {
    guard let groups = sketches else { return }
    let reader = MemberReader(done, series: work.list.count, work.layout, nil)
    let parts = taken * Chunk.size / firstPart
    let isRefined = taken * Chunk.size == parts * firstPart && parts & (parts - 1) == 0
    _ = try await concurrently(0..<groups.count, threads: options.threads) { index throws(RunError) in
      try groups[index].add(reader, refining: isRefined)
    }
  }

  mutating func finish() async throws(RunError) -> EnsembleResults {
    if let sketches { return results(sketches.flatMap(\.statistics), sketches.flatMap(\.kept), sketches) }
    let (reader, wanted) = (reader, wanted)
    let parts = try await groups { year, series throws(RunError) in
      try reader.summarise(year: year, series, keeping: wanted)
    }
    return results(parts.flatMap(\.statistics), parts.flatMap(\.kept), [])
  }

  private var reader: MemberReader {
    MemberReader(chunks, series: work.list.count, work.layout, spills ? options.sink : nil)
  }

  /// Does work for neighbouring series of every year, as many at once as may be read.
  private func groups<T: Sendable>(
    _ work: @escaping @Sendable (_ year: Int, _ series: Range<Int>) throws(RunError) -> T
  ) async throws(RunError) -> [T] {
    let series = self.work.list.count
    let size = self.work.together
    let groups = (series + size - 1) / size
    let years = self.work.years?.count ?? 0
    return try await concurrently(0..<years * groups, threads: options.threads) { index throws(RunError) in
      let (year, part) = index.quotientAndRemainder(dividingBy: groups)
      return try work(year, part * size..<min((part + 1) * size, series))
    }
  }

  private func results(
    _ statistics: [Statistics], _ kept: [(key: SeriesYear, members: [Double])], _ sketches: [SketchGroup]
  ) -> EnsembleResults {
    EnsembleResults(
      draws: options.draws, setAside: setAside, attempts: attempts, unmet: work.unmet(unmet), list: work.list,
      firstYear: work.years?.lowerBound ?? work.plan.years.lowerBound, statistics: statistics,
      kept: Dictionary(kept.map { ($0.key, $0.members) }) { first, _ in first },
      people: people.map { $0 / Double(options.draws - setAside.count) }, cells: work.cells,
      rankError: sketches.map(\.rankError).max())
  }
}
