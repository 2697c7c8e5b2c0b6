import Domain
import Inputs
import Reports
import Studies
import StudyStore
import Uncertainty

/// The points of a study, every one computed, as an analysis takes them.
struct StudySample {
  let layout: SampleLayout
  /// In the order of the layout.
  let inputs: [SampleInput]
  /// Shape `[outcome][point]`; not a number where a point failed.
  let outcomes: [[Double]]
  let tally: Sweep.Tally

  /// Computes what the study's store does not have.
  ///
  /// - Parameter body: is given every point as it is read.
  init(
    _ work: StudyWork, threads: Int?, _ language: Language, _ body: (StudyPoint, StoredPoint) -> Void = { _, _ in }
  ) async throws {
    let study = work.loaded.study
    let store = try work.store(.whole)
    tally = try await work.complete(.whole, in: store, threads: threads, language)
    var columns = study.parts.map { _ in [Double]() }
    var outcomes = study.outcomes.map { _ in [Double]() }
    try work.forEachPoint(in: store) { point, stored in
      body(point, stored)
      for place in columns.indices { columns[place].append(point.figures[place] ?? .nan) }
      for place in outcomes.indices {
        if case .values(let values) = stored {
          outcomes[place].append(values[place])
        } else {
          outcomes[place].append(.nan)
        }
      }
    }
    store.close()
    let layout = study.layout
    let addresses = study.parts.map(\.address)
    self.layout = layout
    inputs = layout.inputs.map { input in
      SampleInput(input.name, input.columns.compactMap { addresses.firstIndex(of: $0).map { columns[$0] } })
    }
    self.outcomes = outcomes
  }

  /// What each outcome depends on, as the design allows to say.
  func findings(_ study: Study, _ dataset: Dataset, precision: Double?) -> [SensitivityFinding] {
    study.outcomes.enumerated().map { place, wanted in
      SensitivityFinding(
        wanted.name, statistic: wanted.statistic.rawValue, unit: dataset.unit(of: wanted.outcome.indicator),
        base: study.design == .oneAtATime ? outcomes[place].first : nil,
        Sensitivity(of: outcomes[place], layout.design, inputs: inputs, precision: precision))
    }
  }

  func remark(_ language: Language) -> String {
    language.say(
      "\(tally.done) 点：沿用 \(tally.reused)，计算 \(tally.computed)，失败 \(tally.failed)。",
      "\(tally.done) points: \(tally.reused) reused, \(tally.computed) computed, \(tally.failed) failed.")
  }
}
