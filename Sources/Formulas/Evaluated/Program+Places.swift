extension Program {
  /// Hands out the memory of a year: a place for each operation, free again once its last reader is done.
  ///
  /// So a block's memory stays small enough to be near. Results, and what is read in the year after, keep theirs.
  struct Places {
    private(set) var count = 0
    /// The places of operations that stay to the end of the year; −1 for others.
    private(set) var kept: [Int]
    private var place: [Int]
    /// By operation, those that nobody reads any more once it is done.
    private var lastRead: [[Int]]
    private var free: [Int] = []

    /// - Parameters:
    ///   - order: the operations as they are worked through.
    ///   - others: which keep their places besides.
    init(_ program: Program, _ order: [Int], _ varies: [Bool], keeping others: [Bool]) {
      let operations = program.operations
      place = Array(repeating: -1, count: operations.count)
      kept = place
      lastRead = Array(repeating: [], count: operations.count)
      var stays = others
      for index in order {
        if case .result = operations[index].work { stays[index] = true }
        if operations[index].looksBack, varies[index] {
          for source in operations[index].inputs { stays[source] = true }
        }
      }
      var isRead = stays
      for index in order.reversed() where varies[index] {
        for input in operations[index].inputs where !isRead[input] {
          isRead[input] = true
          lastRead[index].append(input)
        }
      }
      for index in order where stays[index] {
        place[index] = count
        kept[index] = count
        count += 1
      }
    }

    subscript(operation: Int) -> Int { place[operation] }

    /// A place for an operation's values: not one that it reads.
    mutating func claim(_ operation: Int) -> Int {
      if place[operation] < 0 {
        if let reused = free.popLast() {
          place[operation] = reused
        } else {
          place[operation] = count
          count += 1
        }
      }
      return place[operation]
    }

    /// Frees the places of what an operation was the last to read.
    mutating func release(after operation: Int) {
      for input in lastRead[operation] { free.append(place[input]) }
    }
  }
}
