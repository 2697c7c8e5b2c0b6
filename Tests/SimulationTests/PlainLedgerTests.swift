import Domain
import Simulation
import Testing

/// The model's ledger against plain loops, for districts of both cities over three years.
struct PlainLedgerTests {
  private static let cases: [(city: String, area: Int)] = [("tinytown", 0), ("hangzhou", 5), ("hangzhou", 11)]
  private static let years = 2025...2027

  private func ledgers(_ city: String, _ area: Int) throws -> PlainLedger {
    PlainLedger(results: try Cities.city(named: city).run(to: 2027), area: area)
  }

  private func expect(
    _ plain: PlainLedger, _ name: String, _ year: Year, _ expected: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = plain.result(name, year)
    #expect(
      near(found, expected, 1e-9) || abs(found - expected) < 1e-9, "\(name), \(year): \(found) for \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: cases)
  func personsAndHoursOfEachSetting(city: String, area: Int) throws {
    let plain = try ledgers(city, area)
    for year in PlainLedgerTests.years {
      let ledger = plain.ledger(year)
      let lines = ledger.lines
      func sum(_ term: (PlainLedger.Line) -> Double) -> Double { lines.reduce(0) { $0 + term($1) } }
      expect(plain, "care.ledger.institution.sought", year, sum { $0.seek })
      expect(plain, "care.ledger.institution.got", year, sum { $0.bed * $0.served[0] })
      expect(plain, "care.ledger.community.sought", year, sum { $0.community })
      expect(plain, "care.ledger.community.got", year, sum { $0.community * $0.served[2] })
      expect(plain, "care.ledger.family_bed.sought", year, sum { $0.family })
      expect(plain, "care.ledger.family_bed.got", year, sum { $0.family * $0.served[3] })
      expect(plain, "care.ledger.home.sought", year, sum { $0.help })
      expect(plain, "care.ledger.home.got", year, sum { $0.help * $0.served[4] })
      expect(plain, "care.ledger.home.hours_sought", year, sum { $0.helpHours })
      expect(plain, "care.ledger.light.hours_given", year, ledger.lightHours * ledger.lightServed)
      expect(plain, "care.ledger.respite.hours_given", year, ledger.respiteHours * ledger.respiteServed)
      let month = plain.parameter("care.staffing.productive_hours", year)
      expect(plain, "care.workers.needed", year, ledger.sought / (12 * month))
      expect(plain, "care.workers.at_work", year, ledger.given / (12 * month))
      let unmet = zip(PlainLedger.levels, lines).dropFirst().reduce(0.0) { total, pair in
        let (level, line) = pair
        let got =
          line.bed * line.served[0] + line.community * line.served[2] + line.family * line.served[3]
          + line.help * line.served[4]
        return total + max(plain.parameter("care.norm.\(level)", year) * line.people - got, 0)
      }
      expect(plain, "care.unmet_need", year, unmet)
    }
  }

  /// Workers of a year by those of the year before, who leaves, who is hired and who passes.
  @Test(arguments: cases)
  func workersMoveByExitsHiresAndTraining(city: String, area: Int) throws {
    let plain = try ledgers(city, area)
    for year in PlainLedgerTests.years {
      func p(_ name: String) -> Double { plain.parameter("care.workers.\(name)", year) }
      func before(_ name: String) -> Double { plain.result("care.workers.\(name)", year - 1) }
      // Nobody changes pay here, so exits and hires are the dataset's.
      let share = plain.result("care.workers.district_share", year)
      let leaving = p("uncertified_exit_rate")
      let hired = p("hires") * share + min(p("shortage_filled"), 1 - leaving) * max(before("shortage"), 0)
      let candidates = before("uncertified") * (1 - leaving) + hired
      let passed = min(p("training_intake") * share, candidates) * p("pass_rate")
      expect(plain, "care.workers.certified", year, before("certified") * (1 - p("exit_rate")) + passed)
      expect(plain, "care.workers.uncertified", year, candidates - passed)
    }
  }

  /// Shares of districts go with the work of the base year and with older people since.
  @Test func hiresFollowThePeople() throws {
    let results = try Cities.hangzhou().run(to: 2027)
    let weights = results.areas.districts.indices.map { area in
      let plain = PlainLedger(results: results, area: area)
      return plain.ledger(2020).sought / plain.result("population.aged_60_plus", 2020)
        * plain.result("population.aged_60_plus", 2027)
    }
    for area in results.areas.districts.indices {
      let share = results.step("care.workers.district_share", area: area, year: 2027)
      #expect(near(share, weights[area] / weights.reduce(0, +), 1e-9))
    }
  }

  /// Three programmes' payments, person by person: each its right, or what is left of the bill.
  @Test(arguments: cases)
  func programmesPayForCareThatIsGiven(city: String, area: Int) throws {
    let plain = try ledgers(city, area)
    for year in PlainLedgerTests.years {
      func p(_ path: String) -> Double { plain.parameter(path, year) }
      func m(_ path: String) -> Double { plain.parameter(path, year, mean: true) }
      let lines = plain.ledger(year).lines
      let poor = plain.result("benefits.poor_share", year)
      let price = p("fiscal.home_help.unit_cost")
      let rate = m("benefits.ltc_insurance.hour_rate")
      let destitute = plain.result("benefits.destitute.recipients", year) * p("benefits.destitute.in_homes")
      let parts = [
        1 - p("benefits.destitute.share_partly") - p("benefits.destitute.share_fully"), 0,
        p("benefits.destitute.share_partly"), 0, p("benefits.destitute.share_fully"),
      ]
      var (insurance, service, nursing) = (0.0, 0.0, 0.0)
      for (i, level) in PlainLedger.levels.enumerated() where i >= 2 {
        let line = lines[i]
        let cap = m("benefits.ltc_insurance.hours_\(level)")
        // At home: insured, then people of poor families without insurance.
        let insured = line.insuredHelp * line.served[4]
        let bill = line.hours.1 * price
        let paid = min(min(line.hours.1, cap) * rate, bill)
        let right = m("benefits.service_subsidy.\(level)")
        insurance += insured * paid
        let poorHelp = line.poorHelp * line.served[4]
        service += insured * poor * min(right, bill - paid)
        service += (poorHelp - insured * poor) * min(right, line.hours.0 * price)
        // With a family bed.
        let family = line.family * line.served[3] * line.admitted
        insurance +=
          family
          * min(
            min(line.familyHoursEach.1, cap) * rate,
            line.familyHoursEach.1 * price + p("fiscal.family_bed_care.unit_cost"))
        // In an institution: after the running subsidy.
        let residents = line.bed * line.served[0]
        let charge = p("fiscal.institution_running.unit_cost_\(level)") * p("care.institution.fee")
        let left = charge - min(m("fiscal.running_subsidy.disabled"), charge)
        let day = min(m("benefits.ltc_insurance.day_\(level)") * 365 / 12, left)
        insurance += residents * line.admitted * day
        let others = residents - min(destitute * parts[i], residents)
        let amount = m("benefits.nursing_subsidy.\(level)")
        nursing +=
          others * poor
          * (line.admitted * min(amount, left - day) + (1 - line.admitted) * min(amount, left))
      }
      expect(plain, "benefits.ltc_insurance.payment", year, 12 * insurance)
      expect(plain, "benefits.nursing_subsidy.payment", year, 12 * nursing)
      let light = plain.result("benefits.service_subsidy.light_money", year) * plain.ledger(year).lightServed
      expect(plain, "benefits.service_subsidy.payment", year, 12 * service + light)
    }
  }

  /// What an account had, took in and spent is what it carries over.
  @Test func theFundsAccountAddsUp() throws {
    let plain = try ledgers("hangzhou", 11)
    for year in PlainLedgerTests.years {
      let carried =
        plain.result("fund.carried_over", year - 1) + plain.result("fund.revenue", year)
        - plain.result("fund.spent", year)
      expect(plain, "fund.carried_over", year, carried)
    }
  }
}
