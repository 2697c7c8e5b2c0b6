import ArgumentParser
import Domain
import Inputs
import Reports

/// Lists the indicators a run computes.
struct Indicators: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出指标：单位、含义与公式。 List the indicators: unit, meaning and formula.")

  @Argument(help: "The beginning of a name, such as care.workers.")
  var name = ""

  @OptionGroup var listing: ListingOptions

  var lang: Language { listing.lang }

  func work() throws {
    let dataset = try listing.read()
    let table = indicatorTable(dataset, startingWith: name, language: lang)
    if table.rows.isEmpty { throw listing.nothing(named: name, among: dataset.indicatorNames) }
    try say(listing.format.text(of: table))
  }
}
