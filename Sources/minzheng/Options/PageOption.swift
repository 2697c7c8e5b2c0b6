import ArgumentParser
import Publishing

/// What a command found, as a page.
struct PageOption: ParsableArguments {
  @Option(help: .bilingual("把结果和图写成网页的 HTML 文件。", "An HTML file that receives the page with its charts."))
  var html: File?
}

extension WorkingCommand {
  /// The file a page is written to, looked at before the work begins; nil where none is asked for.
  ///
  /// - Parameter inputs: the files that the command reads.
  func publisher(of page: PageOption, reading inputs: [String]) throws -> FilePublisher? {
    try page.html.map { try publisher(file: $0, reading: inputs) }
  }
}
