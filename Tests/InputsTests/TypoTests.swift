import Domain
import Foundation
import Inputs
import Reports
import Simulation
import TestSupport
import Testing

/// One wrong letter in any key of the shipped files must be rejected, nearly always with the right key beside it.
struct TypoTests {
  private enum Slip: CaseIterable { case substitution, deletion, insertion, swap }

  /// A key of a file: what it says and where it stands.
  private struct Key {
    let text: String
    let range: Range<String.Index>
  }

  /// The keys of a text but for years and dates: what stands before `: ` at the start of a line or behind `{`, `,`.
  private func keys(of text: String) throws -> [Key] {
    let pattern = try Regex<(Substring, Substring)>(#"(?:^|[{,])[ \t]*([\p{L}_][\p{L}0-9_.]*)(?=:(?:[ \n]))"#)
      .anchorsMatchLineEndings()
    return text.matches(of: pattern).compactMap { match in
      let line = text[..<match.range.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
      let before = text[line..<match.output.1.startIndex]
      // Neither in a comment nor in a quoted text.
      guard !before.contains("#"), before.count(where: { $0 == "\"" }) % 2 == 0 else { return nil }
      return Key(text: String(match.output.1), range: match.output.1.startIndex..<match.output.1.endIndex)
    }
  }

  /// The key with one slip, nil when that leaves it as it was.
  private func slipped(_ key: String, _ slip: Slip, _ stream: inout SplitMix) -> String? {
    var letters = Array(key)
    let place = Int.random(in: 0..<letters.count, using: &stream)
    let letter = Character(UnicodeScalar(UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &stream)))
    switch slip {
    case .substitution: letters[place] = letter
    case .deletion: letters.remove(at: place)
    case .insertion: letters.insert(letter, at: place)
    case .swap:
      guard place + 1 < letters.count else { return nil }
      letters.swapAt(place, place + 1)
    }
    return letters.isEmpty || String(letters) == key ? nil : String(letters)
  }

  private struct Tally {
    var tried = 0
    var accepted: [String] = []
    var unhelped: [String] = []
    var share: Double { 1 - Double(unhelped.count) / Double(tried) }
  }

  /// Tries every key of a text with every slip.
  private func tally(
    _ text: String, _ name: String, into tally: inout Tally, _ stream: inout SplitMix,
    check: (String) throws -> [Diagnostic]
  ) throws {
    for key in try keys(of: text) {
      for slip in Slip.allCases {
        guard let wrong = slipped(key.text, slip, &stream) else { continue }
        var broken = text
        broken.replaceSubrange(key.range, with: wrong)
        let found = try check(broken)
        tally.tried += 1
        let told = "\(name): \(key.text) → \(wrong)"
        if found.isEmpty { tally.accepted.append(told) }
        if !found.contains(where: { $0.passage.found == wrong && $0.problem.suggestion == key.text }) {
          tally.unhelped.append(told)
        }
      }
    }
  }

  /// Entries of a parameter file, each with its own lines, so that one is read instead of all.
  private func entries(of text: String) -> [String] {
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.first, first.isLetter { result.append("") }
      if !result.isEmpty { result[result.count - 1] += line + "\n" }
    }
    return result
  }

  @Test func typosInParameterFilesAreRejected() throws {
    var stream = SplitMix(seed: 2_026)
    var tally = Tally()
    for city in [Folder.hangzhou, Folder.tinytown] {
      let areas = try Dataset(directory: city).city.areas
      for file in ["benefits", "care", "demography"] {
        let text = try String(contentsOfFile: "\(city)/parameters/\(file).yaml", encoding: .utf8)
        for entry in entries(of: text) {
          #expect(try parameterFaults(in: entry, file: file, areas: areas) == [], "\(entry)")
          try self.tally(entry, file, into: &tally, &stream) { broken in
            do throws(InputError) {
              return try parameterFaults(in: broken, file: file, areas: areas)
            } catch {
              return error.diagnostics
            }
          }
        }
      }
    }
    print("typos in parameter files: \(tally.tried), with the right key suggested: \(tally.share)")
    #expect(tally.tried > 5_000)
    #expect(tally.accepted == [])
    #expect(tally.share >= 0.9, "\(tally.unhelped.prefix(20))")
  }

  @Test func typosInScenariosAreRejected() throws {
    var stream = SplitMix(seed: 2_027)
    var tally = Tally()
    let root = URL(fileURLWithPath: Folder.hangzhou).deletingLastPathComponent().deletingLastPathComponent().path
    let scratch = try Scratch()
    for folder in ["scenarios", "datasets"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(folder)", withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/datasets/hangzhou", withDestinationPath: Folder.hangzhou)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/scenarios").sorted()
    for name in names where name.hasSuffix(".yaml") {
      try FileManager.default.copyItem(
        atPath: "\(root)/scenarios/\(name)", toPath: "\(scratch.path)/scenarios/\(name)")
    }
    for name in names where name.hasSuffix(".yaml") {
      let text = try String(contentsOfFile: "\(root)/scenarios/\(name)", encoding: .utf8)
      try self.tally(text, name, into: &tally, &stream) { broken in
        let file = try scratch.write("scenarios/\(name)", broken)
        return diagnostics { try Plan(LoadedScenario(ScenarioRequest(file))) } ?? []
      }
      try scratch.write("scenarios/\(name)", text)
    }
    print("typos in scenarios: \(tally.tried), with the right key suggested: \(tally.share)")
    #expect(tally.tried > 200)
    #expect(tally.accepted == [])
    #expect(tally.share >= 0.9, "\(tally.unhelped.prefix(20))")
  }
}
