import Domain
import NumericCore

struct Sum: LocalNode {
  var sign: Label { Label(zh: "+", en: "+") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(parts[0].text) + \(parts[1].text)", .sum)
  }
  func expression(_ parts: [Written]) -> Written { Written("\(parts[0].text)+\(parts[1].text)", .sum) }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out) { $0 + $1 } }
}

struct Difference: LocalNode {
  var sign: Label { Label(zh: "−", en: "−") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(parts[0].text) − \(parts[1].grouped(.product))", .sum)
  }
  func expression(_ parts: [Written]) -> Written {
    Written("\(parts[0].text)-\(parts[1].grouped(.product))", .sum)
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out) { $0 - $1 } }
}

struct Product: LocalNode {
  var sign: Label { Label(zh: "×", en: "×") }
  var vanishes: Bool { true }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { parts[0] * parts[1] }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(parts[0].grouped(.product)) × \(parts[1].grouped(.product))", .product)
  }
  func expression(_ parts: [Written]) -> Written {
    Written("\(parts[0].grouped(.product))*\(parts[1].grouped(.product))", .product)
  }
  /// What changes the unit alone is no work.
  func passing(_ parts: [Formula]) -> Formula? {
    if case .constant(let constant) = parts[1].leaf, constant.value == 1 { return parts[0] }
    return nil
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out) { $0 * $1 } }
}

struct Quotient: LocalNode {
  var sign: Label { Label(zh: "÷", en: "÷") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { parts[0] / parts[1] }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(parts[0].grouped(.product)) ÷ \(parts[1].grouped(.whole))", .product)
  }
  func expression(_ parts: [Written]) -> Written {
    Written("\(parts[0].grouped(.product))/\(parts[1].grouped(.whole))", .product)
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out) { $0 / $1 } }
}

extension Formula {
  public static func + (a: Formula, b: Formula) -> Formula { Formula(Sum(), a, b) }
  public static func - (a: Formula, b: Formula) -> Formula { Formula(Difference(), a, b) }
  public static func * (a: Formula, b: Formula) -> Formula { Formula(Product(), a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { Formula(Quotient(), a, b) }

  /// The sum of a list that is not empty, from left to right.
  public static func total(_ terms: [Formula]) -> Formula {
    precondition(!terms.isEmpty, "a sum has terms")
    return terms.dropFirst().reduce(terms[0], +)
  }
}
