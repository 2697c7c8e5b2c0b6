import Domain
import NumericCore

/// The values of a program's operations for one block of members, year by year.
///
/// Buffers have the shape `[operation][area][vector]`; the city is the last area.
public struct Evaluation: Sendable {
  public let program: Program
  public let areas: Areas
  public let layout: LaneLayout
  let baseYear: Year
  let observations: Observations
  var current: [LaneVector]
  private var previous: [LaneVector]

  /// Numbers of one quantity: areas times vectors.
  var stride: Int { areas.count * layout.vectors }

  public init(_ program: Program, areas: Areas, layout: LaneLayout, baseYear: Year, observations: Observations) {
    self.program = program
    self.areas = areas
    self.layout = layout
    self.baseYear = baseYear
    self.observations = observations
    let size = program.operations.count * areas.count * layout.vectors
    current = Array(repeating: LaneVector(repeating: .nan), count: size)
    previous = current
  }

  /// Computes every operation for a year; the years must come one after another.
  ///
  /// - Parameters:
  ///   - parameters: resolved values in the order of the program's parameters.
  ///   - measures: shape `[measure][area][vector]`, in the order of the program's measures.
  public mutating func evaluate(_ year: Year, parameters: [ResolvedParameter], measures: [LaneVector]) {
    swap(&current, &previous)
    let size = stride
    for (index, operation) in program.operations.enumerated() {
      let out = index * size
      switch operation {
      case .parameter(let p, let reading): load(parameters[p], reading, year, to: out)
      case .measure(let m):
        for i in 0..<size { current[out + i] = measures[m * size + i] }
      case .constant(let value):
        for i in 0..<size { current[out + i] = LaneVector(repeating: value) }
      case .binary(let kind, let a, let b): combine(kind, a * size, b * size, to: out)
      case .opening(let a, let b): copy(from: (year == baseYear ? a : b) * size, to: out)
      case .lastYear(let a):
        for i in 0..<size { current[out + i] = previous[a * size + i] }
      case .overDistricts(let a): spreadSum(of: a * size, to: out)
      case .result(let a, let indicator): settle(a * size, program.indicators[indicator], year, to: out)
      }
    }
  }

  /// The value of an indicator in an area, vector by vector.
  public func value(_ indicator: Int, area: Int, vector: Int = 0) -> LaneVector {
    current[program.resultOf[indicator] * stride + area * layout.vectors + vector]
  }

  private mutating func copy(from source: Int, to out: Int) {
    for i in 0..<stride { current[out + i] = current[source + i] }
  }

  private mutating func load(
    _ parameter: ResolvedParameter, _ reading: Program.ParameterReading, _ year: Year, to out: Int
  ) {
    for area in 0..<areas.count {
      let lanes: Lanes
      switch reading {
      case .local: lanes = parameter.series(in: area).value(in: year)
      case .localLastYear: lanes = parameter.series(in: area).value(in: year - 1)
      case .meanOverYear: lanes = parameter.series(in: area).mean(in: year)
      case .ofCity: lanes = parameter.city.value(in: year)
      case .ownValue:
        lanes = area < parameter.districts.count ? parameter.districts[area]?.value(in: year) ?? .absent : .absent
      }
      for v in 0..<layout.vectors { current[out + area * layout.vectors + v] = lanes.vector(v) }
    }
  }

  private mutating func combine(_ kind: Program.Binary, _ a: Int, _ b: Int, to out: Int) {
    let size = stride
    switch kind {
    case .add: for i in 0..<size { current[out + i] = current[a + i] + current[b + i] }
    case .subtract: for i in 0..<size { current[out + i] = current[a + i] - current[b + i] }
    case .multiply: for i in 0..<size { current[out + i] = current[a + i] * current[b + i] }
    case .divide: for i in 0..<size { current[out + i] = current[a + i] / current[b + i] }
    case .smaller: for i in 0..<size { current[out + i] = smaller(current[a + i], current[b + i]) }
    case .larger: for i in 0..<size { current[out + i] = -smaller(-current[a + i], -current[b + i]) }
    case .present:
      for i in 0..<size {
        current[out + i] = current[a + i].replacing(with: current[b + i], where: isAbsent(current[a + i]))
      }
    case .roundUp: for i in 0..<size { current[out + i] = roundedUp(current[a + i], to: current[b + i]) }
    }
  }
}

/// The smaller of two numbers; no value where either has none.
private func smaller(_ a: LaneVector, _ b: LaneVector) -> LaneVector {
  b.replacing(with: a, where: (a .<= b) .| isAbsent(a))
}

private func isAbsent(_ a: LaneVector) -> SIMDMask<SIMD8<Int64>> { a .!= a }

/// Rounds up to a multiple of the step; what lies within rounding error of one stays there.
private func roundedUp(_ a: LaneVector, to step: LaneVector) -> LaneVector {
  let steps = a / step
  let nearest = steps.rounded(.toNearestOrEven)
  let difference = steps - nearest
  let close = (difference * difference) .< (nearest * nearest * 1e-24)
  return steps.rounded(.up).replacing(with: nearest, where: close) * step
}
