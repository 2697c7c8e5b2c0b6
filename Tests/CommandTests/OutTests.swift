import Foundation
import Testing

/// Where commands write, and where they do not.
struct OutTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The invented city and its scenario, copied so that they can be spoilt.
  private func copyCity() throws {
    let fixtures = Program.root.appendingPathComponent("Tests/Fixtures")
    for name in ["tinytown", "tinytown.yaml"] {
      try FileManager.default.copyItem(
        at: fixtures.appendingPathComponent(name), to: program.folder.appendingPathComponent(name))
    }
  }

  @Test func aDatasetIsNotWrittenInto() throws {
    try copyCity()
    for out in ["tinytown", "tinytown/tables", "."] {
      let before = try program.files("tinytown/tables")
      let outcome = try program.run("run", "tinytown.yaml", "--out", out, "--lang", "en")
      #expect(outcome.status == 73, "\(out)")
      #expect(outcome.complaints.contains("which this command reads"))
      #expect(try program.files("tinytown/tables") == before)
    }
    // Another city's, too.
    let outcome = try program.run("run", Program.tinytown, "--out", "tinytown", "--lang", "en")
    #expect(outcome.status == 73)
    #expect(outcome.complaints.contains("data package"))
  }

  @Test func aProblemIsNotReplacedByItsAnswer() throws {
    let example = Program.root.appendingPathComponent("docs/methods/allocation-example.json")
    let problem = try String(contentsOf: example, encoding: .utf8)
    try program.write(problem, to: "p.json")
    let outcome = try program.run("allocate", "--problem", "p.json", "--out", "p.json")
    #expect(outcome.status == 73)
    #expect(try program.text("p.json") == problem)
    let printed = try program.run("allocate", "--problem", "p.json", "--out", "/dev/stdout")
    #expect(printed.status == 0)
    #expect(printed.output.hasPrefix("{"))
  }

  @Test func theManifestListsEveryFileItsSizeAndItsHash() throws {
    struct Manifest: Decodable {
      struct Output: Decodable {
        let name: String
        let bytes: Int
        let sha256: String
      }
      let outputs: [Output]
    }
    #expect(try program.run("run", Program.tinytown, "--out", "out").status == 0)
    let files = try program.files("out")
    let manifest = try JSONDecoder().decode(Manifest.self, from: #require(files["manifest.json"]))
    #expect(Set(manifest.outputs.map(\.name)) == Set(files.keys).subtracting(["manifest.json"]))
    for output in manifest.outputs { #expect(files[output.name]?.count == output.bytes) }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesTheEarlierRunAndNothingElse(_ number: Int32) throws {
    #expect(try program.run("run", Program.tinytown, "--out", "out").status == 0)
    let before = try program.files("out")
    let started = try program.start(
      ["run", Program.baseline, "--draws", "5000000", "--out", "out", "--lang", "en"])
    // It computes for minutes; in a second it listens.
    Thread.sleep(forTimeInterval: 2)
    kill(started.process.processIdentifier, number)
    let outcome = try started.outcome()
    #expect(started.process.terminationReason == .exit)
    #expect(outcome.status == 128 + number)
    #expect(outcome.complaints.contains("interrupted"))
    #expect(try program.files("out") == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(Set(names) == ["out", ".output", ".complaints"])
  }
}
