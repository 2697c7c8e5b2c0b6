import Foundation
import Inputs
import Reports
import Testing

struct PackageSealTests {
  private let scratch: Scratch
  private let town: String

  init() throws {
    scratch = try Scratch()
    town = try scratch.tinytown()
  }

  private func text(_ file: String) throws -> String { try String(contentsOfFile: "\(town)/\(file)", encoding: .utf8) }

  private func seal() throws {
    try scratch.write("tinytown/datapackage.json", #require(PackageSeal.sealed(town)))
  }

  /// The tables and parameter files of the invented city.
  private var files: [String] {
    get throws {
      try ["tables", "parameters"].flatMap { folder in
        try FileManager.default.contentsOfDirectory(atPath: "\(town)/\(folder)").sorted().map { "\(folder)/\($0)" }
      }
    }
  }

  @Test func aSealedPackageIsSoundAndAgreesWithItsSeal() throws {
    #expect(!PackageSeal(directory: town).isSealed)
    #expect(PackageSeal(directory: town).changed.isEmpty)
    try seal()
    let seal = PackageSeal(directory: town)
    #expect(seal.isSealed && seal.unsealed.isEmpty)
    #expect(PackageCheck(town).problems == [])
    // Sealing again changes nothing.
    #expect(PackageSeal.sealed(town) == (try text("datapackage.json")))
  }

  @Test func everyFileIsListedWithSizeHashAndRows() throws {
    struct Package: Decodable {
      struct Resource: Decodable {
        let name: String
        let path: String
        let bytes: Int?
        let hash: String?
        let rows: Int?
      }
      let resources: [Resource]
    }
    try seal()
    let package = try JSONDecoder().decode(Package.self, from: Data(text("datapackage.json").utf8))
    #expect(Set(package.resources.map(\.path)) == Set(try files))
    #expect(Set(package.resources.map(\.name)).count == package.resources.count)
    for resource in package.resources {
      let content = try text(resource.path)
      #expect(resource.bytes == content.utf8.count)
      #expect(resource.hash?.count == "sha256:".count + 64)
      let rows = content.split(separator: "\n").count - 1
      #expect(resource.rows == (resource.path.hasSuffix(".csv") ? rows : nil))
    }
  }

  @Test func whatTheDescriptionSaysBesidesStaysAsItIs() throws {
    let before = try text("datapackage.json")
    try seal()
    let stamps = ["\"bytes\":", "\"hash\":", "\"rows\":", "\"values\":", "\"expected\":", "parameters"]
    let kept = try text("datapackage.json").split(separator: "\n").filter { line in
      !stamps.contains { line.contains($0) }
    }
    let names = before.split(separator: "\n").map { $0.trimmingCharacters(in: .init(charactersIn: " ,")) }
    for name in names where !name.hasPrefix("\"profile\"") {
      #expect(kept.contains { $0.trimmingCharacters(in: .init(charactersIn: " ,")) == name }, "\(name)")
    }
  }

  @Test func lineEndingsAreNoChange() throws {
    try seal()
    for file in try files {
      let content = try text(file)
      try scratch.write("tinytown/\(file)", content.replacingOccurrences(of: "\n", with: "\r\n"))
    }
    #expect(PackageSeal(directory: town).unsealed.isEmpty)
  }

  @Test func anEditIsSaid() throws {
    try seal()
    try scratch.replace("2021,3000", by: "2021,3001", in: "tables/observed.csv")
    #expect(PackageSeal(directory: town).changed == ["tables/observed.csv"])
    #expect(try Dataset(directory: town).seal.changed == ["tables/observed.csv"])
  }

  /// Each file without its last line, with half of its lines, and with its first alone.
  @Test func everyFileCutShortIsNoticedInItsPlaceEvenWhenSealedAgain() throws {
    try seal()
    let description = try text("datapackage.json")
    for file in try files {
      let whole = try text(file)
      let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      for count in Set([lines.count - 1, lines.count / 2, 1]) where count < lines.count {
        try scratch.write("tinytown/\(file)", lines.prefix(count).map { "\($0)\n" }.joined())
        try seal()
        #expect(
          PackageCheck(town).problems.contains { $0.position.file == "\(town)/\(file)" }, "\(file), \(count) lines")
        try scratch.write("tinytown/datapackage.json", description)
      }
      // In the middle of its last line.
      try scratch.write("tinytown/\(file)", String(whole.dropLast(2)))
      #expect(PackageCheck(town).problems.contains { $0.position.file == "\(town)/\(file)" }, "\(file), cut in a line")
      try scratch.write("tinytown/\(file)", whole)
    }
    #expect(PackageCheck(town).problems == [])
  }

  @Test func aTableThatIsListedAndLacksStopsARun() throws {
    try FileManager.default.removeItem(atPath: "\(town)/tables/index.csv")
    let error = #expect(throws: InputError.self) { try Dataset(directory: town) }
    #expect(error?.diagnostics.map(\.position.file) == ["\(town)/datapackage.json"])
  }
}
