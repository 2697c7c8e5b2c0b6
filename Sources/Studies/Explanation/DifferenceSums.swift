import Formulas
import NumericCore
import Simulation
import Uncertainty

/// Numbers with every set of groups as at the end and the others as at the start.
struct DifferenceSums: Sendable {
  /// Those of which any leaf differs in any member.
  let groups: [ChangeGroup]
  private let run: CutRun
  private let blocks: [CutRun.Block]
  /// By leaf; nil for those that belong to one group.
  private let people: [PeopleParts?]
  /// By group, the leaves that may change with it and the steps that follow from them.
  private let moves: [(leaves: [Int], steps: [Int])]

  init(_ run: CutRun, _ blocks: [CutRun.Block]) {
    self.run = run
    self.blocks = blocks
    let leaves = run.graph.leaves
    people = leaves.map { PeopleParts($0.source) }
    let groupsOf = zip(leaves, people).map { leaf, people in
      people?.groups ?? leaf.source.group.map { [$0] } ?? []
    }
    let differing = leaves.indices.filter { DifferenceSums.differs($0, in: blocks) }
    let found = Set(differing.flatMap { groupsOf[$0] })
    let groups = ChangeGroup.allCases.filter(found.contains)
    moves = groups.map { group in
      // A count that comes out the same may still have factors that do not.
      let own = leaves.indices.filter { groupsOf[$0].contains(group) }
      return (own, run.graph.steps(following: Set(own)))
    }
    self.groups = groups
  }

  private static func differs(_ leaf: Int, in blocks: [CutRun.Block]) -> Bool {
    let areas = blocks[0].start.residents.count
    return blocks.contains { block in
      (leaf * areas..<(leaf + 1) * areas).contains { cell in
        let (start, end) = (block.start.values[cell], block.end.values[cell])
        return any(start .!= end .& (start .== start .| end .== end))
      }
    }
  }

  /// Shape `[number][set][member]`: the central member first, then the worlds.
  func values(threads: Int) async -> [[[Double]]] {
    let parts = await withTaskGroup(of: [(Int, [[[Double]]])].self) { tasks in
      for worker in 0..<threads {
        tasks.addTask { stride(from: worker, to: blocks.count, by: threads).map { ($0, values(of: blocks[$0])) } }
      }
      var parts = Array(repeating: [[[Double]]](), count: blocks.count)
      for await some in tasks {
        for (block, found) in some { parts[block] = found }
      }
      return parts
    }
    return run.indicators.indices.map { number in
      (0..<1 << groups.count).map { set in parts.flatMap { $0[number][set] } }
    }
  }

  /// A block's members under every set, shape `[number][set][lane]`.
  ///
  /// From set to set one group changes, and only what follows from it is computed: those of which little follows
  /// change most often.
  private func values(of block: CutRun.Block) -> [[[Double]]] {
    let order = groups.indices.sorted { (moves[$0].steps.count, $0) < (moves[$1].steps.count, $1) }
    var walk = CutGraph.Walk(run.graph, from: block.start.values)
    var changed = Set<ChangeGroup>()
    let sets = 1 << groups.count
    var result = Array(repeating: Array(repeating: [Double](), count: sets), count: run.indicators.count)
    var set = 0
    func keep() {
      for number in result.indices {
        let value = walk.value(number, area: run.area)
        result[number][set] = (0..<block.lanes).map { value[$0] }
      }
    }
    keep()
    for step in 1..<sets {
      let group = order[step.trailingZeroBitCount]
      set ^= 1 << group
      if changed.remove(groups[group]) == nil { changed.insert(groups[group]) }
      for leaf in moves[group].leaves { put(leaf, block, changed, in: &walk) }
      walk.work(through: moves[group].steps)
      keep()
    }
    return result
  }

  private func put(_ leaf: Int, _ block: CutRun.Block, _ changed: Set<ChangeGroup>, in walk: inout CutGraph.Walk) {
    let first = leaf * block.start.residents.count
    if let people = people[leaf] {
      walk.put(leaf) { people.count(first + $0, $0, block, changed.contains) }
    } else if let group = run.graph.leaves[leaf].source.group {
      let side = changed.contains(group) ? block.end : block.start
      walk.put(leaf) { side.values[first + $0] }
    }
  }
}
