import ArgumentParser
import Domain
import Inputs
import Reports

extension Evidence: ExpressibleByArgument {}

/// Enters a published figure in a data package.
struct RecordCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "填报一个公布数：写入 observed.csv 并重新封存。 Enter a published figure in observed.csv, and seal the package again.",
    discussion: """
      Example: minzheng record nursing_bed_share_pct 2025 63.5% --source fyp14 --dataset datasets/hangzhou
      Example: minzheng record care.beds.stock 2025 '6120 张' --district 淳安县 --source ageing2024

      The source is an id of SOURCES.md: enter it there first. A package that has changed since it was sealed is refused. \
      A figure of a year after known_until counts once that is set to it.
      """)

  @Argument(help: "A target's id, or an indicator.")
  var name: String

  @Argument(help: "The year it is of; a stock is that of 31 December.")
  var year: Int

  @Argument(help: "The figure with its unit, such as 63.5% or '6120 张'.")
  var value: String

  @Option(help: "The district it is of; the city when not given.")
  var district: String?

  @Option(help: "Id of its source, as SOURCES.md lists it.")
  var source: String

  @Option(help: "enacted, observed, recalled, estimated or assumed.")
  var evidence: Evidence = .observed

  @Flag(help: "Overwrite what was published of the same area and year.")
  var replace = false

  @Option(help: "The dataset; the installed one when not given.")
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
    try say(recordText(figure, dataset, language: lang))
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
