import Domain
import NumericCore
import Population

/// Keeps members that do not fit in memory; the caller of a run decides where.
public protocol MemberSink: Sendable {
  /// Takes numbers to stand from a place on, counted in numbers.
  func write(_ values: [Double], at place: Int) throws
  /// Gives back the numbers from a place on.
  func read(at place: Int, into numbers: UnsafeMutableBufferPointer<Double>) throws
}

/// Takes chunks in their order and makes the statistics of them.
struct Collector {
  /// Chunks computed between two handings-over.
  static let round = 16

  let work: ChunkWork
  let options: EnsembleOptions
  private let spills: Bool
  private var chunks: [Chunk] = []
  /// Sums over all members, shape `[year][cell]`.
  private var people: [Double]

  init(_ work: ChunkWork, _ options: EnsembleOptions) {
    self.work = work
    self.options = options
    spills = options.sink != nil && work.valuesPerMember * options.draws * MemoryLayout<Double>.size > options.memory
    people = Array(repeating: 0, count: (work.plan.years.count - 1) * work.cells)
  }

  mutating func take(_ done: [Chunk]) async throws(RunError) {
    for var chunk in done {
      for cell in people.indices { people[cell] += chunk.people[cell] }
      chunk.people = []
      if spills, let sink = options.sink {
        do { try sink.write(chunk.values, at: chunk.index * Chunk.size * work.valuesPerMember) } catch { throw .store }
        chunk.values = []
      }
      chunks.append(chunk)
    }
  }

  mutating func finish() async throws(RunError) -> EnsembleResults {
    let reader = MemberReader(
      chunks: chunks, series: work.list.count, years: work.plan.years.count - 1, sink: spills ? options.sink : nil)
    let years = work.plan.years.count - 1
    let group = max(1, min(work.list.count, 64_000_000 / (MemoryLayout<Double>.size * options.draws)))
    let groups = (work.list.count + group - 1) / group
    let draws = options.draws
    let wanted = work.wanted(options.kept)
    let parts = try await concurrently(0..<years * groups, threads: options.threads) { index throws(RunError) in
      let (year, part) = index.quotientAndRemainder(dividingBy: groups)
      let series = part * group..<min((part + 1) * group, reader.series)
      return try reader.summarise(year: year, series, draws: draws, keeping: wanted)
    }
    return EnsembleResults(
      draws: draws, list: work.list, statistics: parts.flatMap(\.statistics),
      kept: Dictionary(parts.flatMap(\.kept).map { ($0.key, $0.members) }) { first, _ in first },
      people: people.map { $0 / Double(draws) }, cells: work.cells)
  }
}
