/// Points of the unit cube, one row a point.
public struct UnitPoints: Equatable, Sendable {
  public let dimensions: Int
  /// Shape `[point][dimension]`, dimensions varying fastest; each in the open interval 0..1.
  public var values: [Double]

  /// How many points there are.
  public var count: Int { values.count / dimensions }

  /// - Parameter values: whole rows of `dimensions` numbers.
  public init(dimensions: Int, values: [Double]) {
    precondition(dimensions > 0 && values.count % dimensions == 0, "values do not fill whole points")
    self.dimensions = dimensions
    self.values = values
  }

  /// The points that a function of point and dimension gives.
  init(count: Int, dimensions: Int, value: (_ point: Int, _ dimension: Int) -> Double) {
    self.dimensions = dimensions
    values = []
    values.reserveCapacity(count * dimensions)
    for point in 0..<count {
      for dimension in 0..<dimensions { values.append(value(point, dimension)) }
    }
  }

  public subscript(point: Int, dimension: Int) -> Double {
    precondition(0..<dimensions ~= dimension, "dimension outside the points")
    return values[point * dimensions + dimension]
  }

  /// One point, dimension by dimension.
  public func point(_ point: Int) -> [Double] {
    Array(values[point * dimensions..<(point + 1) * dimensions])
  }

  /// One dimension, point by point.
  public func column(_ dimension: Int) -> [Double] {
    (0..<count).map { self[$0, dimension] }
  }
}
