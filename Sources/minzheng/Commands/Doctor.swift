import ArgumentParser
import CProcessor
import Domain
import Foundation
import NumericCore
import Reports
import Tables

/// Says what the program runs on, and tests it.
struct Doctor: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("检查运行环境：版本、BLAS、线程，并自检。", "Say what the program runs on, and test it."))

  static let examples = ["minzheng doctor"]

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() async throws {
    let blas = BLASDescription()
    let dataset = Installation.dataset
    let test = await SelfTest(dataset: dataset)
    var table = Table(
      columns: [Column("what", header: lang.say("项目", "What")), Column("value", header: lang.say("内容", "Found"))])
    let system = ProcessInfo.processInfo
    let facts = [
      (lang.say("版本", "version"), Minzheng.version), (lang.say("提交", "commit"), String(cString: built_commit())),
      (lang.say("处理器", "processor"), String(cString: processor_name())),
      (lang.say("系统", "system"), system.operatingSystemVersionString),
      ("OpenBLAS", blas.configuration), (lang.say("BLAS 内核", "BLAS kernels"), blas.core),
      (lang.say("BLAS 并行方式", "BLAS in parallel"), blas.parallel),
      (lang.say("处理器数（默认线程数）", "processors (threads by default)"), "\(usableThreads(nil))"),
      (lang.say("随程序安装的数据集", "installed dataset"), dataset ?? lang.say("没有", "none")),
    ]
    for (what, value) in facts { table.append([.text(what), .text(value)]) }
    for check in test.checks {
      table.append([
        .text(check.label(lang)), .text(check.isPassed ? lang.say("通过", "passed") : lang.say("未通过", "FAILED")),
      ])
    }
    try say(table.text())
    guard test.isPassed else { throw Exit.failed }
  }
}
