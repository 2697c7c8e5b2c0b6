import Domain
import Simulation
import Uncertainty

/// Options held against one another in the same samples: worlds, or points of a study.
public struct Decision: Sendable {
  /// Where an option fails, as boxes of inputs.
  public struct Failing: Sendable {
    public let option: Int
    public let kind: Kind
    /// The share of samples in which it does.
    public let share: Double
    /// Whether the boxes say where it does not fail: of two the rarer is told.
    public let isInverted: Bool
    public let boxes: [CaseBox]
    /// Which inputs the boxes are about, by their places among ``Decision/readings``.
    public let inputs: [Int]

    public enum Kind: Sendable {
      /// Another option would have been better.
      case notBest
      /// What is wanted is missed.
      case missed
    }
  }

  /// An input as a reader knows it: numbers that thresholds can be read from.
  public struct Reading: Sendable {
    public let name: String
    /// One a sample.
    public let values: [Double]
    /// What a number stands for; the share of samples below it where it stands for nothing by itself.
    public let meaning: Meaning

    public enum Meaning: Sendable {
      /// The parameter's value, by path.
      case value(String)
      /// The normal score of a parameter that is drawn, by path.
      case score(String)
      /// Nothing that has a name.
      case rank
    }

    public init(_ name: String, _ values: [Double], _ meaning: Meaning) {
      self.name = name
      self.values = values
      self.meaning = meaning
    }
  }

  public let rule: DecisionRule
  public let analysis: DecisionAnalysis
  public let readings: [Reading]
  public let failings: [Failing]

  /// - Parameters:
  ///   - values: shape `[option][outcome of the rule][sample]`; NaN where an option failed.
  ///   - inputs: what may be found out.
  /// - Returns: nil where too few samples say anything.
  public init?(
    _ rule: DecisionRule, options: [String], values: [[[Double]]], inputs: [SampleInput],
    surveys: [DecisionAnalysis.Survey], readings: [Reading]
  ) {
    let samples = values.first?.first?.count ?? 0
    func row(_ option: Int, _ sample: Int) -> [Double] { values[option].map { $0[sample] } }
    let benefits = options.indices.map { option in (0..<samples).map { rule.benefit(row(option, $0)) } }
    guard
      let analysis = DecisionAnalysis(options: options, benefits: benefits, inputs: inputs, surveys: surveys)
    else { return nil }
    self.rule = rule
    self.analysis = analysis
    self.readings = readings
    let kept = (0..<samples).filter { sample in benefits.allSatisfy { $0[sample].isFinite } }
    func failing(_ option: Int, _ kind: Failing.Kind, _ fails: (Int) -> Bool) -> Failing {
      let failing = kept.map(fails)
      let share = Double(failing.count { $0 }) / Double(kept.count)
      let isInverted = share > 0.5
      let isCase = isInverted ? failing.map { !$0 } : failing
      let columns = readings.map { reading in kept.map { reading.values[$0] } }
      let screened = BoxSearch.screened(inputs: columns, isCase: isCase)
      let boxes = BoxSearch().boxes(inputs: screened.map { columns[$0] }, isCase: isCase)
      return Failing(
        option: option, kind: kind, share: share, isInverted: isInverted, boxes: boxes, inputs: screened)
    }
    let choice = analysis.choice
    let notBest = failing(choice, .notBest) { sample in
      benefits.contains { $0[sample] > benefits[choice][sample] }
    }
    let missed =
      rule.misses.isEmpty
      ? [] : options.indices.map { option in failing(option, .missed) { rule.misses(row(option, $0)) } }
    failings = [notBest] + missed
  }
}
