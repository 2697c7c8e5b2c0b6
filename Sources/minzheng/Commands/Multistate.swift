import ArgumentParser
import Domain
import Inputs
import Reports

/// Carries people between states on by a table of transitions.
struct Multistate: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("按转移概率表推算各状态人数与预期年数。", "Follow cohorts between states by yearly transition probabilities."),
    discussion: bilingual(
      """
      转移表有 from,to,age,sex,probability 五列：处于 from 状态的该确切年龄的人一年后处于 to 状态的概率；\
      留下的为其余部分，没有行离开的状态为吸收状态。--start 的文件有 sex,age,state,persons 四列。
      """,
      """
      TABLE has the columns from,to,age,sex,probability: the probability that a person of this exact age in the \
      state 'from' is in the state 'to' a year later. Staying is what the others leave. A state that no row \
      leads out of is absorbing. START has the columns sex,age,state,persons.
      """))

  static let examples = ["minzheng multistate transitions.csv --start start.csv --out out/multistate"]

  @Argument(
    help: .bilingual("转移概率的 CSV 文件。", "A CSV file of transition probabilities."), completion: .file(extensions: ["csv"])
  )
  var table: String

  @Option(
    help: .bilingual("第 0 年按性别、确切年龄和状态分的人数的 CSV 文件。", "A CSV file of persons by sex, exact age and state in year 0."),
    completion: .file(extensions: ["csv"]))
  var start: String

  @Option(help: .bilingual("输出文件夹。", "The folder to write to."))
  var out: Folder

  @OptionGroup var form: OutputForm

  @Option(
    help: .bilingual(
      "最多推算几年；不写则到表的最后年龄。", "Follow cohorts for so many years at most; to the end of the table when not given."))
  var years: Int?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    try require("--years", years, in: 0...Limits.ages.upperBound)
  }

  var lang: Language { language.lang }

  func work() throws {
    let folder = try publisher(out.path, reading: [table, start])
    let cohorts = try StateCohorts(table: table, start: start)
    complain(warningText(cohorts.warnings, language: lang))
    let results: MultistateResults
    do { results = try MultistateResults(cohorts, years: years) } catch { throw Refusal(error, in: lang) }
    try folder.publish(form.of(commandFiles(results.files, inputs: cohorts.sources, made: .now)))
    try say(results.summary(lang).text())
  }
}
