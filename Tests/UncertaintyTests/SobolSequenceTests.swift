import Testing
import Uncertainty

struct SobolSequenceTests {
  /// The first points of the authors' own program, in the order of the number.
  @Test func pointsAreThoseOfJoeAndKuo() {
    let sequence = SobolSequence(dimensions: 1_024)
    let dimensions = [0, 1, 2, 9, 249, 639, 1_023]
    let expected: [(point: UInt32, values: [Double])] = [
      (1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
      (2, [0.25, 0.75, 0.75, 0.25, 0.75, 0.25, 0.25]),
      (5, [0.625, 0.125, 0.875, 0.375, 0.125, 0.375, 0.125]),
      (21, [0.65625, 0.65625, 0.03125, 0.96875, 0.09375, 0.46875, 0.46875]),
      (63, [0.984375, 0.328125, 0.015625, 0.609375, 0.109375, 0.671875, 0.046875]),
    ]
    for (point, values) in expected {
      let found = dimensions.map { Double(sequence.digits(point: point, dimension: $0)) * 0x1p-32 }
      #expect(found == values, "point \(point)")
    }
  }

  @Test func everyDimensionHasOnePointInEachInterval() {
    let count = 256
    let plain = SobolSequence(dimensions: 1_024)
    for dimension in 0..<1_024 {
      let places = Set((0..<count).map { plain.digits(point: UInt32($0), dimension: dimension) >> 24 })
      #expect(places.count == count, "dimension \(dimension)")
    }
    let scrambled = ScrambledSobol(dimensions: 300, seed: 7).points(replicate: 3, count: count)
    for dimension in 0..<300 {
      let places = Set(scrambled.column(dimension).map { Int($0 * Double(count)) })
      #expect(places.count == count, "dimension \(dimension)")
    }
  }

  /// A net in base 2 keeps its boxes under scrambling: 64 points of the first two dimensions, one a box of any shape.
  @Test func scramblingKeepsTheNet() {
    for replicate in 0..<5 {
      let points = ScrambledSobol(dimensions: 2, seed: 11).points(replicate: replicate, count: 64)
      for power in 0...6 {
        let (wide, high) = (1 << power, 64 >> power)
        let boxes = Set(
          (0..<64).map { point -> Int in
            let column = Int(points[point, 0] * Double(wide))
            let row = Int(points[point, 1] * Double(high))
            return column * high + row
          })
        #expect(boxes.count == 64, "replicate \(replicate), \(wide) × \(high)")
      }
    }
  }

  @Test func aPointIsTheSameAloneOrAmongOthers() {
    let source = ScrambledSobol(dimensions: 5, seed: 42)
    let few = source.points(replicate: 2, count: 16)
    let many = source.points(replicate: 2, count: 128)
    for point in 0..<16 {
      #expect(few.point(point) == many.point(point))
      #expect(source.value(replicate: 2, point: point, dimension: 4) == many[point, 4])
    }
    #expect(source.points(replicate: 1, count: 4) != source.points(replicate: 2, count: 4))
  }

  /// Over scrambles each coordinate is uniform and two points of one scramble repel each other.
  @Test func scramblesAreUniform() {
    let source = ScrambledSobol(dimensions: 1, seed: 5)
    let draws = (0..<20_000).map { source.value(replicate: $0, point: 5, dimension: 0) }
    let mean = draws.reduce(0, +) / 20_000
    let square = draws.reduce(0) { $0 + $1 * $1 } / 20_000
    // Standard errors 0.0020 and 0.0021.
    #expect(abs(mean - 0.5) < 0.006)
    #expect(abs(square - 1.0 / 3) < 0.0063)
    for digit in 1...40 {
      let scale = Double(UInt64(1) << UInt64(digit))
      let ones = draws.filter { Int($0 * scale) % 2 == 1 }.count
      // Four standard errors.
      #expect(abs(ones - 10_000) < 283, "digit \(digit)")
    }
  }
}
