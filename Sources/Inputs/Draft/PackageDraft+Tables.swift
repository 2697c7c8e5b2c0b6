import CSV
import Domain
import Simulation

extension PackageDraft {
  /// Tables of what is planned and how it is judged, which are the city's own, as is all that names districts.
  private static let emptied: Set = ["targets", "programmes", "index"]
  /// Tables that a package may do without, of what only some cities have.
  private static let leftOut: Set = ["former_districts", "district_groups", "outturn", "line_codes"]

  func tables() throws(InputError) -> [(path: String, text: String)] {
    var result = [(path: "tables/districts.csv", text: districts)]
    for file in PackageSeal.files(in: template.directory) where file.hasPrefix("tables/") {
      let name = String(file.dropFirst("tables/".count).dropLast(".csv".count))
      guard name != "districts", !PackageDraft.leftOut.contains(name) else { continue }
      let content = try text(ofFile: "\(template.directory)/\(file)")
      let header = header(of: content)
      let isEmptied = PackageDraft.emptied.contains(name) || header.contains("district_code")
      result.append((file, isEmptied ? header : withoutProgrammes(content)))
    }
    return result
  }

  private func header(of table: String) -> String { String(table.prefix { !$0.isNewline }) + "\n" }

  static let districtColumns = ["district_code", "name_zh", "name_en", "kind"]

  private var districts: String {
    let rows = [areas.city] + areas.districts
    return PackageDraft.districtColumns.joined(separator: ",") + "\n"
      + rows.map { "\($0.code),\($0.label.zh),\($0.label.en),\($0.kind.rawValue)\n" }.joined()
  }

  /// A table without the rows that speak of what the template's own plan brings along.
  private func withoutProgrammes(_ table: String) -> String {
    let model = template.city.model
    let ours = Model(programmes: [], uses: template.city.fundUses)
    let known = Set(ours.given.map(\.path) + ours.indicators.map(\.name))
    let theirs = Set(model.given.map(\.path) + model.indicators.map(\.name) + model.parameters.map(\.path))
      .subtracting(known)
    let lines = table.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    return lines.filter { line in !line.split(separator: ",").contains { theirs.contains(String($0)) } }
      .map { $0 + "\n" }.joined()
  }
}
