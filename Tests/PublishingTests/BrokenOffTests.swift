import Foundation
import Publishing
import Testing

/// What the next run makes of one that was killed. `Scripts/publish-trials` kills at every step.
struct BrokenOffTests {
  private let site: Site
  private let mark: String

  init() throws {
    site = try Site()
    // How a staging folder beside `out` is called.
    mark = ".minzheng-\(FileSeal(name: "", content: Array("out".utf8)).sha256.prefix(12))-"
  }

  /// Lays the folder out as a run leaves it that is killed between two moves: `a.csv` is in, `b.csv` still waits.
  private func breakOff(_ staging: String) throws {
    try site.write("mine", to: "out/notes.txt")
    try site.publish(["a.csv": "old a", "b.csv": "old b", "c.csv": "old c"])
    let manager = FileManager.default
    func move(_ name: String, _ to: String) throws {
      let place = site.path(to)
      try manager.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try manager.moveItem(atPath: site.path(name), toPath: place)
    }
    try move("out/manifest.json", "out/.manifest.json.displaced")
    for name in ["a.csv", "b.csv", "c.csv"] { try move("out/\(name)", "\(staging)/displaced/\(name)") }
    try site.write("new a", to: "out/a.csv")
    try site.write("new b", to: "\(staging)/run/b.csv")
    let manifest = try publication(["a.csv": "new a", "b.csv": "new b"]).manifest
    try site.write(String(decoding: manifest, as: UTF8.self), to: "\(staging)/run/manifest.json")
  }

  @Test func aTornFolderIsSaidToBeOne() throws {
    try breakOff(mark + "0123456789abcdef")
    #expect(try RunFolder(site.path("out")).state == .torn)
  }

  @Test func theNextRunReplacesWhatIsTornAndSweeps() throws {
    try breakOff(mark + "0123456789abcdef")
    try site.write("", to: mark.dropLast() + ".lock")
    try site.publish(["d.csv": "newest"])
    #expect(try site.names("out") == ["d.csv", "manifest.json", "notes.txt"])
    #expect(try site.names() == ["out"])
    #expect(site.notices.all == [.restored(path: site.path("out"))])
  }

  @Test func whatStoodThereIsBackEvenWhereTheNextRunComesToNothing() throws {
    try breakOff(mark + "0123456789abcdef")
    // A folder in a file's place: nothing can be moved in.
    try FileManager.default.createDirectory(atPath: site.path("out/d.csv"), withIntermediateDirectories: true)
    #expect(throws: PublishingFailure(path: site.path("out/d.csv"), reason: .notAFile)) {
      try site.publish(["d.csv": "newest"])
    }
    #expect(try RunFolder(site.path("out")).state == .whole)
    for name in ["a", "b", "c"] { #expect(site.text("out/\(name).csv") == "old \(name)") }
    #expect(try site.names() == ["out"])
  }

  @Test func filesThatWaitedInTheFolderAreSweptToo() throws {
    try breakOff("out/.minzheng-here-0123456789abcdef")
    try site.publish(["d.csv": "newest"])
    #expect(try site.names("out") == ["d.csv", "manifest.json", "notes.txt"])
  }

  @Test func aTornFolderWithoutItsWaitingFilesIsReplacedAndSaidToBeTorn() throws {
    let staging = mark + "0123456789abcdef"
    try breakOff(staging)
    try FileManager.default.removeItem(atPath: site.path(staging))
    try site.publish(["d.csv": "newest"])
    #expect(site.notices.all.contains(.torn(path: site.path("out"))))
    #expect(try RunFolder(site.path("out")).state == .whole)
    // What nobody listed is not known to be a run's.
    #expect(try site.names("out") == ["a.csv", "d.csv", "manifest.json", "notes.txt"])
  }

  @Test func nothingIsSweptThatOnlyLooksLikeStaging() throws {
    let names = [mark + "short", ".minzheng-000000000000-0123456789abcdef", ".out.123"]
    for name in names { try site.write("mine", to: "\(name)/file") }
    try site.publish(["a.csv": "1"])
    #expect(try site.names() == (names + ["out"]).sorted())
  }
}
