import ArgumentParser
import Domain
import Foundation
import Inputs

/// A command line that is being typed, as a shell hands it over.
struct TypedLine: Sendable {
  private let words: [String]
  /// The word at the cursor, without the sign that opens a quotation.
  let word: String

  init(_ words: [String], at index: Int) {
    self.words = words.map(TypedLine.unquoted)
    word = words.indices.contains(index) ? TypedLine.unquoted(words[index]) : ""
  }

  private init(words: [String], word: String) {
    self.words = words
    self.word = word
  }

  /// The same line with another word at the cursor.
  func with(word: String) -> TypedLine { TypedLine(words: words, word: word) }

  private static func unquoted(_ word: String) -> String {
    let opened = word.first.map { "'\"".contains($0) } ?? false
    let inside = opened ? String(word.dropFirst()) : word.replacing("\\", with: "")
    return opened && inside.last == word.first ? String(inside.dropLast()) : inside
  }

  /// The value of an option; nil where it is not there.
  private func value(of option: String) -> String? {
    guard let place = words.firstIndex(of: option), place + 1 < words.count, words[place + 1] != word else {
      return nil
    }
    return words[place + 1]
  }

  /// The scenario that stands on the line, with its dataset; nil where none can be read.
  func scenario() -> LoadedScenario? {
    for word in words.dropFirst() where !word.hasPrefix("-") && word != self.word {
      let shipped = Installation.shipped
      let isThere = word.split(separator: "+").allSatisfy { part in
        FileManager.default.fileExists(atPath: shipped.path(String(part), .scenario))
      }
      guard isThere, word.contains(".") || word.contains("/") else { continue }
      var request = ScenarioRequest(
        word, dataset: value(of: "--dataset"), installedDataset: Installation.dataset, draws: 0)
      request.shipped = shipped
      if let found = try? LoadedScenario(request) { return found }
    }
    return nil
  }

  /// The dataset that the line is about; nil where none can be read.
  func dataset() -> Dataset? {
    scenario()?.dataset ?? (try? readDataset(value(of: "--dataset").map(Folder.init)))
  }
}
