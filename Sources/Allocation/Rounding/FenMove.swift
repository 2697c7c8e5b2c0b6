/// Two or three changes of quantities, in fen, that leave all balances as they are.
struct FenMove {
  typealias Change = (quantity: Int, by: Int)

  private let first: Change
  private let second: Change
  private let third: Change?

  init(_ first: Change, _ second: Change, _ third: Change? = nil) {
    self.first = first
    self.second = second
    self.third = third
  }

  var count: Int { third == nil ? 2 : 3 }

  subscript(index: Int) -> Change {
    switch index {
    case 0: first
    case 1: second
    default: third ?? second
    }
  }
}
