import Domain
import NumericCore

/// The first where it has a value, else the second.
struct Present: LocalNode {
  var sign: Label { Label(zh: "，无则", en: ", else") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("(\(parts[0].text)\(sign(language)) \(parts[1].text))")
  }
  func expression(_ parts: [Written]) -> Written { Written("IFERROR(\(parts[0].text),\(parts[1].text))") }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    sweep.each(inputs, out) { $0.replacing(with: $1, where: $0 .!= $0) }
  }
}

extension Formula {
  /// Parameters that take the place of others where they have a value, with the others.
  public var standIns: [(parameter: Parameter, others: [Parameter])] {
    // A district's own value leaves the city's to the others.
    guard node is Present, case .parameter(let parameter, .atYearEnd)? = parts[0].leaf else {
      return parts.flatMap(\.standIns)
    }
    return [(parameter, parts[1].parameters)] + parts.flatMap(\.standIns)
  }

  /// The first where it has a value, else the second.
  public static func present(_ a: Formula, else b: Formula) -> Formula { Formula(Present(), a, b) }

  /// A split parameter in an area: the area's own value, else its share of the city's.
  public static func shareOut(_ parameter: Parameter, by share: Formula) -> Formula {
    .present(.ownValue(parameter), else: .ofCity(parameter) * share)
  }
}
