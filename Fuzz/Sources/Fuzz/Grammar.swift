import CSV
import Domain
import Foundation
import Inputs

/// What a user may write, each read as the program reads it.
///
/// Beyond not trapping, a reader keeps its promises: every problem has words in both languages,
/// numbers are finite, and rows stand under their headers.
enum Grammar: String, CaseIterable {
  case scenario, csv, quantity, address
  /// A file of a data package; the first byte says which.
  case package
  case rates, transitions, start, allocation

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: readTable(bytes)
    case .scenario: withText(bytes) { readScenario($0, changes: []) }
    case .address: withText(bytes) { readScenario("horizon: {from: 2020, to: 2030}\n", changes: [$0]) }
    case .quantity: withText(bytes, readQuantity)
    case .package: readPackage(bytes)
    case .rates: readRates(bytes)
    case .transitions: readStates(table: bytes, start: soundStart)
    case .start: readStates(table: soundTransitions, start: bytes)
    case .allocation: withText(bytes) { text in checked { _ = try AllocationFile(text: text, file: "problem.json") } }
    }
  }

  /// Other bytes are refused before a grammar sees them.
  private func withText(_ bytes: [UInt8], _ read: (String) -> Void) {
    if let text = String(validating: bytes, as: UTF8.self) { read(text) }
  }
}

// MARK: - Scenarios and addresses

/// The invented city, small enough to be resolved thousands of times.
let townFolder = ProcessInfo.processInfo.environment["DATASET"] ?? "Tests/Fixtures/tinytown"

private let town: Dataset = {
  let folder = townFolder
  do {
    return try Dataset(directory: folder)
  } catch {
    fatalError("cannot read \(folder); start in the root of the repository, or set DATASET")
  }
}()

private func readScenario(_ text: String, changes: [String]) {
  checked { _ = try LoadedScenario(text: text, named: "scenario.yaml", changes: changes, of: town) }
}

/// Reads something; where it is refused, something is said, in both languages and nothing twice.
func checked(_ read: () throws -> Void) {
  do {
    try read()
  } catch let error as InputError {
    precondition(!error.diagnostics.isEmpty, "an error says what is wrong")
    for diagnostic in error.diagnostics { check(diagnostic) }
  } catch {
    preconditionFailure("an error of another kind: \(error)")
  }
}

func check(_ diagnostic: Diagnostic) {
  precondition(
    diagnostic.position.line >= 0 && (diagnostic.position.line == 0 || diagnostic.position.column > 0),
    "a place in the text")
  check(diagnostic.problem)
}

private func check(_ problem: Problem) {
  for language in Language.allCases {
    precondition(!problem.message(language).isEmpty, "a problem has words")
  }
}

// MARK: - Quantities

private func readQuantity(_ text: String) {
  if let unit = Domain.Unit(parsing: text) {
    precondition(unit.measuresLike(unit), "a unit is like itself")
  }
  for unit in Domain.Unit.all {
    switch Quantity.read(text, as: unit) {
    case .success(let number): precondition(number.isFinite, "a quantity is finite")
    case .failure(let error): check(error.problem)
    }
  }
}

// MARK: - Tables

private func readTable(_ bytes: [UInt8]) {
  let (document, faults) = CSVReader.read(bytes)
  for fault in faults { precondition(fault.line > 0 && fault.column > 0, "a place in the file") }
  var writer = CSVWriter()
  for name in document.header { writer.append(name) }
  writer.endRow()
  for row in 0..<document.rowCount {
    for column in document.header.indices {
      _ = document.line(row: row, column: column) + document.column(row: row, column: column)
      _ = document.integer(row: row, column: column)
      if let number = document.double(row: row, column: column) {
        precondition(number.isFinite, "a number is finite")
      }
      writer.append(document.field(row: row, column: column))
    }
    writer.endRow()
  }
  guard faults.isEmpty else { return }
  let again = CSVReader.read(writer.bytes)
  precondition(again.faults.isEmpty, "what was written can be read")
  precondition(again.document.header == document.header, "the header comes back")
  precondition(again.document.rowCount == document.rowCount, "every row comes back")
  for row in 0..<document.rowCount {
    for column in document.header.indices {
      precondition(
        again.document.field(row: row, column: column) == document.field(row: row, column: column),
        "every field comes back")
    }
  }
}
