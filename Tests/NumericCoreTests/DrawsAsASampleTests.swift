import NumericCore
import Testing

/// What draws look like as a sample. Seeds are fixed, so each test passes always or never;
/// the limits are those a sound generator keeps in 997 of 1,000 cases a comparison.
struct DrawsAsASampleTests {
  private let count = 200_000

  @Test func momentsOfTheNormalsAreWithinThreeStandardErrors() {
    let z = normals(seed: 11, year: 2026, area: 1, process: 1)
    let n = Double(count)
    let average = mean(of: z)
    let variance = mean(of: z.map { ($0 - average) * ($0 - average) })
    let skewness = mean(of: z.map { cube(($0 - average) / variance.squareRoot()) })
    let kurtosis = mean(of: z.map { square(square($0 - average) / variance) })
    #expect(abs(average) < 3 * (1 / n).squareRoot())
    #expect(abs(variance - 1) < 3 * (2 / n).squareRoot())
    #expect(abs(skewness) < 3 * (6 / n).squareRoot())
    #expect(abs(kurtosis - 3) < 3 * (24 / n).squareRoot())
  }

  @Test func neighboursAreUncorrelated() {
    let z = normals(seed: 12, year: 2026, area: 1, process: 1)
    let neighbours = [
      "seed": normals(seed: 13, year: 2026, area: 1, process: 1),
      "year": normals(seed: 12, year: 2027, area: 1, process: 1),
      "area": normals(seed: 12, year: 2026, area: 2, process: 1),
      "process": normals(seed: 12, year: 2026, area: 1, process: 2),
      "member": normals(seed: 12, year: 2026, area: 1, process: 1, firstMember: 1),
    ]
    for (name, other) in neighbours.sorted(by: { $0.key < $1.key }) {
      let correlation = mean(of: zip(z, other).map { $0 * $1 })
      // Squares tell of draws that share their size but not their sign.
      let ofSquares = mean(of: zip(z, other).map { (square($0) - 1) * (square($1) - 1) }) / 2
      #expect(abs(correlation) < 3 / Double(count).squareRoot(), "\(name)")
      #expect(abs(ofSquares) < 3 / Double(count).squareRoot(), "\(name)")
    }
  }

  @Test func uniformsFillTheirIntervalEvenly() {
    let draws = ProcessDraws(seed: 14, year: 2026, area: 1, process: 1)
    var cells = Array(repeating: 0.0, count: 100)
    for member in 0..<UInt64(count) {
      let u = draws.uniform(member: member)
      #expect(u > 0 && u < 1)
      cells[Int(u * 100)] += 1
    }
    let expected = Double(count) / 100
    let chiSquare = cells.reduce(0) { $0 + square($1 - expected) / expected }
    // 99 degrees of freedom: mean 99, standard deviation √198.
    #expect(abs(chiSquare - 99) < 3 * 198.0.squareRoot())
  }

  /// The error of a mean of n draws is 1/√n: over 400 means, its root mean square is within three standard errors.
  @Test func errorOfAMeanFallsWithTheRootOfTheNumber() {
    for n in [10, 100, 1_000, 10_000] {
      let repeats = 400
      let squaredErrors = (0..<repeats).map { repetition in
        let draws = ProcessDraws(seed: 15, year: repetition, area: 1, process: UInt32(n))
        var z = Array(repeating: 0.0, count: n)
        z.withUnsafeMutableBufferPointer { draws.fill($0) }
        return square(mean(of: z))
      }
      #expect(abs(mean(of: squaredErrors) * Double(n) - 1) < 3 * (2 / Double(repeats)).squareRoot(), "n = \(n)")
    }
  }

  private func normals(
    seed: UInt64, year: Int, area: Int, process: UInt32, firstMember: UInt64 = 0
  ) -> [Double] {
    var z = Array(repeating: 0.0, count: count)
    let draws = ProcessDraws(seed: seed, year: year, area: area, process: process)
    z.withUnsafeMutableBufferPointer { draws.fill($0, firstMember: firstMember) }
    return z
  }
}

private func square(_ x: Double) -> Double { x * x }
private func cube(_ x: Double) -> Double { x * x * x }
