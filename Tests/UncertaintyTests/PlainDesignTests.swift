import Testing
import Uncertainty

struct PlainDesignTests {
  @Test func aLatinHypercubeHasOnePointInEachInterval() {
    for seed in 0..<20 as Range<UInt64> {
      let points = latinHypercube(count: 37, dimensions: 6, seed: seed)
      for dimension in 0..<6 {
        let column = points.column(dimension)
        #expect(Set(column.map { Int($0 * 37) }).count == 37, "seed \(seed)")
        #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
      }
      #expect(points.column(0) != points.column(1), "seed \(seed)")
    }
  }

  @Test func aRandomPointDoesNotDependOnHowManyThereAre() {
    let few = randomPoints(count: 3, dimensions: 4, seed: 9)
    let many = randomPoints(count: 1_000, dimensions: 4, seed: 9)
    #expect(few.point(2) == many.point(2))
    // Standard error 0.009.
    let mean = many.column(3).reduce(0, +) / 1_000
    #expect(abs(mean - 0.5) < 0.03)
  }

  @Test func aGridHasEveryCombinationOnce() {
    let grid = GridDesign(levels: [2, 3, 4])
    #expect(grid.count == 24)
    #expect(grid.levels(ofPoint: 0) == [0, 0, 0])
    #expect(grid.levels(ofPoint: 5) == [0, 1, 1])
    #expect(Set((0..<24).map(grid.levels(ofPoint:))).count == 24)
    #expect(GridDesign(levels: Array(repeating: 10, count: 20)).count == nil)
  }

  @Test func aTrajectoryChangesEachInputOnceByOneStep() {
    let design = MorrisDesign(inputs: 7, levels: 6, trajectories: 30, seed: 1)
    for trajectory in 0..<30 {
      let points = design.points(ofTrajectory: trajectory)
      #expect(design.order(ofTrajectory: trajectory).sorted() == Array(0..<7))
      for (place, input) in design.order(ofTrajectory: trajectory).enumerated() {
        for other in 0..<7 {
          let change = abs(points[place + 1, other] - points[place, other])
          let step = other == input ? 0.6 : 0
          #expect(abs(change - step) < 1e-12)
        }
      }
      for value in points.values {
        let level = value * 5
        #expect(abs(level - level.rounded()) < 1e-12 && (0...5).contains(level.rounded()))
      }
      #expect(design.point(trajectory * 8 + 3) == points.point(3))
    }
  }

  @Test func aMixedPointHasItsGroupFromBAndTheRestFromA() {
    let design = SaltelliDesign(inputs: 4, groups: [[0, 2], [3]], replicates: 2, rows: 8, seed: 3)
    let points = design.points(ofReplicate: 1)
    for row in 0..<8 {
      let (a, b) = (points.point(row * 4), points.point(row * 4 + 1))
      #expect(points.point(row * 4 + 2) == [b[0], a[1], b[2], a[3]])
      #expect(points.point(row * 4 + 3) == [a[0], a[1], a[2], b[3]])
      for member in 0..<4 { #expect(design.point((8 + row) * 4 + member) == points.point(row * 4 + member)) }
    }
    let longer = SaltelliDesign(inputs: 4, groups: [[0, 2], [3]], replicates: 5, rows: 8, seed: 3)
    #expect(longer.points(ofReplicate: 1) == points)
  }
}
