import Domain
import Inputs
import Population
import Tables

/// What becomes of a start under a table of transitions: who is where, and years still to be lived in each state.
public struct MultistateResults: Sendable {
  private let table: TransitionTable
  /// The path of each cohort, year 0 first, women before men, the youngest first.
  private let paths: [[Cohort]]
  /// By sex, in the order of the table.
  private let expectancies: [Expectancies]

  /// - Parameter years: cohorts are followed for so many years at most; nil for all that the table has.
  /// - Throws: ``MultistateError`` when the persons of a cohort do not stay as many as they were.
  public init(_ cohorts: StateCohorts, years: Int?) throws(MultistateError) {
    let table = cohorts.table
    self.table = table
    paths = try cohorts.start.map { cohort throws(MultistateError) in try table.follow(cohort, years: years) }
    expectancies = try table.sexes.map { sex throws(MultistateError) in try table.expectancies(sex) }
  }

  /// The files, in the order they are listed.
  public var files: [OutputFile] {
    [MultistateResults.distribution.written(self), MultistateResults.expectancyTable.written(self)]
  }

  private typealias Count = (year: Int, cohort: Cohort, state: String, persons: Double)

  /// Persons by year after the start, sex, age and state, the absorbing ones included.
  static let distribution = OutputTable<MultistateResults>(
    "distribution.csv", zh: "各年、性别、年龄和状态的人数", en: "persons by year, sex, age and state",
    [
      .year { (row: Count) in row.year }, .text("sex", isKey: true) { $0.cohort.sex.name },
      .integer("age", isKey: true) { $0.cohort.age }, .text("state", isKey: true) { $0.state },
      .number("persons") { $0.persons },
    ]
  ) { results, add in
    for year in 0..<(results.paths.map(\.count).max() ?? 0) {
      for path in results.paths where year < path.count {
        for (state, persons) in zip(results.table.states, path[year].persons) {
          add((year, path[year], state, persons))
        }
      }
    }
  }

  private typealias Years = (sex: Sex, age: Int, from: String, state: String, years: Double)

  /// Years by sex, age, state now and state lived in.
  static let expectancyTable = OutputTable<MultistateResults>(
    "expectancies.csv", zh: "按性别、年龄和现状态，在每个状态的预期年数", en: "expected years in each state by sex, age and state now",
    [
      .text("sex", isKey: true) { (row: Years) in row.sex.name }, .integer("age", isKey: true) { $0.age },
      .text("from", isKey: true) { $0.from }, .text("state", isKey: true) { $0.state },
      .number("years") { $0.years },
    ]
  ) { results, add in
    for expected in results.expectancies {
      for age in expected.ages {
        for row in results.rows(expected, at: age) {
          for state in results.table.transient {
            add((expected.sex, age, row.from, results.table.states[state], row.years[state]))
          }
        }
      }
    }
  }

  /// Years by state for a person in each state that the table describes, and for the average of the start,
  /// in the order of names.
  private func rows(_ expected: Expectancies, at age: Int) -> [(from: String, years: [Double])] {
    var rows = table.transient.filter { table.describes(expected.sex, age, from: $0) }
      .map { (from: table.states[$0], years: Array(expected.years(at: age, from: $0))) }
    let start = paths.compactMap(\.first).first { $0.sex == expected.sex && $0.age == age }
    if let average = start.flatMap({ table.average(expected, over: $0) }) {
      rows.append((from: allStates, years: average))
    }
    return rows.sorted { $0.from < $1.from }
  }
}

extension MultistateResults {
  /// Years to be lived in each state from the youngest age on.
  public func summary(_ language: Language) -> Table {
    let say = language.say
    let states = table.transient.map { table.states[$0] }
    var summary = Table(
      title: say(
        "\(table.ages.lowerBound) 岁起至 \(table.ages.upperBound + 1) 岁的预期年数",
        "Expected years from age \(table.ages.lowerBound) to age \(table.ages.upperBound + 1)"),
      columns: [Column("sex", header: say("性别", "Sex")), Column("from", header: say("现状态", "State now"))]
        + states.map { Column("years in \($0)", header: $0, alignment: .trailing) }
        + [Column("total", header: say("合计", "Total"), alignment: .trailing)])
    let format = NumberFormat(decimals: 3)
    for expected in expectancies {
      for row in rows(expected, at: table.ages.lowerBound) {
        let years = table.transient.map { row.years[$0] }
        summary.append(
          [
            .text(expected.sex == .female ? say("女", "female") : say("男", "male")),
            .text(row.from == allStates ? say("* 期初构成", "* as at the start") : row.from),
          ] + (years + [years.reduce(0, +)]).map { .number($0, format) })
      }
    }
    return summary
  }
}
