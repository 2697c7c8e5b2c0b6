import Foundation
import NumericCore

extension PeerInputs {
  /// Reads the files that the NumPy program writes; README.md lists them.
  public init(folder: String) throws {
    for row in try Self.table("la", folder) {
      hazard[Self.cell(row[1], row[2]) * Self.districts + Int(row[0])] = exp(row[3])
    }
    for row in try Self.table("b", folder) { slope[Self.cell(row[0], row[1])] = row[2] }
    for row in try Self.table("P", folder) { transitions[Self.cell(row[0], row[1])][Int(row[2]), Int(row[3])] = row[4] }
    for row in try Self.table("asfr", folder) { fertilityPattern[Int(row[0])] = row[1] }
    for row in try Self.table("tfrrel", folder) { fertilityFactor[Int(row[0])] = row[1] }
    for row in try Self.table("X0", folder) { people[Self.place(row)] = row[4] }
    for row in try Self.table("mig", folder) { migrants[Self.place(row)] = row[4] }
    for row in try Self.table("C", folder) {
      let place = (Int(row[0]) * Self.cells + Self.cell(row[1], row[2])) * Self.states + Int(row[3])
      weights[place] = row[4]
    }
    srb = try Self.table("srb", folder, header: false)[0][0]
    paths = try Self.table("paths", folder).map { Drivers(k: $0[2], tfr: $0[3], migration: $0[4], incidence: $0[5]) }
  }

  private static func cell(_ sex: Double, _ age: Double) -> Int { Int(sex) * ages + Int(age) }

  private static func place(_ row: [Double]) -> Int {
    (cell(row[0], row[1]) * states + Int(row[2])) * districts + Int(row[3])
  }

  /// The rows of a file of numbers.
  static func table(_ name: String, _ folder: String, header: Bool = true) throws -> [[Double]] {
    let text = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
    return try text.split(separator: "\n").dropFirst(header ? 1 : 0).map { line in
      try line.split(separator: ",").map { field in
        guard let number = Double(field) else { throw PeerError.notANumber(file: name, text: String(field)) }
        return number
      }
    }
  }
}

/// What can be wrong with the files.
public enum PeerError: Error {
  case notANumber(file: String, text: String)
}
