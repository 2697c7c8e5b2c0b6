import Domain

/// Who is served first where working hours are short, as the rows of a dataset say.
public struct CareOrder: Equatable, Sendable {
  /// What of a service's hours a row is about.
  public enum Part: String, CaseIterable, Sendable {
    case all
    /// What an institution cannot do without: its least density of staff.
    case least
    /// What it would have beyond that.
    case rest
  }

  /// A service, for people of a level where it knows levels, with its place in the order.
  public struct Row: Hashable, Sendable {
    public let rank: Int
    public let service: CareService
    public let level: Ability?
    public let part: Part

    public init(rank: Int, service: CareService, level: Ability?, part: Part) {
      self.rank = rank
      self.service = service
      self.level = level
      self.part = part
    }
  }

  public let rows: [Row]

  public init(_ rows: [Row]) { self.rows = rows }

  /// Everyone alike: what is short is short for all.
  public static let together = CareOrder(
    needed.map { Row(rank: 1, service: $0.service, level: $0.level, part: $0.part) })

  /// What a row must be about, each once.
  public static let needed: [(service: CareService, level: Ability?, part: Part)] = {
    var rows: [(service: CareService, level: Ability?, part: Part)] = []
    for service in CareService.allCases {
      let levels: [Ability?] = service.levels.isEmpty ? [nil] : service.levels.map(Optional.some)
      let parts: [Part] = service == .institution ? [.least, .rest] : [.all]
      for part in parts {
        for level in levels { rows.append((service, level, part)) }
      }
    }
    return rows
  }()

  /// The ranks in their order.
  var ranks: [Int] { Set(rows.map(\.rank)).sorted() }
}
