import ArgumentParser
import Domain
import Inputs
import Reports

/// Lists the indicators a run computes.
struct Indicators: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("列出或查找指标：单位、含义与公式。", "List or find indicators: unit, meaning and formula."))

  static let examples = ["minzheng indicators 护理员", "minzheng indicators care.workers --lang en"]

  @Argument(
    help: .bilingual(
      "名称、名称的开头，或名称、标签中的词（中英文均可）。", "A name, the beginning of one, or words of a name or label in either language."),
    completion: .indicators)
  var name: [String] = []

  @OptionGroup var listing: ListingOptions

  var lang: Language { listing.lang }

  var writes: Bool { false }

  func work() throws {
    let dataset = try listing.read()
    let sought = name.joined(separator: " ")
    let list = IndicatorList(dataset, foundBy: sought, language: lang)
    if list.isEmpty { throw listing.nothing(named: sought, in: dataset.indicatorSearch) }
    try say(listing.format.text(of: list.page, rows: list.rows))
  }
}
