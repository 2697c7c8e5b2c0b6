import Domain
import Formulas
import Foundation
import Inputs
import Simulation

/// What may stand at a place of the command line, by what is typed there already.
extension TypedLine {
  /// YAML files of some kinds: those in the folder typed and near below it, then those that came with the program.
  ///
  /// In a list only what stands behind the last sign that parts it is completed.
  func files(_ kinds: Set<ShippedFiles.Kind>, partedBy signs: String = "+,") -> [Candidate] {
    let (before, last) = parted(word, by: signs)
    let shipped = Installation.shipped
    let own = yamlFiles(below: (last as NSString).deletingLastPathComponent)
    let theirs = kinds.sorted { $0.rawValue < $1.rawValue }.flatMap { shipped.all($0) }
      .filter { !FileManager.default.fileExists(atPath: $0) }
    return (own + theirs).compactMap { name in
      guard let found = NamedInput(path: shipped.path(name, .scenario)), kinds.contains(found.kind) else { return nil }
      return Candidate(before + name, found.title?(languageAsked()))
    }
  }

  /// Packages: those that came with the program, and folders in the present one that are some.
  func packages() -> [Candidate] {
    let here = [".", "datasets"].flatMap { folder in
      folderNames(folder).map { folder == "." ? $0 : "\(folder)/\($0)" }
    }.filter { FileManager.default.fileExists(atPath: "\($0)/datapackage.json") }
    return Set(here + Installation.shipped.all(.dataset)).sorted().map { Candidate($0) }
  }

  /// Parameters by path.
  func parameters(_ ending: String = "") -> [Candidate] {
    guard let city = dataset()?.city else { return [] }
    let labels = city.allValues
    return city.model.parameters.map { parameter in
      let label = labels[parameter.path]?.label(languageAsked()) ?? ""
      return Candidate(parameter.path + ending, "\(label)（\(parameter.unit.name(languageAsked()))）")
    }
  }

  /// ADDRESS=: a path, then a year, then a district where the parameter takes one.
  func addresses() -> [Candidate] {
    guard let mark = word.firstIndex(of: "@") else { return parameters("@") }
    guard !word.contains("=") else { return [] }
    let path = String(word[..<mark])
    let parameter = dataset()?.city.model.parameters.first { $0.path == path }
    let isByDistrict = parameter.map { $0.scope != .city } ?? false
    return placed(after: mark, endings: isByDistrict ? ["=", "/"] : ["="], behindDistricts: "=")
  }

  /// INDICATOR@YEAR[/DISTRICT], several parted by commas.
  func outcomes() -> [Candidate] {
    let (before, last) = parted(word, by: ",")
    guard let mark = last.firstIndex(of: "@") else {
      return with(word: last).indicators("@").map { Candidate(before + $0.text, $0.label) }
    }
    return with(word: last).placed(after: mark, endings: ["", "/"], behindDistricts: "")
      .map { Candidate(before + $0.text, $0.label) }
  }

  /// Indicators by name.
  func indicators(_ ending: String = "") -> [Candidate] {
    let (before, _) = parted(word, by: ",")
    let language = languageAsked()
    return (dataset()?.city.model.published ?? []).map { indicator in
      Candidate(before + indicator.name + ending, "\(indicator.label(language))（\(indicator.unit.name(language))）")
    }
  }

  func districts() -> [Candidate] {
    guard let areas = dataset()?.city.areas else { return [] }
    return areas.shown.map { Candidate(areas[$0].label(languageAsked()), areas[$0].code) }
  }

  /// The years that a scenario on the line runs through; without one those that the dataset knows.
  func years() -> [Int] {
    if let scenario = scenario()?.scenario { return Array(scenario.horizon) }
    return dataset().map { Array($0.city.baseYear...$0.city.informationDate) } ?? []
  }

  /// Years behind `@`, and districts behind the `/` that follows them.
  private func placed(after mark: String.Index, endings: [String], behindDistricts: String) -> [Candidate] {
    let head = String(word[...mark])
    let tail = word[word.index(after: mark)...]
    guard let slash = tail.firstIndex(of: "/") else {
      return years().flatMap { year in endings.map { Candidate("\(head)\(year)\($0)") } }
    }
    let place = head + tail[...slash]
    return districts().map { Candidate(place + $0.text + behindDistricts, $0.label) }
  }

  /// What stands up to the last sign that parts a list, and what is behind it.
  private func parted(_ text: String, by signs: String) -> (before: String, last: String) {
    guard let cut = text.lastIndex(where: { signs.contains($0) }) else { return ("", text) }
    return (String(text[...cut]), String(text[text.index(after: cut)...]))
  }

  /// The names of YAML files in a folder and near below it, as they are typed.
  private func yamlFiles(below folder: String, depth: Int = 2) -> [String] {
    folderNames(folder.isEmpty ? "." : folder).flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return [path] }
      return depth > 0 && isFolder(path) ? yamlFiles(below: path, depth: depth - 1) : []
    }
  }

  /// As many names of a folder as can be looked through while somebody waits.
  private func folderNames(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().prefix(500).map { $0 }
  }
}
