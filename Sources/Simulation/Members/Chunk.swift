import Domain
import Formulas
import NumericCore
import Population

/// Members that are computed, kept and handed on together.
struct Chunk: Sendable {
  static let size = 64

  let index: Int
  /// How many members it holds: the worlds from `index · size + 1` on, without those set aside.
  let members: Int
  /// The worlds set aside, in the order of their numbers.
  let setAside: [SetAside]
  /// How often inputs were drawn again, by the number of the world; none where they went together at once.
  var attempts: [Int: Int] = [:]
  /// In how many worlds an input came to an end before its figure was met, by solved figure.
  var unmet: [Int] = []
  /// The rows with a place of their own, shape `[place][member]`; nil once they stand elsewhere.
  var values: NumberStore?
  /// By row, blocks that are not as the layout says: the first member of each, how many it has and its numbers.
  var exceptions: [Int: [(first: Int, lanes: Int, values: LaneVector)]] = [:]
  /// Sums over the members, shape `[year][kind][sex][age][district]`.
  var people: [Double]

  /// The members of a chunk, those set aside among them.
  static func members(_ index: Int, of draws: Int) -> Int { min(size, draws - index * size) }
}

/// What is needed to compute chunks.
struct ChunkWork: Sendable {
  let plan: Plan
  let worlds: any MemberSource
  let central: CentralRun
  let scope: Program.Scope
  let list: SeriesList
  /// Of the members kept; of all rows until the first worlds are known.
  private(set) var layout: RowLayout
  /// Series that are read at once.
  let together: Int
  let books: BudgetBooks
  let variesFrom: Year
  private let hasDatasetsPeople: Bool
  /// The years that can vary: those after the base year, and that one where inputs are drawn.
  let years: ClosedRange<Year>?

  /// - Parameter scope: what is computed and kept; what varies between members when not given.
  init(
    _ plan: Plan, _ worlds: any MemberSource, _ central: CentralRun, _ options: EnsembleOptions,
    scope whole: Program.Scope? = nil
  ) throws(RunError) {
    self.plan = plan
    self.worlds = worlds
    scope = whole ?? Program.Scope(plan.program, varying: worlds.moved)
    hasDatasetsPeople = plan.hasDatasetsPeople
    variesFrom = worlds.firstYear(moving: Demography.parameters) ?? plan.years.upperBound + 1
    self.central = central.lightened(from: worlds.drawsInputs ? plan.years.lowerBound : variesFrom)
    let evaluation = Evaluation(
      plan.program, areas: plan.city.areas, baseYear: plan.city.baseYear, held: plan.held, scope: scope)
    list = SeriesList(plan, scope, evaluation)
    books = BudgetBooks(plan, evaluation)
    let first = plan.years.lowerBound + (worlds.drawsInputs ? 0 : 1)
    years = first <= plan.years.upperBound ? first...plan.years.upperBound : nil
    layout = RowLayout(all: (years?.count ?? 0) * list.count)
    together = Collector.together(of: list.count, options)
    // Few members are kept as they come.
    if options.draws > Chunk.size {
      layout = RowLayout(samples: try samples(), series: list.count, together: together)
    }
  }

  /// What the first worlds have, shape `[year][series]`; without those that fail.
  private func samples() throws(RunError) -> [LaneVector] {
    let all = Array(0..<LaneVector.scalarCount)
    do { return try samples(LaneOrder(first: 1, lanes: all)) } catch {
      let sound = all.filter { (try? samples(LaneOrder(first: 1, lanes: [$0]))) != nil }
      guard !sound.isEmpty else { throw error }
      return try samples(LaneOrder(first: 1, lanes: sound))
    }
  }

  private func samples(_ order: LaneOrder) throws(RunError) -> [LaneVector] {
    guard let years else { return [] }
    var order = order
    var block = try leadingBlock(&order)
    var samples: [LaneVector] = []
    for year in years {
      try block.advance(to: year)
      samples += list.values(of: block, block.people)
    }
    return samples
  }

  /// A chunk with room for its members.
  func chunk(_ index: Int, of draws: Int, without aside: [Int: SetAside]) -> Chunk {
    let members = Chunk.members(index, of: draws) - aside.count
    return Chunk(
      index: index, members: members, setAside: aside.values.sorted { $0.world < $1.world },
      values: NumberStore(count: layout.owned * members),
      people: Array(repeating: 0, count: (years?.count ?? 0) * cells))
  }

  /// Members that compute their own people; where drawn inputs cannot go together they are drawn again.
  ///
  /// - Parameter order: learns how often.
  func leadingBlock(_ order: inout LaneOrder) throws(RunError) -> Block {
    guard worlds.yields, worlds.drawsInputs, let years else { return block(order) }
    while true {
      try worlds.settle(&order)
      var trial = block(order)
      do throws(RunError) {
        try trial.advance(to: years.lowerBound)
        return trial
      } catch {
        guard let lane = trial.refusedLane, order.canDrawAgain(lane: lane) else { throw error }
        order.drawAgain(lane: lane)
      }
    }
  }

  private func block(_ order: LaneOrder) -> Block {
    let parameters = worlds.parameters(order)
    guard worlds.drawsInputs else {
      return Block(plan, parameters, scope: scope, books: books, from: central, variesFrom: variesFrom)
    }
    let opening = hasDatasetsPeople ? order.solved?.opening : nil
    return Block(
      plan, parameters, scope: scope, books: books, differingFrom: central,
      people: opening == nil ? worlds.people(order) : nil, yields: worlds.yields, after: opening)
  }

  /// What the counts of worlds are of, where there are any.
  func unmet(_ counts: [Int]) -> [UnmetFigure] {
    zip(worlds.solves, counts).filter { $0.1 > 0 }.map { UnmetFigure(solve: $0.0, worlds: $0.1) }
  }

  /// Members that take over people computed by others.
  func followingBlock(_ order: LaneOrder) -> Block {
    var order = order
    order.draws = nil  // those of another scenario's worlds
    let parameters = worlds.parameters(order)
    guard worlds.drawsInputs else {
      return Block(plan, parameters, scope: scope, books: books, evaluatingFrom: central)
    }
    return Block(plan, parameters, scope: scope, books: books, followingBeside: central)
  }

  /// Cells of all populations in a year.
  var cells: Int { central.yearEnds[0].people.reduce(0) { $0 + $1.persons.count } }
}
