import Benefits
import Domain
import Fiscal
import Foundation
import Inputs
import Simulation
import Targets

/// A number that a document states and the program can count.
struct Count {
  let document: String
  /// The words around it; the number stands where the braces are.
  let words: String
  let number: Int

  init(_ document: String, _ words: String, _ number: Int) {
    self.document = document
    self.words = words
    self.number = number
  }

  private static let numerals = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  /// The ways in which a text may say it.
  var spellings: [String] {
    var spelt = ["\(number)"]
    if Count.numerals.indices.contains(number) {
      spelt += [Count.numerals[number], Count.numerals[number].capitalized]
    }
    return spelt.map { words.replacingOccurrences(of: "{}", with: $0) }
  }

  /// Everything counted, with the city that ships.
  static func all() throws -> [Count] {
    let city = try Dataset(directory: "\(Document.root)/datasets/hangzhou").city
    let targets = city.targets
    let ids = Set(targets.map(\.id))
    let listed = Set(targets.filter { $0.indicator == nil }.map(\.id))
    let onProgrammes = targets.filter { $0.indicator?.hasPrefix("programmes.") == true }
    let observed = Set(city.observations.all.map(\.indicator))
    let withActual = Set(onProgrammes.filter { observed.contains($0.indicator ?? "") }.map(\.id))
    let programmes = Set(onProgrammes.map(\.id)).count
    let districts = city.areas.districts.count
    return [
      Count("README.md", "{} districts and counties", districts),
      Count("README.md", "with its {} targets", ids.count),
      Count("README.zh-CN.md", "{} 个区、县（市）", districts),
      Count("README.zh-CN.md", "{} 项目标", ids.count),
      Count("Benchmarks/README.md", "Hangzhou's {} districts", districts),
      Count("docs/limits.md", "Their {} targets", ids.count),
      Count("docs/limits.md", "the {} districts stay", districts),
      Count("docs/limits.md", "{} targets are counts of parts", listed.count),
      Count("docs/limits.md", "{} targets stand on programmes", programmes),
      Count("docs/limits.md", "{} have at least one actual", withActual.count),
      Count("docs/limits.md", "the other {} have none", programmes - withActual.count),
      Count("docs/glossary.md", "one of {} levels of ability", Ability.allCases.count),
      Count("docs/methods/ability.md", "by the {} levels", Ability.allCases.count),
      Count("docs/decisions/0010-who-pays-the-rest.md", "A line has up to {} payers", Payer.allCases.count),
      Count(
        "docs/decisions/0010-who-pays-the-rest.md", "Are their shares {} parameters", Payer.allCases.count),
    ]
  }
}
