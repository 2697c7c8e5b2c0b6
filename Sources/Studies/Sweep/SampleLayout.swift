import Uncertainty

/// How points were laid out, and which columns of their table are which input.
public struct SampleLayout: Equatable, Sendable {
  public struct Input: Equatable, Sendable {
    public let name: String
    /// By their headers.
    public let columns: [String]

    public init(_ name: String, columns: [String]) {
      self.name = name
      self.columns = columns
    }
  }

  public let design: SampleDesign
  /// In the order of the design.
  public let inputs: [Input]

  public init(_ design: SampleDesign, _ inputs: [Input]) {
    self.design = design
    self.inputs = inputs
  }

  /// In the order in which they stand in the seal of a table.
  public var columns: [String] { inputs.flatMap(\.columns) }
}

extension [Axis] {
  /// As how many inputs they count: those of a group as one.
  public var inputs: Int { DesignPoints.groups(of: self).groups.count }
}

extension Study {
  /// The layout of its points: axes of a group count as one input, but where each is moved alone.
  public var layout: SampleLayout {
    if case .oneAtATime = design {
      return SampleLayout(
        .ends(axes.map { $0.ends.count }), axes.map { .init($0.name, columns: $0.parts.map(\.address)) })
    }
    let inputs = DesignPoints.groups(of: axes).groups.map { places in
      let first = axes[places[0]]
      return SampleLayout.Input(
        first.group ?? first.name, columns: places.flatMap { axes[$0].parts.map(\.address) })
    }
    return SampleLayout(DesignPoints(design, axes).sampleDesign, inputs)
  }
}
