import Domain
import Foundation
import Publishing
import Reports
import Tables

/// Writes to standard error; where nobody listens there is nobody to tell.
func complain(_ text: String) {
  guard isatty(STDERR_FILENO) == 1 else { return control(text) }
  control(Paint.isWanted ? Paint.painted(visible(text)) : visible(text))
}

/// Says beside the results what nobody needs to act on, unless `--quiet` stands on the command line.
func remark(_ text: String) {
  if !isQuiet { complain(text) }
}

/// Whether the command line asks for results and complaints alone.
let isQuiet = CommandLine.arguments.contains("--quiet")

/// Writes to standard error as it is, orders to the terminal included.
func control(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

/// Writes to standard output.
///
/// - Throws: `PublishingFailure` when not all of it could be written.
func say(_ text: String) throws {
  let shown = isatty(STDOUT_FILENO) == 1 ? visible(text) : text
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(shown.utf8))
  } catch {
    throw PublishingFailure(path: "stdout", reason: .system(errno))
  }
}

extension WorkingCommand {
  /// A folder to publish in, looked at before the work begins.
  ///
  /// - Parameter inputs: the files that the command reads.
  /// - Throws: `PublishingFailure` when it is no place to write to.
  func publisher(_ folder: String, reading inputs: [String]) throws -> Publisher {
    let language = lang
    let publisher = Publisher(folder: folder, inputs: inputs) { complain(publishingText($0, language: language)) }
    try publisher.check()
    return publisher
  }

  /// A file to publish, looked at before the work begins.
  ///
  /// - Parameter inputs: the files that the command reads.
  /// - Throws: `PublishingFailure` when it is no place to write to.
  func publisher(file: File, reading inputs: [String]) throws -> FilePublisher {
    let language = lang
    let publisher = FilePublisher(file: file.path, inputs: inputs) { complain(publishingText($0, language: language)) }
    try publisher.check()
    return publisher
  }

  /// Publishes files, shows a page, and says where the files are.
  func deliver(_ files: Publication, by publisher: Publisher, showing page: String) throws {
    try publisher.publish(files)
    try say(page)
    remark(fileList(files, folder: publisher.path, language: lang) + "\n")
  }
}

/// Makes a folder with those above it, where they are not there.
///
/// - Throws: `PublishingFailure` where that cannot be.
func makeFolder(_ path: String) throws {
  guard !path.isEmpty else { return }
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw PublishingFailure(path: path, reason: .system(errno))
  }
}
