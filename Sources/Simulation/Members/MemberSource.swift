import Domain
import Formulas
import Population

/// Who supplies the parameters of a block's members: worlds draw them, points of a sweep give them.
///
/// A source knows members by their numbers, from 1 on; what it gives for a number is the same whichever block asks.
protocol MemberSource: Sendable {
  /// Positions in ``ResolvedTable/all`` of the parameters that may differ between members or from the central one.
  var moved: Set<Int> { get }

  /// Whether inputs differ from the base year on, and not only what chance brings after it.
  var drawsInputs: Bool { get }

  /// Whether what cannot go together gives way as the model says, as in worlds, or is an error, as in what somebody
  /// asks.
  var yields: Bool { get }

  /// The first year in which any of these parameters may differ; nil where none does.
  func firstYear(moving parameters: [Parameter]) -> Year?

  /// The figures that settle inputs in every member.
  var solves: [Solve] { get }

  /// Finds what published figures make of the inputs of a block's members, and redraws what cannot go together.
  func settle(_ order: inout LaneOrder) throws(RunError)

  /// The parameters of a block that holds some of eight neighbours.
  func parameters(_ order: LaneOrder) -> ResolvedTable

  /// The people of the base year in such a block; nil where they are as the dataset has them.
  func people(_ order: LaneOrder) -> [People]?
}

extension Worlds: MemberSource {}

extension Plan {
  /// The positions of parameters and of all that are indexed to them.
  func followers(of sources: Set<String>, _ values: [String: ParameterValues]) -> Set<Int> {
    var paths = sources
    var count = 0
    while paths.count != count {
      count = paths.count
      for (path, given) in values {
        if given.followed.contains(where: paths.contains) { paths.insert(path) }
      }
    }
    return Set(parameters.all.indices.filter { paths.contains(parameters.all[$0].parameter.path) })
  }
}
