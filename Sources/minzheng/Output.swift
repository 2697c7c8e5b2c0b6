import Domain
import Foundation
import Reports

/// Writes to standard error; where nobody listens there is nobody to tell.
func complain(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

/// Writes to standard output.
///
/// - Throws: ``OutputFolder/Failure`` when not all of it could be written.
func say(_ text: String) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    throw OutputFolder.Failure(path: "stdout")
  }
}

/// Writes files to a folder, shows a page, and says where the files are.
func deliver(_ files: [OutputFile], to folder: String, showing page: String, in language: Language) throws {
  try OutputFolder(path: folder).write(files)
  try say(page)
  complain(fileList(files, folder: folder, language: language) + "\n")
}
