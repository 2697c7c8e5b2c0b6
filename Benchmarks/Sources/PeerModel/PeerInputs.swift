import NumericCore

/// Numbers the model starts from, as the other programs have them.
///
/// A cell is a sex and an age, `sex * ages + age`, men first.
public struct PeerInputs: Sendable {
  public static let districts = 13
  public static let ages = 101
  public static let states = 5
  public static let years = 30
  public static let rows = 40
  static let cells = 2 * ages

  /// Death rates where the index is zero, shape `[cell][district]`.
  var hazard = [Double](repeating: 0, count: cells * districts)
  /// Change of the logarithm of death rates with the index, by cell.
  var slope = [Double](repeating: 0, count: cells)
  /// Probabilities of moving between states in a year, by cell.
  var transitions = [Matrix](repeating: Matrix(rows: states, columns: states), count: cells)
  /// Births per woman and year over their sum, by age.
  var fertilityPattern = [Double](repeating: 0, count: ages)
  /// A district's fertility relative to the city's.
  var fertilityFactor = [Double](repeating: 0, count: districts)
  /// People at the start and migrants of a year, shape `[cell][state][district]`.
  var people = [Double](repeating: 0, count: cells * states * districts)
  var migrants = [Double](repeating: 0, count: cells * states * districts)
  /// Weights of the sums, shape `[row][cell][state]`.
  var weights = [Double](repeating: 0, count: rows * cells * states)
  /// Boys per girl.
  var srb = 0.0
  /// Drivers of each draw, shape `[draw][year]`.
  var paths: [Drivers] = []

  /// What differs between draws.
  struct Drivers {
    var k = 0.0
    var tfr = 0.0
    var migration = 0.0
    var incidence = 0.0
  }

  public var draws: Int { paths.count / Self.years }
}
