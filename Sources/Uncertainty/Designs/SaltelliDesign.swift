/// The points from which first- and total-order Sobol' indices are estimated, on replicated scrambles.
///
/// A row is two independent points A and B and, for each group, A with the group's inputs from B. Rows of a replicate are
/// one scrambled Sobol' sequence; replicates are independent, so that their spread gives an interval. Points stand by
/// replicate, row and member; a further replicate adds points at the end and changes none.
///
/// An input may stand for chance: a world's number is chosen by its coordinate, and all that the world draws is one group.
/// An input in no group varies between A and B and has no index of its own.
///
/// Source: Saltelli et al. (2010), *Computer Physics Communications* 181, 259–270, table 2; A and B from one sequence of
/// twice the dimensions.
public struct SaltelliDesign: Equatable, Sendable {
  public let inputs: Int
  /// The inputs of each group; no input in two.
  public let groups: [[Int]]
  public let replicates: Int
  /// Rows a replicate; a power of two is evenest.
  public let rows: Int
  private let scrambles: ScrambledSobol

  public var seed: UInt64 { scrambles.seed }
  public var pointsPerRow: Int { groups.count + 2 }
  public var count: Int { replicates * rows * pointsPerRow }

  /// - Parameter groups: one group an input where absent.
  public init(inputs: Int, groups: [[Int]]? = nil, replicates: Int, rows: Int, seed: UInt64) {
    let groups = groups ?? (0..<inputs).map { [$0] }
    precondition(2 * inputs <= SobolSequence.largestDimensions, "no direction numbers for so many inputs")
    precondition(groups.allSatisfy { $0.allSatisfy { 0..<inputs ~= $0 } }, "a group names an input that is not there")
    precondition(Set(groups.joined()).count == groups.joined().count, "an input in two groups")
    precondition(replicates > 0 && rows > 0, "a design without rows")
    self.inputs = inputs
    self.groups = groups
    self.replicates = replicates
    self.rows = rows
    scrambles = ScrambledSobol(dimensions: 2 * inputs, seed: seed)
  }

  /// The points of a replicate: A, B and the mixed ones of row 0, then of row 1, and so on.
  public func points(ofReplicate replicate: Int) -> UnitPoints {
    let base = scrambles.points(replicate: replicate, count: rows)
    var values: [Double] = []
    values.reserveCapacity(rows * pointsPerRow * inputs)
    for row in 0..<rows {
      for member in 0..<pointsPerRow {
        let start = values.count
        let half = member == 1 ? inputs : 0
        for input in 0..<inputs { values.append(base[row, half + input]) }
        guard member >= 2 else { continue }
        for input in groups[member - 2] { values[start + input] = base[row, inputs + input] }
      }
    }
    return UnitPoints(dimensions: inputs, values: values)
  }

  /// A point by its number in the whole design.
  public func point(_ index: Int) -> [Double] {
    let (row, member) = (index / pointsPerRow % rows, index % pointsPerRow)
    let replicate = index / pointsPerRow / rows
    let fromB = member == 1 ? Array(0..<inputs) : member == 0 ? [] : groups[member - 2]
    return (0..<inputs).map { input in
      let dimension = fromB.contains(input) ? inputs + input : input
      return scrambles.value(replicate: replicate, point: row, dimension: dimension)
    }
  }
}
