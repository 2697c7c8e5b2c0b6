import ArgumentParser
import CProcessor
import Dispatch
import Domain
import Foundation
import NumericCore
import Publishing
import Reports

/// The program: commands that read arguments, load, call the library and write.
@main
enum Program {
  /// Waits here while the commands run: a main thread that hands itself over to them lets signals through again.
  static func main() {
    guard processor_runs_this_build() != 0 else {
      complain("minzheng: 这台处理器没有本程序所需的 AVX2 指令；请用 make TARGET= 重新编译。\n")
      complain(
        "minzheng: this processor lacks the AVX2 instructions the program was built for; build it with make TARGET=\n")
      Minzheng.exit(withError: Exit.failed)
    }
    // Before any thread is started, so that all of them leave signals to one.
    Interruption.listen { _ in
      ProgressLine.clear()
      complain(Farewell.words(languageAsked()))
    }
    let end = DispatchSemaphore(value: 0)
    Task.detached {
      await Minzheng.runAsTyped()
      end.signal()
    }
    end.wait()
  }
}

extension Making {
  /// By this program as it was called, now.
  static var now: Making {
    Making(version: Minzheng.version, command: CommandLine.arguments, date: Date())
  }
}

extension Minzheng {
  /// Runs what the command line asks for; what is wrong with its use is said in the language asked for.
  fileprivate static func runAsTyped() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let text = try HelpPage.asked(arguments)?.text ?? CompletionScript.asked(arguments)?.text {
        return try say(text)
      }
      var command = try parseAsRoot()
      if var waiting = command as? AsyncParsableCommand { try await waiting.run() } else { try command.run() }
    } catch let failure as PublishingFailure {
      complain(publishingText(failure, language: languageAsked()))
      exit(withError: Exit.cannotWrite)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let message = fullMessage(for: error)
      complain((languageAsked() == .zh ? usageText(message) : message) + "\n")
      exit(withError: ExitCode.validationFailure)
    }
  }
}

/// The commands.
struct Minzheng: AsyncParsableCommand, Exemplified {
  static let version = "1.0.0"

  static let configuration = CommandConfiguration(
    commandName: "minzheng",
    abstract: bilingual(
      "民政政策模拟与预测：人口、照护、标准与规划目标。", "Policy simulation for a city's civil-affairs bureau."),
    discussion: bilingual(
      "随程序安装的情景、研究、规划和数据集从任何文件夹都找得到；minzheng init 把它们复制出来，以便修改。",
      """
      The scenarios, studies, plans and datasets that come with the program are found from any folder; minzheng init \
      copies them to work on.
      """),
    version: version,
    subcommands: [
      Run.self, TargetsCommand.self, BudgetCommand.self, Compare.self, Explain.self, Allocate.self, Project.self,
      Backtest.self, RecordCommand.self, SweepCommand.self, SensitivityCommand.self, Seek.self,
      Parameters.self, Indicators.self, DatasetCommand.self, LifeTableCommand.self, Calibrate.self, Multistate.self,
      Export.self, Rerun.self, Schema.self, Init.self, Doctor.self, Manual.self,
    ])

  static let examples = [
    "minzheng run scenarios/baseline.yaml", "minzheng compare scenarios/baseline.yaml scenarios/austerity.yaml",
    "minzheng init --out work",
  ]
}
