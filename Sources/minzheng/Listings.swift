import ArgumentParser
import Domain
import Inputs
import Reports
import Tables

/// Lists the parameters a scenario can set.
struct Parameters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出参数：单位、范围、取值与把握。 List the parameters: unit, range, value and how firm it is.")

  @Argument(help: "The beginning of a path, such as care.beds.")
  var path = ""

  @OptionGroup var listing: ListingOptions

  func run() throws {
    try listing.show { dataset in parameterTable(dataset, startingWith: path, language: listing.lang) }
  }
}

/// Lists the indicators a run computes.
struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出指标：单位、含义与公式。 List the indicators: unit, meaning and formula.")

  @Argument(help: "The beginning of a name, such as care.workers.")
  var name = ""

  @OptionGroup var listing: ListingOptions

  func run() throws {
    try listing.show { dataset in indicatorTable(dataset, startingWith: name, language: listing.lang) }
  }
}

/// What the listing commands share.
struct ListingOptions: ParsableArguments {
  @Option(help: "The dataset; the installed one when not given.")
  var dataset: String?

  @Option(help: "Language of labels and messages: zh or en.")
  var lang: Language = .zh

  @Option(help: "table, csv, json or md.")
  var format: Run.Format = .table

  /// Reads the dataset and prints a table of it.
  func show(_ table: (Dataset) -> Table) throws {
    try reportingErrors(in: lang) {
      guard let directory = dataset ?? installedDataset() else {
        throw InputError([Diagnostic(file: "--dataset", problem: .noDataset)])
      }
      let table = table(try Dataset(directory: directory))
      switch format {
      case .table: print(table.text(), terminator: "")
      case .csv: print(table.csv, terminator: "")
      case .json: print(table.json)
      case .md: print(table.markdown, terminator: "")
      }
    }
  }
}
