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
/// Up to ``EnsembleOptions/exactUpTo`` members quantiles are exact. Of more, the first
/// part lays out a sketch of every series, and the others are counted into it.
struct Collector {
  /// Chunks computed between two handings-over, at most.
  static let round = 16
  /// Bytes of members that may wait for a handing-over.
  private static let waiting = 200_000_000
  /// Members of the first part of a sketch: whole rounds, enough for rank errors below a thousandth.
  static let firstPart = 16 * round * Chunk.size
  /// Bytes that one reading of members may take.
  private static let readAtOnce = 64_000_000

  let work: ChunkWork
  let options: EnsembleOptions
  private let spills: Bool
  private var chunks: [Chunk] = []
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
    let bytes = work.layout.owned * Collector.kept(options) * MemoryLayout<Double>.size
    spills = options.sink != nil && bytes > options.memory
    people = Array(repeating: 0, count: (work.years?.count ?? 0) * work.cells)
    wanted = work.wanted(options)
  }

  /// Chunks of several runs computed between two handings-over: a power of two, so that whole rounds make the first
  /// part of a sketch.
  static func round(_ works: [ChunkWork]) -> Int {
    let bytes = works.reduce(0) { $0 + $1.layout.owned } * Chunk.size * MemoryLayout<Double>.size
    var size = round
    while size > 2, size * bytes > waiting { size /= 2 }
    return size
  }

  /// Members of which every number is kept at a time.
  private static func kept(_ options: EnsembleOptions) -> Int {
    options.draws > options.exactUpTo ? firstPart : options.draws
  }

  /// How many series may be read at once.
  static func together(of series: Int, _ options: EnsembleOptions) -> Int {
    max(1, min(series, readAtOnce / (MemoryLayout<Double>.size * kept(options))))
  }

  mutating func take(_ done: [Chunk]) async throws(RunError) {
    for chunk in done {
      for cell in people.indices { people[cell] += chunk.people[cell] }
      setAside += chunk.setAside
      attempts.merge(chunk.attempts) { own, _ in own }
      if !chunk.unmet.isEmpty { unmet = unmet.isEmpty ? chunk.unmet : zip(unmet, chunk.unmet).map(+) }
    }
    try SetAside.requireFew(setAside, of: options.draws)
    if sketches != nil { return try await count(done) }
    for var chunk in done {
      chunk.people = []
      if spills, let sink = options.sink, let values = chunk.values {
        do { try sink.write(values.values, at: chunk.index * Chunk.size * work.layout.owned) } catch { throw .store }
        chunk.values = nil
      }
      chunks.append(chunk)
    }
    guard options.draws > options.exactUpTo, chunks.count * Chunk.size == Collector.firstPart else { return }
    let (reader, wanted) = (reader, wanted)
    sketches = try await groups { year, series throws(RunError) in
      try reader.sketch(year: year, series, keeping: wanted)
    }
    chunks = []
  }

  /// Counts more members into the sketches.
  private mutating func count(_ done: [Chunk]) async throws(RunError) {
    guard let groups = sketches else { return }
    let reader = MemberReader(done, series: work.list.count, work.layout, nil)
    sketches = try await concurrently(0..<groups.count, threads: options.threads) { index throws(RunError) in
      var group = groups[index]
      try group.add(reader)
      return group
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
