/// A box of inputs in which cases gather: each input within an interval, most of them free.
public struct CaseBox: Equatable, Sendable {
  /// What a box asks of one input; an end that is absent is free.
  public struct Limits: Equatable, Sendable {
    public var low: Double?
    public var high: Double?

    public var isFree: Bool { low == nil && high == nil }

    func contains(_ value: Double) -> Bool {
      value >= low ?? -.infinity && value <= high ?? .infinity
    }
  }

  /// One an input.
  public var limits: [Limits]
  /// The share of all cases that lie in the box.
  public let coverage: Double
  /// The share of the box's points that are cases.
  public let density: Double
  /// The share of all points that lie in the box.
  public let mass: Double

  /// The inputs the box restricts.
  public var restricted: [Int] { limits.indices.filter { !limits[$0].isFree } }

  public func contains(_ point: [Double]) -> Bool {
    zip(limits, point).allSatisfy { $0.contains($1) }
  }
}

/// Points with their inputs, and which of them are cases.
struct CasePoints {
  /// Shape `[input][point]`.
  let inputs: [[Double]]
  let isCase: [Bool]

  var count: Int { isCase.count }
  var inputCount: Int { inputs.count }
  var cases: Int { isCase.filter { $0 }.count }

  func box(_ limits: [CaseBox.Limits], among points: [Int]) -> CaseBox {
    let inside = self.points(inside: limits, among: points)
    let hits = inside.filter { isCase[$0] }.count
    return CaseBox(
      limits: limits, coverage: cases > 0 ? Double(hits) / Double(cases) : 0,
      density: inside.isEmpty ? 0 : Double(hits) / Double(inside.count), mass: Double(inside.count) / Double(count))
  }

  func points(inside limits: [CaseBox.Limits], among points: [Int]) -> [Int] {
    points.filter { point in
      inputs.indices.allSatisfy { limits[$0].isFree || limits[$0].contains(inputs[$0][point]) }
    }
  }

  func density(of points: [Int]) -> Double {
    points.isEmpty ? 0 : Double(points.filter { isCase[$0] }.count) / Double(points.count)
  }
}
