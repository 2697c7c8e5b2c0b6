import CSV
import Domain
import Foundation
import Reports
import Testing

struct OutputFilesTests {
  private let files: [String: [UInt8]]

  init() async throws { files = try await Tinytown().files() }

  /// Columns of each table, those of its key, and those compared as numbers.
  private static let tables: [(name: String, columns: String, keys: [String])] = [
    (
      "indicators.csv",
      "scenario,district_code,district,year,indicator,unit,central,mean,p2_5,p10,p25,p50,p75,p90,p97_5",
      ["scenario", "district_code", "year", "indicator"]
    ),
    (
      "population.csv", "scenario,kind,district_code,district,year,sex,age,central,mean",
      ["scenario", "kind", "district_code", "year", "sex", "age"]
    ),
    ("pyramid.csv", "scenario,year,sex,age_from,central,mean,p10,p50,p90", ["scenario", "year", "sex", "age_from"]),
    (
      "budget.csv", "scenario,district_code,district,year,line,payer,nature,nominal_yuan,real_yuan",
      ["scenario", "district_code", "year", "line", "payer"]
    ),
    (
      "allocation.csv", "scenario,account_code,account,year,use,amount_yuan",
      ["scenario", "account_code", "year", "use"]
    ),
    (
      "targets.csv", "scenario,target_id,name,year,comparator,target,unit,projected,gap,p_met,basis,status,kind,plan",
      ["scenario", "target_id", "year"]
    ),
    ("dictionary.csv", "kind,name,label_zh,label_en,unit,city,population,definition", ["kind", "name"]),
  ]
  private static let names = tables.map(\.name)

  @Test func runWritesTheFilesOfTheInterface() {
    let others = ["report.txt", "manifest.json", "datapackage.json"]
    #expect(Set(files.keys) == Set(OutputFilesTests.names + others))
  }

  @Test func tablesAreReadBackWithTheColumnsOfTheInterface() {
    for table in OutputFilesTests.tables {
      let (document, faults) = CSVReader.read(files[table.name] ?? [])
      #expect(faults.isEmpty, "\(table.name)")
      #expect(document.header.joined(separator: ",") == table.columns)
      #expect(document.rowCount > 0, "\(table.name)")
    }
  }

  @Test func rowsAreSortedByTheirKeyAndNoneOccursTwice() throws {
    let numbers: Set = ["year", "age", "age_from"]
    for table in OutputFilesTests.tables {
      let document = CSVReader.read(files[table.name] ?? []).document
      let columns = try table.keys.map { try #require(document.columnIndex(named: $0)) }
      func key(_ row: Int) -> [String] {
        zip(table.keys, columns).map { name, column in
          let text = document.field(row: row, column: column)
          return numbers.contains(name) ? String(repeating: "0", count: max(0, 5 - text.count)) + text : text
        }
      }
      let keys = (0..<document.rowCount).map(key)
      let first = zip(keys, keys.dropFirst()).first { !$0.lexicographicallyPrecedes($1) }
      #expect(first == nil, "\(table.name): \(String(describing: first))")
    }
  }

  @Test func noCellHoldsAWordForNoNumber() {
    for name in OutputFilesTests.names {
      let document = CSVReader.read(files[name] ?? []).document
      for row in 0..<document.rowCount {
        for column in document.header.indices {
          let text = document.field(row: row, column: column).lowercased()
          #expect(!["nan", "-nan", "inf", "-inf"].contains(text), "\(name), line \(document.line(row: row))")
        }
      }
    }
  }

  @Test func indicatorsAreThoseOfTheRunAndEmptyWhereThereIsNone() throws {
    let document = CSVReader.read(files["indicators.csv"] ?? []).document
    let results = try Tinytown().results
    let columns = try ["district_code", "year", "indicator", "central"].map {
      try #require(document.columnIndex(named: $0))
    }
    var empty = 0
    for row in 0..<document.rowCount {
      let area = try #require(results.areas.index(of: document.field(row: row, column: columns[0])))
      let year = try #require(document.integer(row: row, column: columns[1]))
      let value = results.value(document.field(row: row, column: columns[2]), area: area, year: year)
      #expect(document.double(row: row, column: columns[3]) == value, "line \(document.line(row: row))")
      if value == nil { empty += 1 }
    }
    #expect(empty > 0)
  }

  @Test func onlyTheCentralMemberIsFilledWithoutDraws() throws {
    let document = CSVReader.read(files["indicators.csv"] ?? []).document
    let mean = try #require(document.columnIndex(named: "mean"))
    for row in 0..<document.rowCount {
      #expect((mean..<document.header.count).allSatisfy { document.field(row: row, column: $0).isEmpty })
    }
  }

  @Test func pyramidAddsUpToTheCitysResidents() throws {
    let pyramid = CSVReader.read(files["pyramid.csv"] ?? []).document
    let central = try #require(pyramid.columnIndex(named: "central"))
    let town = try Tinytown()
    for year in town.results.years {
      let rows = (0..<pyramid.rowCount).filter { pyramid.integer(row: $0, column: 1) == year }
      let sum = rows.reduce(0) { $0 + (pyramid.double(row: $1, column: central) ?? .nan) }
      let total = try #require(town.results.city("population.total", year))
      #expect(abs(sum / total - 1) < 1e-12, "\(year)")
    }
  }

  @Test func dataPackageDescribesEveryTable() throws {
    struct Package: Decodable {
      struct Resource: Decodable {
        struct Schema: Decodable {
          struct Field: Decodable { let name: String }
          let fields: [Field]
          let primaryKey: [String]
        }
        let path: String
        let schema: Schema
      }
      let resources: [Resource]
    }
    let package = try JSONDecoder().decode(Package.self, from: Data(files["datapackage.json"] ?? []))
    #expect(package.resources.map(\.path) == OutputFilesTests.names)
    for (resource, table) in zip(package.resources, OutputFilesTests.tables) {
      #expect(resource.schema.fields.map(\.name).joined(separator: ",") == table.columns)
      #expect(resource.schema.primaryKey == table.keys)
    }
  }

  @Test func everyNameInTheTablesStandsInTheDictionary() throws {
    let dictionary = CSVReader.read(files["dictionary.csv"] ?? []).document
    let known = Set(
      (0..<dictionary.rowCount).map { row in
        "\(dictionary.field(row: row, column: 0)) \(dictionary.field(row: row, column: 1))"
      })
    for (file, column) in [
      ("indicators.csv", "indicator"), ("budget.csv", "line"), ("budget.csv", "payer"), ("allocation.csv", "use"),
    ] {
      let table = CSVReader.read(files[file] ?? []).document
      let place = try #require(table.columnIndex(named: column))
      let names = Set((0..<table.rowCount).map { table.field(row: $0, column: place) })
      #expect(!names.isEmpty)
      for name in names { #expect(known.contains("\(column) \(name)"), "\(file): \(name)") }
    }
  }

  @Test func manifestNamesEveryInputWithItsHash() throws {
    let object = try JSONSerialization.jsonObject(with: Data(files["manifest.json"] ?? []))
    let manifest = try #require(object as? [String: Any])
    #expect(manifest["scenario"] as? String == "tinytown")
    #expect(manifest["known_until"] as? Int == 2022)
    let inputs = try #require(manifest["inputs"] as? [[String: String]])
    #expect(inputs.count > 8)
    #expect(inputs.allSatisfy { $0["sha256"]?.count == 64 })
  }
}
