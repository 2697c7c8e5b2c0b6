import Domain
import Formulas
import Foundation
import Inputs
import Publishing
import Reports
import Simulation
import Studies
import StudyStore

/// A study that is ready to be computed, and the folder it is kept in.
struct StudyWork {
  let loaded: LoadedStudy
  let sweep: Sweep
  let folder: String
  private let context: SweepContext

  init(_ loaded: LoadedStudy, _ options: StudyOptions) async throws {
    try await self.init(loaded, in: options.out?.path ?? "out/\(loaded.study.name)", options.lang)
  }

  init(_ loaded: LoadedStudy, in folder: String, _ language: Language) async throws {
    self.loaded = loaded
    self.folder = folder
    let scenario = loaded.scenario
    do {
      let run = try SweepRun(loaded.study, scenario.dataset.city, scenario.scenario) { try? MemberFile() }
      context = SweepContext(
        inputs: scenario.dataset.files.map(\.sha256), version: Minzheng.version, signature: await run.signature())
      sweep = Sweep(run, context)
    } catch let error as ResolutionError {
      throw InputError([scenario.diagnostic(of: error)])
    } catch let error as RunError {
      throw Refusal(error, scenario.dataset.city.areas, in: language)
    }
  }

  func path(of shard: Shard) -> String { "\(folder)/\(shard.file)" }

  /// Opens the store of a shard, its folder made where it lacks.
  func store(_ shard: Shard) throws -> StudyStore {
    try makeFolder(folder)
    return try StudyStore(path: path(of: shard))
  }

  /// The parts of which a store lies in the folder, in a fixed order.
  func shards() -> [Shard] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { Shard(file: $0) }.filter { $0 != .whole }
      .sorted { ($0.count, $0.index) < ($1.count, $1.index) }
  }

  /// Computes the points of a shard that its store does not have, and keeps them there.
  func complete(
    _ shard: Shard, in store: StudyStore, failedAgain: Bool = false, threads: Int?, _ language: Language
  ) async throws -> Sweep.Tally {
    let line = ProgressLine(total: shard.share(of: sweep.count), language: language, of: Label(zh: "点", en: "points"))
    defer { line?.finish() }
    let (path, scenario) = (store.path, loaded.scenario)
    Farewell.promise { sweepInterruptionText(done: 0, store: path, language: $0) }
    return try await sweep.complete(
      shard, in: store, failedAgain: failedAgain, threads: usableThreads(threads),
      words: { pointText($0, scenario) },
      progress: { tally in
        line?.show(done: tally.done, before: tally.reused, failed: tally.failed)
        Farewell.promise { sweepInterruptionText(done: tally.done, store: path, language: $0) }
      })
  }

  /// Every point of a study that is stored whole, in its order.
  func forEachPoint(in store: StudyStore, _ body: (StudyPoint, StoredPoint) -> Void) throws {
    for batch in sweep.batches(in: store) {
      let batch = try batch.get()
      for (point, stored) in zip(batch.points, batch.stored) {
        guard let stored else { preconditionFailure("every point is stored") }
        body(point, stored)
      }
    }
  }

  /// Writes the tables of a study whose every point is stored, and shows what they say.
  func deliver(
    _ tally: Sweep.Tally, from store: StudyStore, _ form: OutputForm, by publisher: Publisher,
    page: FilePublisher? = nil, as command: some WorkingCommand
  ) async throws {
    var tables = StudyTables(loaded.study, loaded.scenario.scenario)
    var summary = StudySummary(loaded.study, loaded.scenario.dataset.city)
    try forEachPoint(in: store) { point, stored in
      tables.append(point, stored)
      summary.append(point, stored)
    }
    store.close()
    let files = try tables.files(loaded, context, made: .now)
    if let page {
      let dataset = loaded.scenario.dataset
      let sample = try await StudySample(self, threads: nil, command.lang)
      let findings = sample.findings(loaded.study, dataset, precision: nil)
      let html = summary.page(tally, findings, InputNames(dataset), language: command.lang).html
      try page.publish([UInt8](html.utf8))
    }
    try command.deliver(form.of(files), by: publisher, showing: summary.text(tally, language: command.lang))
  }

  /// Computes some points that are missing, to know how long the others take.
  func trial(
    _ shard: Shard, in store: StudyStore?, threads: Int
  ) async throws -> (points: Int, seconds: Double) {
    var points: [StudyPoint] = []
    let wanted = threads * (loaded.study.worlds == .central ? 64 : 1)
    for batch in sweep.batches(shard, in: store) where points.count < wanted {
      let batch = try batch.get()
      points += zip(batch.points, batch.stored).filter { $1 == nil }.map(\.0)
    }
    points = Array(points.prefix(wanted))
    let start = ContinuousClock.now
    _ = await sweep.run.values(of: points, threads: threads)
    return (points.count, (ContinuousClock.now - start) / .seconds(1))
  }

  /// About how many bytes the tables of the study take while they are written.
  var bytesOfTables: Double {
    let study = loaded.study
    let perPoint = 12 * (study.parts.count + 3) + study.outcomes.reduce(0) { $0 + $1.name.utf8.count + 40 }
    return Double(perPoint * sweep.count) * 2
  }
}

/// The most memory that this program has held so far, in bytes.
func peakMemory() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) * 1_024
}
