import Inputs
import Testing

struct NearestNameTests {
  private let names = ["care.beds.convert", "care.beds.build", "care.workers.exit_rate"]

  @Test(arguments: [
    ("care.beds.convrt", "care.beds.convert"), ("care.bed.build", "care.beds.build"),
    ("Care.Beds.Build", "care.beds.build"), ("care.beds.biuld", "care.beds.build"),
    ("care.worker.exitrate", "care.workers.exit_rate"),
  ])
  func slipsLeadToTheNameMeant(name: String, meant: String) {
    #expect(nearestName(to: name, in: names) == meant)
  }

  @Test(arguments: ["benefits.dibao.ratio", "care.beds", "", "xyz"])
  func otherNamesLeadNowhere(name: String) {
    #expect(nearestName(to: name, in: names) == nil)
  }

  @Test func halfAWordIsNotASlip() {
    #expect(nearestName(to: "yes", in: ["no", "may"]) == nil)
    #expect(nearestName(to: "form", in: ["from", "to"]) == "from")
    #expect(nearestName(to: "x", in: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "bc", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("淳安县", "淳安", 1),
  ])
  func distancesCountInsertionsDeletionsReplacementsAndSwaps(a: String, b: String, distance: Int) {
    #expect(editDistance(Array(a), Array(b)) == distance)
    #expect(editDistance(Array(b), Array(a)) == distance)
  }
}
