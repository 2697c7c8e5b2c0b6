import ArgumentParser
import Domain
import Formulas
import Inputs

/// What the listing commands share.
struct ListingOptions: ParsableArguments {
  @Option(
    help: .bilingual(
      "数据集；不写则为 MINZHENG_DATA 所指的，再则为随程序安装的。",
      "The dataset; when not given that of MINZHENG_DATA, else the installed one."), completion: .datasets)
  var dataset: Folder?

  @OptionGroup var language: LanguageOption

  @Option(help: .bilingual("table、csv、json 或 md。", "table, csv, json or md."))
  var format: Format = .table

  var lang: Language { language.lang }

  /// Reads the dataset named, or the installed one.
  func read() throws -> Dataset { try readDataset(dataset) }

  /// The error for a name that nothing has.
  func nothing(named name: String, in search: NameSearch) -> InputError {
    InputError(ofFile: name, .unknown(name, kind: Label(zh: "参数或指标", en: "parameter or indicator"), in: search))
  }
}

/// Reads a dataset, or the installed one where none is named.
func readDataset(_ folder: Folder?) throws -> Dataset {
  guard let directory = folder.map({ package($0.path) }) ?? Installation.dataset else {
    throw InputError(ofFile: "--dataset", .noDataset)
  }
  return try Dataset(directory: directory)
}

/// The folder of a package that is named by its path, or by its name where it came with the program.
func package(_ name: String) -> String { Installation.shipped.path(name, .dataset) }

/// The error for the name of a district that nothing has.
func unknownDistrict(_ name: String, among areas: Areas) -> InputError {
  InputError(ofFile: "--district", .noDistrict(name, in: areas, orCity: true))
}

/// The error for the name of an indicator that nothing has.
func unknownIndicator(_ name: String, among indicators: [Indicator], at place: String) -> InputError {
  InputError(ofFile: place, .noIndicator(name, among: indicators))
}
