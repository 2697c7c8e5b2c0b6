import Domain
import Formulas
import Simulation
import Studies
import Testing

/// The points of a study.
struct StudyPointsTests {
  private func part(_ path: String, _ values: AxisValues) -> AxisPart {
    let change = Override(path: path, change: .standing(0), origin: Origin(file: "test", line: 1, column: 1))
    return AxisPart(path, .change(change, values))
  }

  private func study(_ axes: [Axis], _ design: StudyDesign) -> Study {
    Study(
      name: "test", title: nil, axes: axes, worlds: .central,
      wanted: [("x@2030", Outcome("x", area: 0, year: 2030), nil)], design: design)
  }

  private var three: [Axis] {
    [
      Axis("a", [part("a", .levels([1, 2]))]),
      Axis("b", [part("b", .range(from: 0, to: 4, steps: 3)), part("c", .levels([7, 8, 9]))]),
      Axis("d", [part("d", .range(from: 10, to: 20, steps: 2))]),
    ]
  }

  private func figures(_ study: Study) throws -> [[Double?]] {
    let points = study.points
    return (1...(try #require(points.count))).map { points[$0].figures }
  }

  @Test func aGridHasAllCombinationsAndLinkedAddressesMoveTogether() throws {
    let found = try figures(study(three, .grid))
    #expect(found.count == 12)
    #expect(found[0] == [1, 0, 7, 10] && found[1] == [1, 0, 7, 20] && found[2] == [1, 2, 8, 10])
    #expect(found[11] == [2, 4, 9, 20])
    #expect(Set(found.map { "\($0)" }).count == 12)
  }

  @Test func oneAtATimeLeavesTheOthersAsTheyAre() throws {
    let axes = three + [Axis("e", [part("e", .range(from: 3, to: 5, steps: nil))])]
    let found = try figures(study(axes, .oneAtATime))
    #expect(found.count == 1 + 2 + 3 + 2 + 2)
    #expect(found[0] == [nil, nil, nil, nil, nil])
    #expect(found[1] == [1, nil, nil, nil, nil])
    #expect(found[4] == [nil, 2, 8, nil, nil])
    #expect(found[9] == [nil, nil, nil, nil, 5])
    #expect(study(axes, .oneAtATime).points[1].point == Point([]))
  }

  @Test func pointsOfALatinHypercubeFillEveryInterval() throws {
    let axes = [Axis("a", [part("a", .range(from: 0, to: 50, steps: nil))])]
    let found = try figures(study(axes, .latinHypercube(points: 50, seed: 3)))
    #expect(Set(found.map { Int($0[0] ?? -1) }) == Set(0..<50))
  }

  @Test func pointsOfASequenceStayWhenMoreAreAdded() throws {
    let (few, many) = (
      try figures(study(three, .sobol(points: 16, replicates: 1, seed: 5))),
      try figures(study(three, .sobol(points: 64, replicates: 1, seed: 5)))
    )
    #expect(few.count == 16 && Array(many.prefix(16)) == few)
    #expect(try figures(study(three, .sobol(points: 16, replicates: 3, seed: 5))).count == 48)
  }

  /// A row of Saltelli's design moves a group at once, and so does a step of Morris'.
  @Test func groupsMoveTogether() throws {
    let axes = ["a", "b", "c"].map { name in
      Axis(name, [part(name, .range(from: 0, to: 1, steps: nil))], group: name == "c" ? nil : "g")
    }
    let saltelli = try figures(study(axes, .saltelli(rows: 4, replicates: 2, seed: 1)))
    #expect(saltelli.count == 2 * 4 * (2 + 2))
    for row in stride(from: 0, to: saltelli.count, by: 4) {
      let (a, b, ofGroup, ofC) = (saltelli[row], saltelli[row + 1], saltelli[row + 2], saltelli[row + 3])
      #expect(ofGroup == [b[0], b[1], a[2]] && ofC == [a[0], a[1], b[2]])
    }
    let morris = try figures(study(axes, .morris(trajectories: 5, levels: 4, seed: 1)))
    #expect(morris.count == 5 * 3)
    for first in stride(from: 0, to: morris.count, by: 3) {
      for step in first..<first + 2 {
        let moved = (0..<3).filter { morris[step][$0] != morris[step + 1][$0] }
        #expect(moved == [0, 1] || moved == [2])
      }
    }
  }

  @Test func aPointIsKnownByItsChangesAlone() throws {
    let grid = study(three, .grid)
    let table = study(
      ["a", "b", "c", "d"].map { Axis($0, [part($0, .levels([0]))]) },
      .table([[2, 4, 9, 20], [.nan, 4, .nan, .nan]]))
    let signatures = (1...12).map { grid.points[$0].signature(grid) }
    #expect(Set(signatures).count == 12)
    #expect(table.points[1].signature(table) == signatures[11])
    #expect(table.points[2].figures == [nil, 4, nil, nil] && table.points[2].point.changes.count == 1)
  }
}
