import Domain
import Foundation
import Inputs
import Testing

/// Files that are found from any folder.
struct ShippedFilesTests {
  private let scratch: Scratch
  private let shipped: ShippedFiles

  private var root: String { scratch.path }

  init() throws {
    scratch = try Scratch()
    for name in [
      "scenarios/a.yaml", "scenarios/b.yaml", "studies/s.yaml", "datasets/town/datapackage.json", "own.yaml",
    ] {
      try scratch.write(name, "name: x\n")
    }
    shipped = ShippedFiles(root: scratch.path)
  }

  @Test func namesLeadToTheirKind() {
    #expect(shipped.path("scenarios/a.yaml", .scenario) == "\(root)/scenarios/a.yaml")
    #expect(shipped.path("a.yaml", .scenario) == "\(root)/scenarios/a.yaml")
    #expect(shipped.path("a", .scenario) == "\(root)/scenarios/a.yaml")
    #expect(shipped.path("a", .study) == "a")
    #expect(shipped.path("town", .dataset) == "\(root)/datasets/town")
    #expect(shipped.path("datasets/town", .dataset) == "\(root)/datasets/town")
  }

  @Test func whatIsNotShippedStaysAsItIs() {
    for name in ["", "c.yaml", "scenarios", "../own.yaml", "scenarios/../own.yaml", "/a.yaml"] {
      #expect(shipped.path(name, .scenario) == name)
    }
    #expect(ShippedFiles.none.path("a", .scenario) == "a")
  }

  @Test func aFileThatIsThereComesFirst() {
    let own = "\(root)/own.yaml"
    #expect(shipped.path(own, .scenario) == own)
    // Seen from another file, a name leads to the file beside it, else to a shipped one.
    #expect(shipped.path("b.yaml", .scenario, beside: "\(root)/scenarios/a.yaml") == "\(root)/scenarios/b.yaml")
    #expect(shipped.path("b.yaml", .scenario, beside: own) == "\(root)/scenarios/b.yaml")
    #expect(shipped.path("gone.yaml", .scenario, beside: own) == "\(root)/gone.yaml")
  }

  @Test func listsAreInOrderAndWithoutWhatIsHidden() {
    #expect(shipped.all(.scenario) == ["scenarios/a.yaml", "scenarios/b.yaml"])
    #expect(shipped.all(.dataset) == ["datasets/town"])
    #expect(shipped.files(.dataset) == ["datasets/town/datapackage.json"])
    #expect(ShippedFiles.none.all(.scenario).isEmpty)
  }
}
