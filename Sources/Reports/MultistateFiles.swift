import CSV
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
  public var files: [(name: String, bytes: [UInt8])] {
    [("distribution.csv", distribution), ("expectancies.csv", expectancyTable)]
  }

  /// Persons by year after the start, sex, age and state, the absorbing ones included.
  private var distribution: [UInt8] {
    var csv = CSVWriter()
    csv.row(["year", "sex", "age", "state", "persons"])
    for year in 0..<(paths.map(\.count).max() ?? 0) {
      for path in paths where year < path.count {
        for (state, persons) in zip(table.states, path[year].persons) {
          csv.append(year)
          csv.append(path[year].sex.name)
          csv.append(path[year].age)
          csv.append(state)
          csv.append(persons)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  /// Years by sex, age, state now and state lived in.
  private var expectancyTable: [UInt8] {
    var csv = CSVWriter()
    csv.row(["sex", "age", "from", "state", "years"])
    for expected in expectancies {
      for age in expected.ages {
        for row in rows(expected, at: age) {
          for state in table.transient {
            csv.append(expected.sex.name)
            csv.append(age)
            csv.append(row.from)
            csv.append(table.states[state])
            csv.append(row.years[state])
            csv.endRow()
          }
        }
      }
    }
    return csv.bytes
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

/// What a projection ran into, in words.
public func multistateText(_ error: MultistateError, language: Language) -> String {
  let say = language.say
  switch error {
  case .unbalanced(let sex, let age, let expected, let found):
    return say(
      "\(age) 岁（\(sex.name)）各状态人数之和应为 \(expected)，实为 \(found)\n",
      "the persons in all states at age \(age) (\(sex.name)) should be \(expected), they are \(found)\n")
  case .outsideTable, .shape, .persons, .notDescribed:
    return say("期初分布与转移表不符\n", "the start does not fit the table of transitions\n")
  }
}
