import Domain

/// What a YAML file is for, by the keys it has, and what it calls itself.
public struct NamedInput: Sendable {
  public let kind: ShippedFiles.Kind
  /// Nil where it has none.
  public let title: Label?

  /// Looks into a file; nil for one that is no scenario, study or plan.
  public init?(path: String) {
    guard let text = try? text(ofFile: path), let document = try? YAMLDocument(file: path, text: text),
      let pairs = document.root?.pairs
    else { return nil }
    let keys = Set(pairs.compactMap(\.key.text))
    if keys.contains("outcomes") {
      kind = .study
    } else if keys.contains("targets") {
      kind = .plan
    } else if !keys.isDisjoint(with: ["set", "horizon", "extends"]) {
      kind = .scenario
    } else {
      return nil
    }
    var reader = ValueReader(document)
    title = pairs.value(of: "title").flatMap { reader.label($0) }
  }
}
