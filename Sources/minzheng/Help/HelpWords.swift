import Domain

/// What help and manual pages say beside the declarations of the commands.
struct HelpWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  var example: String { say("示例", "EXAMPLE") }
  var usage: String { say("用法", "USAGE") }
  var arguments: String { say("参数", "ARGUMENTS") }
  var options: String { say("选项", "OPTIONS") }
  var commands: String { say("命令", "COMMANDS") }
  var exitCodes: String { say("退出码", "EXIT CODES") }
  var environment: String { say("环境变量", "ENVIRONMENT") }
  var completion: String { say("命令行补全", "COMPLETION") }

  /// How a command is called; of a group each command below it, the usual one by the group's name.
  func usages(of place: CommandPlace) -> [String] {
    let word = say("选项", "options")
    guard !place.below.isEmpty else { return [place.sheet.usage(place.path, options: word)] }
    guard place.path.count > 1 else { return ["\(place.path[0]) <\(say("命令", "command"))> [\(word)]"] }
    let usual = place.usual.map { [$0.sheet.usage(place.path, options: word)] } ?? []
    let others = place.below.filter { $0.sheet.commandName != place.sheet.defaultSubcommand }
    return usual + others.map { $0.sheet.usage($0.path, options: word) }
  }

  /// What an argument is for, with what may stand there and what stands there untyped.
  func meaning(of argument: CommandSheet.Argument) -> String {
    let own = argument.abstract ?? ""
    let known = ["Show the version.": "显示版本。", "Show help information.": "显示帮助。"]
    let words = language == .zh ? known[own] ?? own : own
    var notes: [String] = []
    // Where the words do not name them all.
    if let values = argument.allValues, !values.allSatisfy({ words.contains($0) }) {
      notes.append(say("可取 \(values.joined(separator: "、"))", "one of \(values.joined(separator: ", "))"))
    }
    if let value = argument.defaultValue, argument.kind != .flag, !value.isEmpty {
      notes.append(say("默认 \(value)", "default: \(value)"))
    }
    guard !notes.isEmpty else { return words }
    guard language == .zh else { return words + " (\(notes.joined(separator: "; ")))" }
    let bare = words.hasSuffix("。") ? String(words.dropLast()) : words
    return bare + "（\(notes.joined(separator: "；"))）。"
  }

  /// Variables of the environment that the program reads.
  var variables: [(term: String, meaning: String)] {
    [
      (
        "MINZHENG_DATA",
        say(
          "不写 --dataset、情景也不写 dataset: 时所用数据集的文件夹。",
          "The folder of the dataset where neither --dataset nor a scenario names one.")
      ),
      ("NO_COLOR", say("有值则终端上不用颜色。", "Where it holds anything, no colours on a terminal.")),
      ("COLUMNS", say("不是终端时帮助的宽度。", "How wide help is where there is no terminal.")),
    ]
  }

  /// How completion is switched on, shell by shell.
  var completions: [String] {
    let program = "minzheng --generate-completion-script"
    return [
      "\(program) bash > ~/.local/share/bash-completion/completions/minzheng",
      "\(program) zsh > ~/.zfunc/_minzheng", "\(program) fish > ~/.config/fish/completions/minzheng.fish",
    ]
  }

  func more(_ path: [String]) -> String {
    let command = (["minzheng", "help"] + path.dropFirst()).joined(separator: " ")
    return say("各命令的说明：\(command) 命令；英文：加 --lang en", "Of each command: \(command) <command> --lang en")
  }
}
