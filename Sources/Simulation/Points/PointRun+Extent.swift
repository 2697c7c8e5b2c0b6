import Domain
import Formulas

extension PointRun {
  /// What tells this model from another: its formulas as compiled for the outcomes, and the bits of every value that the
  /// scenario by itself comes to.
  ///
  /// The same program built again has the same; one whose kernels or formulas find other numbers has another.
  public var fingerprint: [UInt8] {
    var text = "years \(plan.years.lowerBound) \(plan.years.upperBound) known \(plan.knownUntil)\n"
    for indicator in plan.program.indicators { text += "\(indicator.name) \(indicator.unit) = \(indicator.formula)\n" }
    var bytes = [UInt8](text.utf8)
    for end in central.yearEnds {
      for value in end.record { append(value, to: &bytes) }
    }
    return bytes
  }

  private func append(_ value: Double, to bytes: inout [UInt8]) {
    // Any value that is no number is the same.
    withUnsafeBytes(of: (value.isNaN ? Double.nan : value).bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension PointRun {
  /// What has to be computed for a point.
  public struct Extent: Equatable, Sendable {
    /// Indicators computed, and those of the whole model.
    public let indicators: (needed: Int, all: Int)
    public let years: ClosedRange<Year>
    /// Whether points have people of their own, so that each is projected.
    public let hasPeople: Bool
    /// Whether an allocation of the fund is decided for each.
    public let decidesFund: Bool

    public static func == (a: Extent, b: Extent) -> Bool {
      a.indicators == b.indicators && a.years == b.years && a.hasPeople == b.hasPeople
        && a.decidesFund == b.decidesFund
    }
  }

  public var extent: Extent {
    Extent(
      indicators: (plan.program.indicators.count, plan.model.indicators.count), years: plan.years,
      hasPeople: moveKernels, decidesFund: plan.readsFund)
  }
}
