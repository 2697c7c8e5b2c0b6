import Foundation
import Testing

/// A projection of the population alone.
struct ProjectTests {
  /// Migrants would be lost or made: `dataset check` refuses such a package as well.
  @Test func sharesOfDistrictsThatDoNotAddUpAreRefused() throws {
    let program = try Program()
    let package = program.folder.appendingPathComponent("town")
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("datasets/hangzhou"), to: package)
    let whole = try program.run("project", "--dataset", "town", "--to", "2022")
    #expect(whole.status == 0, "\(whole.complaints)")
    let file = "town/parameters/demography.yaml"
    let text = try program.text(file)
    let changed = text.replacing(
      "上城区: {2020: {value: 12%, evidence: estimated", with: "上城区: {2020: {value: 13%, evidence: estimated")
    try #require(changed != text)
    try program.write(changed, to: file)
    for arguments in [["project", "--dataset", "town", "--to", "2022"], ["dataset", "check", "town"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 65 && outcome.complaints.contains("demography.migration.district_share"), "\(outcome)")
    }
  }
}
