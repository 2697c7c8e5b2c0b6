import Foundation
import Publishing
import Testing

struct RefusalTests {
  private let site: Site

  init() throws { site = try Site() }

  private func refusal(_ folder: String, inputs: [String] = []) -> PublishingFailure.Reason? {
    do {
      try site.publish(["population.csv": "new"], in: folder, inputs: inputs)
      return nil
    } catch {
      return (error as? PublishingFailure)?.reason
    }
  }

  @Test func aFileIsNoFolderAndStays() throws {
    try site.write("a file", to: "taken")
    #expect(refusal("taken") == .notAFolder)
    #expect(refusal("taken/below") != nil)
    #expect(site.text("taken") == "a file")
    #expect(try site.names() == ["taken"])
  }

  @Test func aFolderInAFilesPlaceStopsEverythingBeforeItBegins() throws {
    try site.publish(["a.csv": "1"])
    try site.write("mine", to: "out/population.csv/below")
    #expect(refusal("out") == .notAFile)
    #expect(try site.names("out") == ["a.csv", "manifest.json", "population.csv"])
    #expect(try RunFolder(site.path("out")).state == .whole)
    #expect(try site.names() == ["out"])
  }

  @Test func aFolderThatHoldsAnInputIsNoPlaceToWriteTo() throws {
    try site.write("old", to: "data/population.csv")
    #expect(refusal("data", inputs: ["data/population.csv"]) == .holdsInput(site.path("data/population.csv")))
    // By another way, and where the input is a link to elsewhere.
    try FileManager.default.createSymbolicLink(atPath: site.path("way"), withDestinationPath: site.path("data"))
    #expect(refusal("data", inputs: ["way/population.csv"]) == .holdsInput(site.path("way/population.csv")))
    #expect(refusal("way", inputs: ["data/population.csv"]) == .holdsInput(site.path("data/population.csv")))
    #expect(site.text("data/population.csv") == "old")
    #expect(refusal("data", inputs: ["elsewhere.csv"]) == nil)
  }

  @Test func aDataPackageOfSomethingElseIsNoPlaceToWriteTo() throws {
    try site.write("{}", to: "city/datapackage.json")
    #expect(refusal("city") == .holdsOtherPackage)
    #expect(try site.names("city") == ["datapackage.json"])
    try site.write(#"{"program": "other"}"#, to: "city/manifest.json")
    #expect(refusal("city") == .holdsOtherPackage)
  }

  @Test(arguments: ["", "{}", #"{"program": "other", "outputs": []}"#, "[1, 2"])
  func aManifestOfSomethingElseIsNotReplaced(manifest: String) throws {
    try site.write(manifest, to: "app/manifest.json")
    #expect(refusal("app") == .holdsOtherManifest)
    #expect(site.text("app/manifest.json") == manifest)
    #expect(try site.names("app") == ["manifest.json"])
  }

  @Test func aLinkIsFollowedToItsFolderAndStays() throws {
    try FileManager.default.createDirectory(atPath: site.path("real"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: site.path("link"), withDestinationPath: "real")
    #expect(refusal("link") == nil)
    #expect(refusal("link") == nil)
    #expect(try site.names("real") == ["manifest.json", "population.csv"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.path("link")) == "real")
  }

  @Test func aLinkThatLeadsNowhereIsRefused() throws {
    try FileManager.default.createSymbolicLink(atPath: site.path("link"), withDestinationPath: "nowhere")
    #expect(refusal("link") == .brokenLink)
    #expect(try site.names() == ["link"])
  }

  @Test func aLinkInAFilesPlaceIsReplacedNotFollowed() throws {
    try site.write("mine", to: "victim")
    try FileManager.default.createDirectory(atPath: site.path("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: site.path("out/population.csv"), withDestinationPath: site.path("victim"))
    #expect(refusal("out") == nil)
    #expect(site.text("victim") == "mine")
    #expect(site.text("out/population.csv") == "new")
    #expect(try RunFolder(site.path("out")).state == .whole)
  }

  @Test func anEmptyNameAndTheRootAreRefused() throws {
    for folder in ["", "/"] {
      #expect(throws: PublishingFailure.self) { try Publisher(folder: folder).publish(publication(["a": "1"])) }
    }
  }

  @Test func aDeviceIsNoFolder() throws {
    #expect(throws: PublishingFailure(path: "/dev/null", reason: .notAFolder)) {
      try Publisher(folder: "/dev/null").check()
    }
  }
}
