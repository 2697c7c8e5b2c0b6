import Domain
import Formulas
import NumericCore
import Population

/// Members that are computed, kept and handed on together.
struct Chunk: Sendable {
  static let size = 64

  let index: Int
  /// How many members it holds; their worlds have the numbers from `index · size + 1` on.
  let members: Int
  /// Shape `[year][series][member]`, from the year after the base year.
  var values: [Double]
  /// Sums over the members, shape `[year][kind][sex][age][district]`.
  var people: [Double]
}

/// What is needed to compute chunks.
struct ChunkWork: Sendable {
  let plan: Plan
  let worlds: Worlds
  let central: CentralRun
  let scope: Program.Scope
  let list: SeriesList
  let variesFrom: Year

  init(_ plan: Plan, _ worlds: Worlds, _ central: CentralRun) {
    self.plan = plan
    self.worlds = worlds
    self.central = central
    scope = Program.Scope(plan.program, varying: worlds.moved)
    variesFrom = worlds.firstYear(moving: Demography.parameters) ?? plan.years.upperBound + 1
    let evaluation = Evaluation(
      plan.program, areas: plan.city.areas, baseYear: plan.city.baseYear, held: plan.held, scope: scope)
    list = SeriesList(plan, scope, evaluation)
  }

  /// The years that can vary: those after the base year.
  var years: ClosedRange<Year>? {
    plan.years.count > 1 ? plan.years.lowerBound + 1...plan.years.upperBound : nil
  }

  /// Numbers of one member: all its years and series.
  var valuesPerMember: Int { (plan.years.count - 1) * list.count }

  /// Computes a chunk, block by block.
  func chunk(_ index: Int, of draws: Int) throws(RunError) -> Chunk {
    let members = min(Chunk.size, draws - index * Chunk.size)
    var chunk = Chunk(
      index: index, members: members, values: Array(repeating: 0, count: valuesPerMember * members),
      people: Array(repeating: 0, count: (plan.years.count - 1) * cells))
    guard let years else { return chunk }
    for first in stride(from: 0, to: members, by: LaneVector.scalarCount) {
      let table = worlds.parameters(firstMember: UInt64(index * Chunk.size + first + 1))
      var block = Block(plan, table, scope: scope, from: central, variesFrom: variesFrom)
      let lanes = min(LaneVector.scalarCount, members - first)
      for year in years {
        try block.advance(to: year)
        keep(block, year - years.lowerBound, first, lanes, in: &chunk)
      }
    }
    return chunk
  }

  /// Cells of all populations in a year.
  var cells: Int { central.yearEnds[0].people.reduce(0) { $0 + $1.persons.count } }

  private func keep(_ block: Block, _ year: Int, _ first: Int, _ lanes: Int, in chunk: inout Chunk) {
    let members = chunk.members
    chunk.values.withUnsafeMutableBufferPointer { values in
      func write(_ vector: LaneVector, _ series: Int) {
        let place = (year * list.count + series) * members + first
        for lane in 0..<lanes { values[place + lane] = vector[lane] }
      }
      for (series, entry) in list.entries.enumerated() {
        write(block.evaluation.value(ofSlot: entry.slot, area: entry.area), series)
      }
      for sex in Sex.allCases {
        for group in SeriesList.groups.indices {
          write(SeriesList.persons(block.people[0], sex, group: group), list.pyramid(sex, group: group))
        }
      }
    }
    var place = year * cells
    chunk.people.withUnsafeMutableBufferPointer { sums in
      for people in block.people {
        for cell in people.persons {
          // A whole block adds up by halves, a part of one member by member: by its place, never by chance.
          sums[place] += lanes == LaneVector.scalarCount ? cell.sum() : (0..<lanes).reduce(0) { $0 + cell[$1] }
          place += 1
        }
      }
    }
  }
}
