import Domain
import NumericCore

/// The values of a program in years on end, some of whose parameters are tried with other values.
///
/// What follows from these parameters is computed again, the rest stands as it was kept: to the bit what computing
/// everything again would give.
public struct Trials: Sendable {
  private let evaluation: Evaluation
  private let steps: Program.Scope.Steps
  private let first: Year
  private var years: [[LaneVector]] = []

  /// - Parameters:
  ///   - evaluation: of a scope that keeps what is needed for the parameters that move.
  ///   - moved: their indices.
  ///   - first: the first year kept.
  public init(_ evaluation: Evaluation, moving moved: Set<Int>, from first: Year) {
    self.evaluation = evaluation
    self.first = first
    steps = evaluation.scope.steps(following: moved, evaluation.program)
  }

  /// Keeps the year that an evaluation has just computed, the next of those kept.
  public mutating func keep(_ evaluation: Evaluation) { years.append(evaluation.values) }

  /// Computes all years kept under other values of the parameters that move.
  ///
  /// - Parameter parameters: resolved values in the order of the program's parameters.
  public mutating func compute(_ parameters: [ResolvedParameter]) {
    evaluation.again(&years, from: first, steps: steps, parameters: parameters)
  }

  /// The value of an indicator in an area and a year kept.
  public func value(_ indicator: Int, area: Int, _ year: Year) -> LaneVector {
    years[year - first][evaluation.place(of: indicator) * evaluation.areas.count + area]
  }
}
