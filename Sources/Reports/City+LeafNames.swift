import Domain
import Formulas
import Simulation

extension City {
  /// What a leaf of a formula is called for readers; nil where nobody named it.
  ///
  /// - Parameter indicator: an indicator of the run by its name.
  func name(of leaf: Formula.Leaf, in language: Language, indicator: (String) -> Indicator?) -> String? {
    switch leaf {
    case .parameter(let parameter, _): label(ofParameter: parameter.path)?(language)
    case .measure(let measure): measure.label(language)
    case .indicator(let reference):
      (label(ofIndexed: reference.name) ?? indicator(reference.name)?.label)?(language)
    case .itself, .constant: nil
    }
  }

  /// An indicator that stands for a parameter which goes on with an index is called as the parameter is.
  func label(ofIndexed name: String) -> Label? {
    guard name.hasPrefix(Indexation.prefix) else { return nil }
    let path = String(name.dropFirst(Indexation.prefix.count))
    let level = path.split(separator: ".").dropLast().joined(separator: ".")
    return label(ofParameter: path) ?? label(ofParameter: level)
  }

  /// Of the package's files, of a programme's path, or of the index.
  func label(ofParameter path: String) -> Label? {
    values[path]?.label ?? programmes.first { $0.path.path == path }?.label ?? index.values[path]?.label
  }
}
