/// How much an account could spend in a year, in all and on each use.
///
/// A use changes by no more than a share of the year before, beyond what the account's money and the use's own need
/// change. So a need that ends, or money that halves, makes nothing impossible.
struct AccountRoom {
  /// The account's year before.
  struct Before {
    /// Yuan by use.
    let spent: [Double]
    let needs: [Double]
    /// Yuan at hand.
    let money: Double
  }

  /// Yuan that may be spent.
  let money: Double
  let before: Before?
  /// The most for each use: its need, or what it may rise to; whole yuan where it is the latter.
  let most: [Double]
  /// The least for each use: what it may fall to, in whole yuan.
  let least: [Double]
  /// What could be spent in all, were there money enough: with eldercare at its floor.
  let room: Double

  /// Whether the year before says something of a use.
  func isBound(_ use: Int) -> Bool { before.map { $0.spent[use] > 0 } ?? false }

  /// - Parameters:
  ///   - needs: by use.
  ///   - floor: of eldercare in what the account spends, 0…1.
  ///   - change: the largest change from the year before, 0…1; nil for no limit.
  init(money: Double, needs: [Double], eldercare: [Int], floor: Double, change: Double?, before: Before?) {
    self.money = money
    self.before = before
    func growth(_ now: Double, _ then: Double) -> Double { then > 0 ? now / then : .infinity }
    let most = needs.indices.map { use -> Double in
      guard let change, let before, before.spent[use] > 0 else { return needs[use] }
      let growth = max(1, growth(money, before.money), growth(needs[use], before.needs[use]))
      return min(needs[use], ((1 + change) * before.spent[use] * growth).rounded(.up))
    }
    let forEldercare = eldercare.reduce(0) { $0 + most[$1] }
    let all = most.reduce(0, +)
    let room = floor > 0 ? min(all, forEldercare / floor) : all
    self.most = most
    self.room = room
    let spent = before?.spent.reduce(0, +) ?? 0
    least = needs.indices.map { use in
      guard let change, let before, before.spent[use] > 0, spent > 0 else { return 0 }
      let growth = min(1, min(money, room) / spent, growth(needs[use], before.needs[use]))
      return min((1 - change) * before.spent[use] * growth, most[use]).rounded(.down)
    }
  }
}
