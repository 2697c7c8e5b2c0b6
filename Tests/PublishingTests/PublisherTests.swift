import Foundation
import Publishing
import Testing

struct PublisherTests {
  private let site: Site

  init() throws { site = try Site() }

  @Test func foldersOnTheWayAreMadeAndNothingElseIsLeft() throws {
    try site.publish(["a.csv": "1", "b.txt": "2"], in: "some/where/out")
    #expect(try site.names("some/where/out") == ["a.csv", "b.txt", "manifest.json"])
    #expect(site.text("some/where/out/a.csv") == "1")
    #expect(try site.names("some/where") == ["out"])
  }

  @Test func theManifestListsSizeAndHashOfEveryFile() throws {
    try site.publish(["a.csv": "abc"])
    let folder = try RunFolder(site.path("out"))
    #expect(folder.state == .whole)
    // FIPS 180-2, appendix B.1.
    let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(folder.outputs == [FileSeal(name: "a.csv", bytes: 3, sha256: sha256)])
  }

  @Test func whatIsNotInMemoryIsWrittenAllTheSame() throws {
    let pieces = (0..<5).map { piece in (0..<700_000).map { UInt8(truncatingIfNeeded: $0 * (piece + 3)) } }
    let stored = try StoredFile { (take) throws(PublishingFailure) in
      for piece in pieces { try take(piece) }
    }
    let whole = Array(pieces.joined())
    let files = [Publication.File(name: "a.npy", stored: stored), .init(name: "b.txt", content: [10, 65, 10])]
    let publication = try Publication(files: files) { seals in
      #expect(seals == [FileSeal(name: "a.npy", content: whole), FileSeal(name: "b.txt", content: [10, 65, 10])])
      return Array(#"{"program": "minzheng", "outputs": []}"#.utf8)
    }
    #expect(try publication.files[0].content() == whole && publication.files[1].lineFeeds == 2)
    #expect(publication.files[0].lineFeeds == whole.count { $0 == 10 })
    try Publisher(folder: site.path("out")).publish(publication)
    #expect(try Data(contentsOf: URL(fileURLWithPath: site.path("out/a.npy"))) == Data(whole))
  }

  @Test func whatTheEarlierRunWroteAndThisOneDoesNotGoes() throws {
    for foreign in [[], ["notes.txt"]] {
      let out = "out\(foreign.count)"
      for name in foreign { try site.write("mine", to: "\(out)/\(name)") }
      try site.publish(["a.csv": "1", "members.csv": "2"], in: out)
      try site.publish(["a.csv": "3"], in: out)
      #expect(try site.names(out) == ["a.csv", "manifest.json"] + foreign)
      #expect(site.text("\(out)/a.csv") == "3")
    }
  }

  @Test func filesOfOthersStayAndSoDoChangedOnes() throws {
    try site.publish(["a.csv": "1", "members.csv": "2"])
    try site.write("mine", to: "out/notes.txt")
    try site.write("mine, too", to: "out/below/notes.txt")
    try site.write("changed", to: "out/members.csv")
    try site.publish(["a.csv": "3"])
    #expect(try site.names("out") == ["a.csv", "below", "manifest.json", "members.csv", "notes.txt"])
    #expect(site.text("out/members.csv") == "changed")
    #expect(site.notices.all == [.kept(path: site.path("out"), names: ["members.csv"])])
  }

  @Test func namesInAManifestThatLeadElsewhereAreNotBelieved() throws {
    try site.write("mine", to: "victim")
    let seal = FileSeal(name: "../victim", content: Array("mine".utf8))
    let outputs = try JSONEncoder().encode([seal, FileSeal(name: "..", content: [])])
    try site.write(
      #"{"program": "minzheng", "outputs": \#(String(decoding: outputs, as: UTF8.self))}"#, to: "out/manifest.json")
    #expect(try RunFolder(site.path("out")).outputs.isEmpty)
    try site.publish(["a.csv": "1"])
    #expect(site.text("victim") == "mine")
    #expect(try site.names("out") == ["a.csv", "manifest.json"])
  }

  @Test func aRunFromBeforeManifestsListedFilesIsReplacedByName() throws {
    for name in ["a.csv", "datapackage.json", "old.csv"] { try site.write("old", to: "out/\(name)") }
    try site.write(#"{"program": "minzheng", "version": "0.1.0"}"#, to: "out/manifest.json")
    try site.publish(["a.csv": "new", "datapackage.json": "{}"])
    #expect(try site.names("out") == ["a.csv", "datapackage.json", "manifest.json", "old.csv"])
    #expect(site.text("out/a.csv") == "new")
  }

  @Test func permissionsOfTheFolderStay() throws {
    try site.publish(["a.csv": "1"])
    try FileManager.default.setAttributes([.posixPermissions: 0o2770], ofItemAtPath: site.path("out"))
    try site.publish(["a.csv": "2"])
    let mode = try FileManager.default.attributesOfItem(atPath: site.path("out"))[.posixPermissions] as? Int
    #expect(mode == 0o2770)
    #expect(site.text("out/a.csv") == "2")
  }

  @Test func aSecondRunWaitsForTheFirstAndBothCome() async throws {
    try site.write("mine", to: "out/notes.txt")
    let publishers = (0..<8).map { (site.publisher(), "\($0)") }
    try await withThrowingTaskGroup { group in
      for (publisher, text) in publishers {
        group.addTask { try publisher.publish(publication(["a\(text).csv": text, "b.csv": text])) }
      }
      try await group.waitForAll()
    }
    let folder = try RunFolder(site.path("out"))
    #expect(folder.state == .whole)
    #expect(try site.names("out").count == 4)
    #expect(try site.names() == ["out"])
  }
}
