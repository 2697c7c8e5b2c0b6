import Domain
import Foundation
import Simulation

/// The ledger of one district in plain loops, from the parameters: nothing of it is shared with the model but how
/// values are dated.
struct PlainLedger {
  let results: Results
  let area: Int

  func parameter(_ path: String, _ year: Year, mean: Bool = false) -> Double {
    guard let resolved = results.plan.parameters.all.first(where: { $0.parameter.path == path }) else { return .nan }
    let series = resolved.series(in: area)
    func value(_ year: Year) -> Double { (mean ? series.mean(in: year) : series.value(in: year)).first }
    guard value(year).isNaN, let last = (2020..<year).last(where: { !value($0).isNaN }) else { return value(year) }
    // After its last date it goes on with the minimum-living standard.
    let standard = "benefits.dibao.standard_of_year"
    return value(last) * result(standard, year) / result(standard, last)
  }

  func result(_ name: String, _ year: Year) -> Double {
    results.value(name, area: area, year: year) ?? results.step(name, area: area, year: year) ?? .nan
  }

  static let levels = ["intact", "mild", "moderate", "severe", "complete"]

  /// A level's line of the ledger.
  struct Line {
    var people = 0.0
    var seek = 0.0
    var bed = 0.0
    var community = 0.0
    var family = 0.0
    var home = 0.0
    var help = 0.0
    var insuredHelp = 0.0
    var poorHelp = 0.0
    /// Work hours of the year.
    var bedHours = 0.0
    var placeHours = 0.0
    var communityHours = 0.0
    var familyHours = 0.0
    var helpHours = 0.0
    /// Hours a month at home, usual and insured.
    var hours = (0.0, 0.0)
    var familyHoursEach = (0.0, 0.0)
    var admitted = 0.0
    /// Shares served: least and rest in institutions, then the others.
    var served = [1.0, 1, 1, 1, 1]
  }

  struct Books {
    var lines: [Line]
    var lightHours: Double
    var lightServed: Double
    var respiteHours: Double
    var respiteServed: Double
    var given: Double
    var sought: Double
  }

  func ledger(_ year: Year) -> Books {
    func p(_ path: String) -> Double { parameter(path, year) }
    func m(_ path: String) -> Double { parameter(path, year, mean: true) }
    let poor = result("benefits.poor_share", year)
    var lines: [Line] = []
    for (i, level) in PlainLedger.levels.enumerated() {
      var line = Line()
      line.people = result("care.people.\(level)", year)
      var pull = pow(p("care.institution.fee"), p("care.response.price_places"))
      if i >= 2 {
        line.admitted = p(i == 2 ? "benefits.ltc_insurance.takeup_moderate" : "benefits.ltc_insurance.takeup")
        let bill = p("fiscal.institution_running.unit_cost_\(level)") * p("care.institution.fee")
        let own = max(
          1 - m("benefits.ltc_insurance.day_\(level)") * 365 / 12 / bill, p("care.institution.least_own_share"))
        pull *= 1 + line.admitted * (pow(own, p("care.response.price_places")) - 1)
      }
      line.seek = min(
        line.people, line.people * p("care.institution.use_\(level)") * p("care.institution.district_factor") * pull)
      lines.append(line)
    }
    let seeking = lines.reduce(0) { $0 + $1.seek }
    let usable = result("care.beds.stock", year) * p("care.beds.occupancy_limit")
    let bedded = seeking > 0 ? min(1, usable / seeking) : 1
    let familyBeds = result("care.beds.family_care", year) * p("care.family_beds.in_use")
    let (month, cover, tau) = (
      p("care.staffing.productive_hours"), p("care.staffing.cover"), p("care.staffing.work_per_contact_hour")
    )
    var respite = 0.0
    for (i, level) in PlainLedger.levels.enumerated() {
      var line = lines[i]
      line.bed = line.seek * bedded
      line.community = min(line.people * p("care.community.use_\(level)"), line.people - line.seek)
      let each = month * cover / p("care.staffing.residents_per_worker_\(level)") * 12
      line.bedHours = line.bed * each
      line.placeHours = line.seek * each
      line.communityHours = line.community * month / p("care.staffing.community_users_per_worker") * 12
      if i >= 2 {
        line.family = min(
          familyBeds * p("care.family_beds.share_\(level)"), line.people - line.seek - line.community)
        line.home = line.people - line.bed - line.community - line.family
        let usual = p("care.home.takeup_\(level)")
        let more = max(0, line.admitted - usual) * p("care.response.insurance_home_help")
        let anyway = line.home * (usual + more)
        let drawn = p("care.response.subsidy_home_help") * poor * (line.home - anyway)
        line.help = anyway + drawn
        line.insuredHelp = line.home * (min(usual, line.admitted) + more)
        line.poorHelp = poor * anyway + drawn
        let cap = m("benefits.ltc_insurance.hours_\(level)") * p("benefits.ltc_insurance.hours_used")
        line.hours = (p("care.home.hours_\(level)"), max(p("care.home.hours_\(level)"), cap))
        line.familyHoursEach = (p("care.family_beds.hours_\(level)"), max(p("care.family_beds.hours_\(level)"), cap))
        line.helpHours =
          12 * tau * (line.insuredHelp * line.hours.1 + (line.help - line.insuredHelp) * line.hours.0)
        line.familyHours =
          12 * tau * line.family
          * ((1 - line.admitted) * line.familyHoursEach.0 + line.admitted * line.familyHoursEach.1)
        respite +=
          (line.people - line.bed) * p("care.respite.takeup_\(level)") * p("care.respite.days") / 365 * each
      }
      lines[i] = line
    }
    // Guests take the beds that residents leave.
    let demand = result("care.respite.demand", year)
    respite *= demand > 0 ? min(demand, max(usable - seeking * bedded, 0)) / demand : 0
    let light =
      result("benefits.service_subsidy.light_money", year) * p("care.light.hours_part") / p("fiscal.light.unit_cost")
      * tau
    return serve(lines, light: light, respite: respite, year)
  }

  private func serve(_ given: [Line], light: Double, respite: Double, _ year: Year) -> Books {
    var lines = given
    let least = parameter("care.staffing.least_density", year)
    let beds = lines.reduce(0) { $0 + $1.bedHours }
    func elsewhere(_ levels: Range<Int>) -> Double {
      levels.reduce(0) { $0 + lines[$1].communityHours + lines[$1].familyHours + lines[$1].helpHours }
    }
    let ranks = [least * beds, elsewhere(3..<5), elsewhere(0..<3) + light + respite, (1 - least) * beds]
    var left = result("care.workers.stock", year) * parameter("care.staffing.productive_hours", year) * 12
    var served: [Double] = []
    for rank in ranks {
      served.append(rank > 0 ? min(1, left / rank) : 1)
      left = max(left - rank, 0)
    }
    for i in lines.indices {
      let own = served[i >= 3 ? 1 : 2]
      lines[i].served = [served[0], served[3], own, own, own]
    }
    let work = zip(ranks, served).reduce(0) { $0 + $1.0 * $1.1 }
    let sought =
      lines.reduce(0) { $0 + $1.placeHours + $1.communityHours + $1.familyHours + $1.helpHours } + light + respite
    return Books(
      lines: lines, lightHours: light, lightServed: served[2], respiteHours: respite, respiteServed: served[2],
      given: work, sought: sought)
  }
}
