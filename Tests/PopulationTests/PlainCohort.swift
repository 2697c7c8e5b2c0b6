import Domain
import Population

/// The cohort step once more in plain loops, one member and one number at a time.
///
/// Written from the method and not from the code it checks: deaths are found
/// person by person, and the scale of mortality by halving an interval.
struct PlainCohort {
  var persons: [[[Double]]]
  let pattern: [Double]
  let profile: AgeTable
  private(set) var births: [Double] = [0, 0]
  private(set) var deaths: [Double] = [0, 0]
  private(set) var netMigrants: [Double] = [0, 0]

  private static let women = Sex.female.rawValue
  private static let open = 100

  init(_ town: CohortCase) {
    persons = town.persons
    pattern = town.pattern
    profile = town.profile
  }

  mutating func step(_ rates: PlainRates, _ anchors: CohortAnchors = CohortAnchors()) {
    var scale = 1.0
    if let wanted = anchors.deaths {
      var (low, high) = (0.0, 2.0)
      while true {
        scale = (low + high) / 2
        if scale == low || scale == high { break }
        var trial = self
        trial.age(rates, anchors.births, scale)
        if trial.deaths[0] + trial.deaths[1] < wanted { low = scale } else { high = scale }
      }
    }
    age(rates, anchors.births, scale)
    migrate(rates, anchors)
  }

  /// Deaths and births of the year.
  private mutating func age(_ rates: PlainRates, _ knownBirths: Double?, _ scale: Double) {
    let before = persons
    deaths = [0, 0]
    var plain = [0.0, 0.0]
    for d in 0..<2 {
      for s in 0..<2 {
        for x in 1...PlainCohort.open {
          let exposed = x < PlainCohort.open ? before[d][s][x - 1] : before[d][s][x - 1] + before[d][s][x]
          let dead = exposed * scale * (1 - rates.sx[d][s][x])
          persons[d][s][x] = exposed - dead
          deaths[d] += dead
        }
        persons[d][s][0] = 0
      }
      for x in 0...PlainCohort.open {
        plain[d] += pattern[x] * (before[d][PlainCohort.women][x] + persons[d][PlainCohort.women][x]) / 2
      }
    }
    let city = knownBirths ?? rates.tfr * (plain[0] + plain[1])
    let weights = [plain[0] * rates.fertilityFactor[0], plain[1] * rates.fertilityFactor[1]]
    for d in 0..<2 {
      births[d] = city * weights[d] / (weights[0] + weights[1])
      let girls = births[d] / (1 + rates.srb)
      for (s, born) in [girls, births[d] - girls].enumerated() {
        let dead = born * scale * (1 - rates.sx[d][s][0])
        persons[d][s][0] = born - dead
        deaths[d] += dead
      }
    }
  }

  private mutating func migrate(_ rates: PlainRates, _ anchors: CohortAnchors) {
    let settled = [sum(0, 0...100), sum(1, 0...100)]
    if anchors.total == nil || anchors.elderly != nil { spread(rates.netMigrants, rates, 0...100) }
    if let elderly = anchors.elderly {
      let factor = elderly / (sum(0, 60...100) + sum(1, 60...100))
      for d in 0..<2 { for s in 0..<2 { for x in 60...100 { persons[d][s][x] *= factor } } }
    }
    if let total = anchors.total {
      let missing = total - sum(0, 0...100) - sum(1, 0...100)
      spread(missing, rates, anchors.elderly == nil ? 0...100 : 0...59)
    }
    for d in 0..<2 { netMigrants[d] = sum(d, 0...100) - settled[d] }
  }

  private mutating func spread(_ migrants: Double, _ rates: PlainRates, _ ages: ClosedRange<Int>) {
    for d in 0..<2 {
      for sex in Sex.allCases {
        for x in ages {
          let part = profile[Age(x), sex] / profile.sum(ages)
          persons[d][sex.rawValue][x] += migrants * rates.migrantShare[d] * part
        }
      }
    }
  }

  func sum(_ district: Int, _ ages: ClosedRange<Int>) -> Double {
    persons[district].reduce(0) { total, people in people[ages].reduce(total, +) }
  }
}
