import CSV
import Domain
import Inputs
import Publishing
import Tables

/// A notebook with the data it reads, and a data package that describes them.
public enum NotebookFiles {
  /// Of a run that was written.
  public static func files(_ run: WrittenRun, language: Language, made: Making) throws -> Publication {
    let tables = [("indicators.csv", run.indicators), ("payers.csv", run.payers), ("targets.csv", run.targets)]
    let notebook = RunNotebook(run, language: language).notebook
    let package = try json(DataPackage(name: run.scenario, tables.map { (file: $0, fields: $1.columns.map(field)) }))
    let files: [OutputFile] = tables.map { (name: $0, bytes: csv($1)) }
    return try commandFiles(
      files + [("\(run.scenario).ipynb", [UInt8](notebook.fileText.utf8)), ("datapackage.json", package)],
      inputs: run.files, made: made)
  }

  /// Of a study, its own files beside what its outcomes depend on.
  public static func files(
    _ tables: StudyTables, _ findings: [SensitivityFinding], _ loaded: LoadedStudy, language: Language, made: Making
  ) throws -> Publication {
    let notebook = StudyNotebook(loaded.study, loaded.scenario.dataset, language: language).notebook
    let described = tables.described + [(file: SensitivityFiles.table.file, fields: SensitivityFiles.table.fields)]
    let package = try json(DataPackage(name: loaded.study.name, described))
    return try commandFiles(
      try tables.contents() + [
        SensitivityFiles.table.written(findings),
        ("\(loaded.study.name).ipynb", [UInt8](notebook.fileText.utf8)), ("datapackage.json", package),
      ], inputs: loaded.inputs, made: made)
  }

  private static func csv(_ rows: WrittenRun.Rows) -> [UInt8] {
    var csv = CSVWriter()
    for line in [rows.columns] + rows.rows {
      for field in line { csv.append(field) }
      csv.endRow()
    }
    return csv.bytes
  }

  /// Columns of a run that are numbers; the rest are words.
  private static func field(_ name: String) -> OutputField {
    let numbers = [
      "central", "mean", "p2_5", "p10", "p50", "p90", "p97_5", "nominal_yuan", "real_yuan", "target", "projected",
      "gap", "p_met",
    ]
    let type: OutputField.FieldType = name == "year" ? .integer : numbers.contains(name) ? .number : .string
    return OutputField(name: name, type: type, isKey: false)
  }
}
