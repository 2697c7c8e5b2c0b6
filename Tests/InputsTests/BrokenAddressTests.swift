import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// Changes of the command line that cannot be made, with what a user reads of each in `Broken/addresses.*.txt`.
struct BrokenAddressTests {
  private static let addresses = [
    "", "=5", "care.beds.convert", "care.beds.convert@2026", "care.beds.convert@2026=", "care.beds.convert@=60 张",
    "care.beds.convert@2026==60", "care.beds.convert@2026＝60 张", "care.beds.convert = 60 张",
    "CARE.BEDS.CONVERT@2026=60 张", "care.beds.convrt@2026=60 张", "care.beds.conversion@2026=60 张", "care=60 张",
    "care.beds.occupancy@2026=80%", "fiscal.payer.city@2026=20 亿元", "care.beds.convert@26=60 张",
    "care.beds.convert@2026-2028=60 张", "care.beds.convert@2026-13-01=60 张", "care.beds.convert@2026@2027=60 张",
    "care.beds.convert/2026@西县=60 张", "care.beds.convert@2026/西=60 张", "care.beds.convert@2026/=60 张",
    "care.beds.convert@2026/990000=60 张", "care.beds.convert@2026/小城=60 张", "care.beds.convert@/西县=60 张",
    "care.workers.exit_rate@2026/西县=10%",
    "care.beds.opening@2026=300 张", "care.beds.convert@2026=60 張", "care.beds.convert@2026=1,200 张",
    "care.beds.convert@2026={multiply: 2}", "care.beds.convert@2026=-60 张",
    "care.beds.convert@2026=60 张,care.beds.build@2026=1 张", "demography.fertility.tfr@2026=1.2 1.3",
    "horizon.to=2o30", "horizon.to=2019", "horizon.from=2031", "horizon.from=2019", "horizon.to=9999",
    "horizon.to@2026=2030", "horizon.until=2030", "horizon=2030", "members.draws=ten", "members.draws=-1",
    "members.draws=1e3", "members.draws=20000000", "members.seeds=1", "known_until=2021", "name=x",
  ]

  private func message(_ address: String, _ language: Language) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.write("scenario.yaml", "horizon: {from: 2020, to: 2030}\n")
    do {
      _ = try Plan(
        LoadedScenario(ScenarioRequest(file, dataset: Folder.tinytown, changes: [address])))
      return "nothing is wrong"
    } catch {
      return diagnosticText(error, language: language).replacingOccurrences(of: scratch.path + "/", with: "")
    }
  }

  @Test func noAddressStandsTwice() { #expect(Set(Self.addresses).count == Self.addresses.count) }

  @Test(arguments: Language.allCases) func aBrokenAddressSaysWhatIsWrong(language: Language) throws {
    var text = ""
    for address in Self.addresses {
      let found = try message(address, language)
      #expect(found != "nothing is wrong", "\(address)")
      text += "## --set '\(address)'\n\n\(found)\n"
    }
    try expect(text, recordedAs: "\(Folder.broken)/addresses.\(language.rawValue).txt")
  }
}
