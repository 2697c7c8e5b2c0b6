import ArgumentParser
import Domain
import Reports

/// Prints what may stand in a file, for editors and other programs.
struct Schema: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "输出情景或研究文件的 JSON Schema，供编辑器补全和检查。 Print the JSON Schema of scenario or study files, for editors.",
    discussion: """
      A scenario that begins with '# yaml-language-server: $schema=FILE' is completed and checked by editors that know YAML. \
      The parameters and districts are those of the dataset.
      """)

  /// The files that have a schema.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case scenario, study
  }

  @Argument(help: "scenario or study.")
  var subject: Subject

  @Option(help: "The dataset; the installed one when not given.")
  var dataset: Folder?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() throws {
    let dataset = try readDataset(dataset)
    switch subject {
    case .scenario: try say(ScenarioSchema(dataset, language: lang).json)
    case .study: try say(StudySchema(dataset, language: lang).json)
    }
  }
}
