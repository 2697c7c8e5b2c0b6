import Foundation
import Publishing
import Testing

struct FilePublisherTests {
  private let site: Site

  init() throws { site = try Site() }

  private func publish(_ text: String, to name: String, inputs: [String] = []) throws {
    try FilePublisher(file: site.path(name), inputs: inputs.map(site.path)).publish(Array(text.utf8))
  }

  @Test func aFileIsMadeAndReplacedWithItsPermissions() throws {
    try publish("1", to: "answer.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: site.path("answer.json"))
    try publish("2", to: "answer.json")
    #expect(site.text("answer.json") == "2")
    let mode = try FileManager.default.attributesOfItem(atPath: site.path("answer.json"))[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try site.names() == ["answer.json"])
  }

  @Test func whatIsReadIsNotReplaced() throws {
    try site.write("problem", to: "p.json")
    try FileManager.default.createSymbolicLink(atPath: site.path("link.json"), withDestinationPath: "p.json")
    for name in ["p.json", "link.json"] {
      #expect(throws: PublishingFailure(path: site.path(name), reason: .isInput)) {
        try publish("answer", to: name, inputs: ["p.json"])
      }
    }
    #expect(site.text("p.json") == "problem")
  }

  @Test func aLinkIsFollowedToItsFile() throws {
    try site.write("old", to: "below/real.json")
    try FileManager.default.createSymbolicLink(atPath: site.path("link.json"), withDestinationPath: "below/real.json")
    try publish("new", to: "link.json")
    #expect(site.text("below/real.json") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.path("link.json")) == "below/real.json")
  }

  @Test func aPipeIsWrittenToAndStays() throws {
    #expect(mkfifo(site.path("pipe"), 0o600) == 0)
    let reader = open(site.path("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try publish("through", to: "pipe")
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, bytes.count) == 7)
    var facts = stat()
    #expect(lstat(site.path("pipe"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func aDeviceIsWrittenToAndStays() throws {
    try FilePublisher(file: "/dev/null").publish([1, 2, 3])
    var facts = stat()
    #expect(lstat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
    #expect(throws: PublishingFailure(path: "/dev/full", reason: .system(ENOSPC))) {
      try FilePublisher(file: "/dev/full").publish([1, 2, 3])
    }
  }

  @Test func aFolderIsNoFile() throws {
    try FileManager.default.createDirectory(atPath: site.path("folder"), withIntermediateDirectories: true)
    #expect(throws: PublishingFailure(path: site.path("folder"), reason: .notAFile)) { try publish("1", to: "folder") }
  }
}
