/// Why a value has no largest: money without limit and needs without end.
public struct EndlessValue: Equatable, Sendable {
  /// A cell whose amount can grow for ever.
  public struct Cell: Hashable, Sendable {
    public let account: Int
    public let use: Int
    public let year: Int
  }

  /// What can grow together, in the order of accounts, uses and years.
  public let cells: [Cell]
  /// The accounts, by their places, whose money has no limit and pays for it.
  public let accounts: [Int]

  init(_ programme: AllocationProgramme, _ expanded: ExpandedProgramme, ray: [Double]) {
    let growth = expanded.quantities(of: ray)
    var cells: [Cell] = []
    for quantity in growth.indices where growth[quantity] > LinearProgramme.noticeable {
      guard let place = programme.quantities.place(ofCell: quantity) else { break }
      cells.append(Cell(account: place.account, use: place.use, year: place.year))
    }
    self.cells = cells.sorted { ($0.account, $0.use, $0.year) < ($1.account, $1.use, $1.year) }
    accounts = programme.problem.accounts.indices.filter { account in
      programme.problem.accounts[account].available == nil
        && (0..<programme.quantities.years).contains {
          growth[programme.quantities.unspent(account, $0)] < -LinearProgramme.noticeable
        }
    }
  }
}
