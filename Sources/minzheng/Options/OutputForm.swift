import ArgumentParser
import Publishing
import Reports
import Simulation

/// In which form tables are written.
struct OutputForm: ParsableArguments {
  @Flag(
    help: .bilingual(
      "按电子表格的习惯写 CSV：标明 UTF-8，键旁有中文标签，元旁有万元。",
      "CSV files as spreadsheets open them: marked UTF-8, Chinese labels beside keys, 万元 beside yuan."))
  var excel = false

  /// Files in this form.
  ///
  /// - Parameter plan: has the labels of budget lines.
  func of(_ files: Publication, _ plan: Plan? = nil) throws -> Publication {
    excel ? try files.forSpreadsheets(plan) : files
  }
}
