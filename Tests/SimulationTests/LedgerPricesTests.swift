import Domain
import Formulas
import Simulation
import Testing

/// What is charged in drawn worlds, computed from what was got and from the prices drawn.
struct LedgerPricesTests {
  private static let levels = ["intact", "mild", "moderate", "severe", "complete"]
  private static let draws = 24
  private static let indicators = [
    "care.paid.institution.all", "care.paid.home.all", "care.paid.home.service_subsidy", "care.paid.family_bed.all",
    "care.ledger.institution.got", "care.ledger.community.got", "care.ledger.family_bed.got",
    "care.ledger.home.contact_hours", "care.ledger.family_bed.contact_hours", "care.ledger.light.contact_hours",
    "care.respite.beds", "fiscal.line.community_care", "fiscal.line.respite", "benefits.service_subsidy.payment",
  ]
  private static let prices = [
    "fiscal.institution_running.unit_cost_moderate", "care.institution.fee", "fiscal.home_help.unit_cost",
    "fiscal.family_bed_care.unit_cost", "fiscal.community_care.unit_cost", "fiscal.respite.unit_cost",
    "fiscal.light.unit_cost", "care.light.hours_part",
  ]

  /// Hangzhou where a place in an institution costs the same at every level, so that its bill needs no levels.
  private static func plan() throws -> Plan {
    let city = try Cities.hangzhou()
    var values = city.values
    // One price, and so without ranges that would be drawn level by level.
    var price = values["fiscal.institution_running.unit_cost_moderate"]
    let stated = price?.city ?? []
    price?.city = stated.map {
      DatedValue(from: $0.from, value: $0.value, evidence: $0.evidence, source: $0.source, known: $0.known)
    }
    for level in levels { values["fiscal.institution_running.unit_cost_\(level)"] = price }
    return try city.with(values: values).plan(to: 2032)
  }

  @Test func everySettingIsPaidAtItsPriceInEveryMember() async throws {
    let plan = try LedgerPricesTests.plan()
    let results = try await plan.run(
      EnsembleOptions(draws: LedgerPricesTests.draws, threads: 2, kept: LedgerPricesTests.indicators))
    let worlds = try WorldSample(plan, members: LedgerPricesTests.draws)
    var bills: [String: Set<Double>] = [:]
    for year in 2026...2032 {
      for area in results.areas.districts.indices {
        let found = LedgerPricesTests.indicators.map { ($0, results.members($0, area: area, year: year) ?? []) }
        let drawn = LedgerPricesTests.prices.map { ($0, worlds.values($0, year, area: area)) }
        let values = Dictionary(uniqueKeysWithValues: found + drawn)
        for member in 0..<LedgerPricesTests.draws {
          for bill in LedgerPricesTests.bills({ values[$0]?[member] ?? .nan }) {
            #expect(near(bill.paid, bill.due, 1e-9), "\(bill.setting), area \(area), \(year), member \(member + 1)")
            bills[bill.setting, default: []].insert(bill.paid)
          }
        }
      }
    }
    // Most worlds, districts and years have a bill of their own.
    #expect(bills.count == 6 && bills.values.allSatisfy { $0.count > 1000 })
  }

  private static func bills(_ value: (String) -> Double) -> [(setting: String, paid: Double, due: Double)] {
    let hour = value("fiscal.home_help.unit_cost")
    return [
      (
        "institution", value("care.paid.institution.all"),
        value("care.ledger.institution.got") * value("fiscal.institution_running.unit_cost_moderate")
          * value("care.institution.fee") * 12
      ),
      ("home", value("care.paid.home.all"), value("care.ledger.home.contact_hours") * hour),
      (
        "family bed", value("care.paid.family_bed.all"),
        value("care.ledger.family_bed.contact_hours") * hour
          + value("care.ledger.family_bed.got") * value("fiscal.family_bed_care.unit_cost") * 12
      ),
      (
        "community", value("fiscal.line.community_care"),
        value("care.ledger.community.got") * value("fiscal.community_care.unit_cost") * 12
      ),
      (
        "respite", value("fiscal.line.respite"), value("care.respite.beds") * value("fiscal.respite.unit_cost") * 365
      ),
      (
        "light", value("benefits.service_subsidy.payment") - value("care.paid.home.service_subsidy"),
        value("care.ledger.light.contact_hours") * value("fiscal.light.unit_cost") / value("care.light.hours_part")
      ),
    ]
  }
}
