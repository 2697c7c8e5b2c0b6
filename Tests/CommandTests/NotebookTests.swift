import Foundation
import Testing

/// Notebooks and the data beside them.
struct NotebookTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The cells of a notebook, which must be JSON as Jupyter has it.
  private func cells(_ name: String) throws -> [[String: Any]] {
    let found = try JSONSerialization.jsonObject(with: Data(program.text(name).utf8)) as? [String: Any]
    let notebook = try #require(found)
    #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
    return try #require(notebook["cells"] as? [[String: Any]])
  }

  private func source(_ cell: [String: Any]) -> String { (cell["source"] as? [String] ?? []).joined() }

  /// Every file that its code reads lies beside it.
  private func requireData(_ cells: [[String: Any]], in folder: String) throws {
    let code = cells.filter { $0["cell_type"] as? String == "code" }
    #expect(!code.isEmpty && code.allSatisfy { $0["outputs"] as? [String] == [] && $0["id"] as? String != nil })
    let files = try program.files(folder)
    for name in code.flatMap({ source($0).components(separatedBy: "read_csv(\"").dropFirst() }) {
      let file = try #require(name.split(separator: "\"").first.map(String.init))
      #expect(files[file] != nil, "\(file)")
    }
  }

  @Test(arguments: ["one-at-a-time", "{sobol: 64, seed: 2}"])
  func aStudyHasItsPointsOutcomesAndWhatTheyDependOn(design: String) throws {
    try program.write(
      """
      name: trial
      title: {zh: 试算 “一”, en: Trial}
      scenario: \(Program.tinytown)
      vary: {benefits.takeup: stated, "care.beds.convert@2026": {from: 0 张, to: 900 张}}
      outcomes: [fiscal.public_cost@2028]
      design: \(design)
      """, to: "study.yaml")
    let outcome = try program.run("export", "notebook", "study.yaml", "--out", "note")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let cells = try cells("note/trial.ipynb")
    #expect(source(cells[0]).contains("# 试算 “一”"))
    try requireData(cells, in: "note")
    let again = try program.run("export", "notebook", "study.yaml", "--out", "again", "--threads", "1")
    #expect(again.status == 0)
    #expect(try program.text("again/trial.ipynb") == program.text("note/trial.ipynb"))
  }

  @Test func aRunHasTheCitysRowsOfItsTables() throws {
    #expect(try program.run("run", Program.tinytown, "--draws", "20", "--out", "run").status == 0)
    let outcome = try program.run("export", "notebook", "run", "--out", "note", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    try requireData(try cells("note/tinytown.ipynb"), in: "note")
    let rows = try program.text("note/indicators.csv").split(separator: "\n").dropFirst()
    #expect(Set(rows.compactMap { $0.split(separator: ",").first }).count == 1)
    let written = try program.text("run/indicators.csv")
    let (first, quantile) = (try #require(rows.first).split(separator: ","), 4)
    #expect(written.contains(first[quantile]))
  }

  @Test func aFolderThatIsNoRunIsRefused() throws {
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let outcome = try program.run("export", "notebook", "empty", "--lang", "en")
    #expect(outcome.status == 65 && outcome.complaints.contains("empty/indicators.csv"))
  }
}
