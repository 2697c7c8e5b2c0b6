import Domain
import Formulas
import NumericCore
import Population

/// Mortality by level and recovery as functions of age.
struct TransitionRates {
  /// Logarithm of a level's mortality over that of those who are able, which is no smaller than that of the level
  /// before: drawn each from its own range, they may cross.
  private let logarithms: [LaneVector]
  private let recoveries: [Ability: LaneVector]
  private let fadeFrom: LaneVector
  private let faded: LaneVector
  private let slope: LaneVector
  private let reference: LaneVector

  init(_ value: (Parameter) -> LaneVector) {
    var ratios: [LaneVector] = []
    for level in Ability.allCases {
      ratios.append((Care.mortalityRatio[level].map(value) ?? .one).atLeast(ratios.last ?? .zero))
    }
    logarithms = ratios.map { ratio in LaneVector((0..<LaneVector.scalarCount).map { naturalLogarithm(ratio[$0]) }) }
    recoveries = Care.recovery.mapValues(value)
    fadeFrom = value(Care.mortalityFadeAge)
    faded = value(Care.mortalityFaded)
    slope = value(Care.recoverySlope)
    reference = value(Care.recoveryAge)
  }

  /// h^w with w from one at the age where fading begins, linearly, to its last value at the open age.
  func excess(_ level: Ability, _ age: Int) -> LaneVector {
    let way = (Double(age) - fadeFrom).atLeast(0) / (Double(Age.open.years) - fadeFrom)
    return exponential((1 + way * (faded - 1)) * logarithms[level.rawValue])
  }

  func recovery(_ level: Ability, _ age: Int) -> LaneVector {
    (recoveries[level] ?? .zero) * exponential(-slope * (Double(age) - reference))
  }
}

/// The first error of each lane in which no transitions meet the prevalence.
struct Refused {
  private var errors = [AbilityError?](repeating: nil, count: LaneVector.scalarCount)

  mutating func note(_ lanes: SIMDMask<SIMD8<Int64>>, _ error: (_ lane: Int) -> AbilityError) {
    for lane in errors.indices where lanes[lane] && errors[lane] == nil { errors[lane] = error(lane) }
  }

  /// Of the first lane that has one.
  var first: (lane: Int, error: AbilityError)? {
    for (lane, error) in errors.enumerated() {
      if let error { return (lane, error) }
    }
    return nil
  }
}

extension LaneVector {
  func atLeast(_ least: LaneVector) -> LaneVector { replacing(with: least, where: self .< least) }

  func atLeast(_ least: Double) -> LaneVector { atLeast(LaneVector(repeating: least)) }
}
