import CSV
import Domain
import Foundation
import Inputs
import Population
import Simulation
import Tables

/// Every file a run writes, in the order they are listed.
public func runFiles(
  _ results: Results, _ loaded: LoadedScenario, report: String, version: String, command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  let output = OutputFiles(results)
  let tables: [(name: String, bytes: [UInt8])] = [
    ("indicators.csv", output.indicators), ("population.csv", output.population), ("pyramid.csv", output.pyramid),
    ("targets.csv", output.targets),
  ]
  return try tables + [("report.txt", [UInt8](report.utf8))]
    + descriptions(of: tables, loaded, version: version, command: command, now: now)
}

/// The files of a projection of the population alone.
public func projectionFiles(
  _ results: Results, _ loaded: LoadedScenario, version: String, command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  let output = OutputFiles(results)
  let tables: [(name: String, bytes: [UInt8])] = [
    ("indicators.csv", output.indicators), ("population.csv", output.population), ("pyramid.csv", output.pyramid),
  ]
  return try tables + descriptions(of: tables, loaded, version: version, command: command, now: now)
}

/// What says how the tables came about and how they are built.
private func descriptions(
  of tables: [(name: String, bytes: [UInt8])], _ loaded: LoadedScenario, version: String, command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  let package = DataPackage(scenario: loaded.plan.scenario.name, files: tables)
  let manifest = Manifest(loaded, version: version, command: command, now: now)
  return [("manifest.json", try json(manifest, keys: .convertToSnakeCase)), ("datapackage.json", try json(package))]
}

/// The line under a report that says where the files are.
public func fileList(_ files: [(name: String, bytes: [UInt8])], folder: String, language: Language) -> String {
  let names = files.map { file in
    let rows = file.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } - 1
    guard file.name.hasSuffix(".csv") else { return file.name }
    return language == .zh ? "\(file.name)（\(rows) 行）" : "\(file.name) (\(rows) rows)"
  }
  let head = language == .zh ? "文件" : "Files"
  return "\(head): \(folder)/ \(names.joined(separator: language == .zh ? "、" : ", "))"
}

/// Books that do not balance, in words.
public func accountingText(_ error: AccountingError, areas: Areas, language: Language) -> String {
  func name(_ area: Int) -> String { areas[area].label(language) }
  switch (error, language) {
  case (.noRates(let rates, let kind, let area, let year), .zh):
    return
      "\(name(area)) \(year) 年没有 \(kind.label.zh) 的 \(rates.rawValue) 数据：请在表中给出，或给出 demography.\(rates.rawValue) 参数\n"
  case (.noRates(let rates, let kind, let area, let year), .en):
    return
      "\(name(area)) has no \(rates.rawValue) for \(kind.label.en) people in \(year): give a table, or the demography parameters\n"
  case (.unbalanced(let identity, let area, let year, let expected, let found), .zh):
    return "\(year) 年 \(name(area)) 的账目不平（\(identity)）：应为 \(expected)，实为 \(found)\n"
  case (.unbalanced(let identity, let area, let year, let expected, let found), .en):
    return "the books of \(name(area)) in \(year) do not balance (\(identity)): expected \(expected), found \(found)\n"
  case (.negative(let kind, let area, let sex, let age, let year, let persons), .zh):
    return
      "\(year) 年 \(name(area)) \(kind.label.zh)\(sex == .female ? "女" : "男") \(age) 岁人数为负（\(NumberFormat(decimals: 1).text(persons))）；请检查净迁移\n"
  case (.negative(let kind, let area, let sex, let age, let year, let persons), .en):
    return
      "\(name(area)) has \(NumberFormat(decimals: 1).text(persons)) \(kind.label.en) people, \(sex.name) aged \(age), in \(year); check net migration\n"
  case (.noBirths(let year, let observed), .zh):
    return "\(year) 年公布出生 \(NumberFormat().text(observed)) 人，而按生育率没有出生；请检查 demography.fertility 与 observed.csv\n"
  case (.noBirths(let year, let observed), .en):
    return
      "\(NumberFormat().text(observed)) births are published for \(year), but fertility gives none; check demography.fertility and observed.csv\n"
  case (.implausibleDeaths(let year, let observed, let ratio), .zh):
    return "\(year) 年公布的死亡人数 \(observed) 是模型的 \(ratio) 倍，请检查 observed.csv\n"
  case (.implausibleDeaths(let year, let observed, let ratio), .en):
    return "the deaths published for \(year), \(observed), are \(ratio) times the model's; check observed.csv\n"
  }
}
