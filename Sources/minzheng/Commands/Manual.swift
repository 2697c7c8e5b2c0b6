import ArgumentParser
import Domain

/// Writes the pages of the manual, for those who install the program.
struct Manual: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("写出手册页，供安装之用。", "Write the pages of the manual, for an installation."),
    shouldDisplay: false)

  static let examples = ["minzheng manual man/man1 --lang en"]

  @Argument(help: .bilingual("写到这个文件夹。", "The folder to write to."))
  var folder: Folder

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() throws {
    try makeFolder(folder.path)
    for place in CommandPlace.program().all {
      let page = ManualPage(place, language: lang)
      try publisher(file: File("\(folder.path)/\(page.name).1"), reading: []).publish([UInt8](page.text.utf8))
    }
  }
}
