import Domain
import Inputs
import NumericCore
import Simulation

/// A short test of what results rest on, on the machine at hand.
public struct SelfTest: Sendable {
  public struct Check: Sendable {
    public let label: Label
    public let isPassed: Bool
  }

  public private(set) var checks: [Check] = []

  public var isPassed: Bool { checks.allSatisfy(\.isPassed) }

  /// - Parameter dataset: where eight worlds are drawn; nil where none is installed.
  public init(dataset: String?) async {
    add("随机数：Philox 已知答案", "random numbers: known answer of Philox", SelfTest.drawsAreRight)
    add("矩阵乘积与逐项相加一致", "matrix product against plain loops", SelfTest.productIsRight)
    add("Cholesky 分解还原矩阵", "Cholesky factor gives the matrix back", SelfTest.factorIsRight)
    guard let dataset, let plan = try? SelfTest.worlds(of: dataset) else { return }
    let one = try? await plan.run(EnsembleOptions(draws: 100, threads: 1))
    let several = try? await plan.run(EnsembleOptions(draws: 100, threads: 3))
    let isSame = one.map { first in several.map { SelfTest.agree(first, $0) } ?? false } ?? false
    add("100 次模拟：线程数不影响结果", "100 worlds: the same on one thread and on three", isSame)
  }

  private mutating func add(_ zh: String, _ en: String, _ isPassed: Bool) {
    checks.append(Check(label: Label(zh: zh, en: en), isPassed: isPassed))
  }

  private static var drawsAreRight: Bool {
    let block = Philox4x32.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
    return block == SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
  }

  /// Some numbers without pattern, between −1 and 1.
  private static func matrix(_ rows: Int, _ columns: Int, process: UInt32) -> Matrix {
    let draws = ProcessDraws(seed: 1, year: 1, area: 0, process: process)
    return Matrix(
      rows: rows, columns: columns, values: (0..<rows * columns).map { 2 * draws.uniform(member: UInt64($0)) - 1 })
  }

  private static var productIsRight: Bool {
    let (a, b) = (matrix(37, 53, process: 1), matrix(53, 29, process: 2))
    let product = a * b
    return (0..<37).allSatisfy { row in
      (0..<29).allSatisfy { column in
        let plain = (0..<53).reduce(0.0) { $0 + a[row, $1] * b[$1, column] }
        return abs(product[row, column] - plain) < 1e-12
      }
    }
  }

  private static var factorIsRight: Bool {
    let a = matrix(12, 20, process: 3)
    let square = a * a.transposed
    guard let factor = try? choleskyFactor(square) else { return false }
    let back = factor * factor.transposed
    return zip(back.values, square.values).allSatisfy { abs($0 - $1) < 1e-12 * 20 }
  }

  private static func worlds(of dataset: String) throws -> Plan {
    let base = try Dataset(directory: dataset)
    let year = base.city.baseYear
    return try Plan(
      LoadedScenario(
        text: "horizon: {from: \(year), to: \(year + 6)}\nknown_until: \(year)\nmembers: {draws: 100, seed: 1}\n",
        named: "self-test", of: base))
  }

  private static func agree(_ a: Results, _ b: Results) -> Bool {
    a.indicators.indices.allSatisfy { indicator in
      (0..<a.areas.count).allSatisfy { area in
        a.years.allSatisfy {
          a.statistics(indicator, area: area, year: $0) == b.statistics(indicator, area: area, year: $0)
        }
      }
    }
  }
}
