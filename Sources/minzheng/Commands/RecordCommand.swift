import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

extension Evidence: ExpressibleByArgument {}

/// Enters a published figure in a data package.
struct RecordCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: bilingual(
      "填报一个公布数：写入 observed.csv 并重新封存。", "Enter a published figure in observed.csv, and seal the package again."),
    discussion: bilingual(
      "来源是 SOURCES.md 中的编号，请先在那里登记。封存之后改动过的数据包不予接受。known_until 之后年份的数，待 known_until 改到那一年才起作用。",
      """
      The source is an id of SOURCES.md: enter it there first. A package that has changed since it was sealed \
      is refused. A figure of a year after known_until counts once that is set to it.
      """))

  static let examples = [
    "minzheng record nursing_bed_share_pct 2025 63.5% --source fyp14 --dataset datasets/hangzhou",
    "minzheng record care.beds.stock 2025 '6120 张' --district 淳安县 --source ageing2024",
  ]

  @Argument(help: .bilingual("目标的编号，或指标名。", "A target's id, or an indicator."), completion: .indicators)
  var name: String

  @Argument(help: .bilingual("年份；存量为 12 月 31 日的数。", "The year it is of; a stock is that of 31 December."))
  var year: Int

  @Argument(help: .bilingual("数值及单位，如 63.5% 或 '6120 张'。", "The figure with its unit, such as 63.5% or '6120 张'."))
  var value: String

  @Option(help: .bilingual("区县；不写则为全市。", "The district it is of; the city when not given."), completion: .districts)
  var district: String?

  @Option(help: .bilingual("来源的编号，见 SOURCES.md。", "Id of its source, as SOURCES.md lists it."))
  var source: String

  @Option(
    help: .bilingual(
      "enacted（已公布施行）、observed（公布数）、recalled（回忆）、estimated（估计）或 assumed（假设）。",
      "enacted, observed, recalled, estimated or assumed."))
  var evidence: Evidence = .observed

  @Flag(help: .bilingual("覆盖同一地区、同一年份已填的公布数。", "Overwrite what was published of the same area and year."))
  var replace = false

  @Option(
    help: .bilingual(
      "数据集；不写则为 MINZHENG_DATA 所指的，再则为随程序安装的。",
      "The dataset; when not given that of MINZHENG_DATA, else the installed one."), completion: .datasets)
  var dataset: Folder?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() throws {
    let dataset = try readDataset(dataset)
    guard dataset.seal.isSealed, dataset.seal.changed.isEmpty else {
      throw Refusal(sealText(dataset, language: lang), Exit.badInput)
    }
    let typed = PublishedFigure.Typed(
      name: name, year: year, value: value, district: district, source: source, evidence: evidence)
    let figure = try PublishedFigure(typed, dataset)
    if !replace, let earlier = figure.earlier {
      let written = Quantity.written(earlier.value, in: figure.indicator.unit)
      throw InputError(
        ofFile: name, .alreadyPublished(name: figure.indicator.name, year: year, value: written, source: earlier.source)
      )
    }
    try enter(figure, in: dataset)
    try say(recordText(figure, dataset, city: try city(figure, dataset), language: lang))
  }

  /// What the city came to in the figure's year and comes to now; nil for a figure of the city, or one that counts later.
  private func city(_ figure: PublishedFigure, _ before: Dataset) throws -> (before: Double, after: Double)? {
    guard figure.area != before.city.areas.cityIndex, figure.year <= before.city.informationDate else { return nil }
    let values = try [before, Dataset(directory: before.directory)].map { dataset in
      do {
        return try Plan(dataset.trial).run().city(figure.indicator.name, figure.year)
      } catch let error as RunError {
        throw Refusal(error, dataset.city.areas, in: lang)
      }
    }
    guard let old = values[0], let new = values[1] else { return nil }
    return (old, new)
  }

  /// Writes the table and seals the package; where that makes it unsound, the table is put back as it was.
  private func enter(_ figure: PublishedFigure, in dataset: Dataset) throws {
    let directory = dataset.directory
    let place = "\(directory)/\(PublishedFigure.table)"
    let (before, after) = (try Inputs.contents(of: place), try figure.entered())
    let table = try publisher(file: File(place), reading: [])
    try table.publish(after)
    do {
      _ = try PackageCheck(directory).sound()
      guard let sealed = PackageSeal.sealed(directory) else {
        throw InputError(ofFile: "\(directory)/datapackage.json", .notJSON)
      }
      try publisher(file: File("\(directory)/datapackage.json"), reading: []).publish([UInt8](sealed.utf8))
    } catch {
      try table.publish(before)
      throw error
    }
  }
}
