import Foundation
import Inputs
import Testing

/// Reports refer to declared indicators; a name in quotes would only be looked up when it is printed.
struct IndicatorNamesTests {
  /// What begins like a name in the text of reports and commands, and is in quotes.
  private static let name = #"(?:population|care|benefits|fiscal|fund|index|gap|programmes)\.[a-z0-9_.]*"#

  @Test func namesInReportsAreThoseOfTheModelOrBeginnings() throws {
    let root = Tinytown.tests.deletingLastPathComponent()
    let city = try Dataset(directory: root.appendingPathComponent("datasets/hangzhou").path).city
    let known = city.model.indicators.map(\.name) + city.model.parameters.map(\.path)
    let quoted = try Regex("\"(\(IndicatorNamesTests.name))\"")
    var files = 0
    for folder in ["Sources/Reports", "Sources/minzheng"] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      for path in paths where path.hasSuffix(".swift") {
        files += 1
        let text = try String(contentsOf: root.appendingPathComponent("\(folder)/\(path)"), encoding: .utf8)
        for match in text.matches(of: quoted) {
          let name = String(match.output[1].substring ?? "")
          if name.hasSuffix(".csv") { continue }
          let isBeginning = name.hasSuffix(".") && known.contains { $0.hasPrefix(name) }
          #expect(isBeginning, "\(path): \(name) is to be a reference to what the model declares")
        }
      }
    }
    #expect(files > 50)
  }
}
