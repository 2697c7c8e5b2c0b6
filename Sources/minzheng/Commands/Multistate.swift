import ArgumentParser
import Domain
import Inputs
import Reports

/// Carries people between states on by a table of transitions.
struct Multistate: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "按转移概率表推算各状态人数与预期年数。 Follow cohorts between states by yearly transition probabilities.",
    discussion: """
      TABLE has the columns from,to,age,sex,probability: the probability that a person of this exact age in the state \
      'from' is in the state 'to' a year later. Staying is what the others leave. A state that no row leads out of is \
      absorbing. START has the columns sex,age,state,persons.
      """)

  @Argument(help: "A CSV file of transition probabilities.")
  var table: String

  @Option(help: "A CSV file of persons by sex, exact age and state in year 0.")
  var start: String

  @Option(help: "The folder to write to.")
  var out: Folder

  @OptionGroup var form: OutputForm

  @Option(help: "Follow cohorts for so many years at most; to the end of the table when not given.")
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
