import Domain
import Inputs
import Testing

struct NameSearchTests {
  private let search = NameSearch([
    .init("care.beds.build", Label(zh: "每年新建床位", en: "Beds built a year")),
    .init("care.beds.convert", Label(zh: "每年转为护理型的床位", en: "Beds converted to nursing type a year")),
    .init("care.workers.exit_rate", Label(zh: "持证护理员年离职率", en: "Yearly exit rate of certified caregivers")),
    .init("benefits.dibao.ratio", Label(zh: "最低生活保障标准占消费支出的比例", en: "Minimum-living standard as share of consumption")),
    .init("benefits.ltc_insurance.takeup", Label(zh: "长期护理保险参保率", en: "Take-up of long-term care insurance")),
  ])

  private func found(_ text: String) -> [String] { search.found(by: text).map(\.name) }
  private func akin(_ text: String) -> [String] { search.akin(to: text).map(\.name) }

  @Test(arguments: [
    ("care.beds.build", ["care.beds.build"]), ("care.beds", ["care.beds.build", "care.beds.convert"]),
    ("床位", ["care.beds.build", "care.beds.convert"]), ("护理员", ["care.workers.exit_rate"]),
    ("护理 床位", ["care.beds.convert"]), ("护理型床位", ["care.beds.convert"]), ("护理床位", ["care.beds.convert"]),
    ("nursing beds", ["care.beds.convert"]),
    ("Bed", ["care.beds.build", "care.beds.convert"]),
    ("exit caregiver", ["care.workers.exit_rate"]), ("dibao", ["benefits.dibao.ratio"]),
  ])
  func namesAreFoundByPathsAndLabels(text: String, names: [String]) { #expect(found(text) == names) }

  @Test(arguments: [("低保", ["benefits.dibao.ratio"]), ("长护险", ["benefits.ltc_insurance.takeup"])])
  func whatIsShortForALabelIsFound(text: String, names: [String]) { #expect(found(text) == names) }

  @Test(arguments: ["飞机", "xyz", ".", "保低", "床"]) func otherTextsFindNothingOrWhatHasThem(text: String) {
    #expect(text == "床" ? found(text).count == 2 : found(text).isEmpty)
  }

  @Test func allAreFoundByNothing() { #expect(found("").count == 5) }

  @Test(arguments: [
    ("care.beds.conversion", "care.beds.convert"), ("beds.built", "care.beds.build"),
    ("caregiver_exits", "care.workers.exit_rate"), ("床位转为护理", "care.beds.convert"),
  ])
  func wordsInCommonLeadToAName(text: String, name: String) { #expect(akin(text).first == name, "\(akin(text))") }

  @Test(arguments: ["fund.sales", "", "收养登记"]) func littleInCommonLeadsNowhere(text: String) {
    #expect(akin(text).isEmpty, "\(akin(text))")
  }
}
