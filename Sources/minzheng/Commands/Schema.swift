import ArgumentParser
import Domain
import Reports

/// Prints what may stand in a file, for editors and other programs.
struct Schema: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "输出情景、研究或规划文件的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of scenario, study or plan files, for editors."),
    discussion: bilingual(
      "以 '# yaml-language-server: $schema=文件' 开头的 YAML 文件，由懂 YAML 的编辑器补全和检查。参数、指标和区县为数据集的。",
      """
      A file that begins with '# yaml-language-server: $schema=FILE' is completed and checked by editors that \
      know YAML. The parameters, indicators and districts are those of the dataset.
      """))

  static let examples = ["minzheng schema scenario > schemas/scenario.json"]

  /// The files that have a schema.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case scenario, study, plan
  }

  @Argument(help: .bilingual("scenario（情景）、study（研究）或 plan（规划）。", "scenario, study or plan."))
  var subject: Subject

  @Option(
    help: .bilingual(
      "数据集；不写则为 MINZHENG_DATA 所指的，再则为随程序安装的。",
      "The dataset; when not given that of MINZHENG_DATA, else the installed one."), completion: .datasets)
  var dataset: Folder?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  var writes: Bool { false }

  func work() throws {
    let dataset = try readDataset(dataset)
    switch subject {
    case .scenario: try say(ScenarioSchema(dataset, language: lang).json)
    case .study: try say(StudySchema(dataset, language: lang).json)
    case .plan: try say(PlanSchema(dataset, language: lang).json)
    }
  }
}
