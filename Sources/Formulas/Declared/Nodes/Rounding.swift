import Domain
import NumericCore

/// The first rounded up to a multiple of the second; what lies within rounding error of one stays there.
struct RoundedUp: LocalNode {
  var sign: Label { Label(zh: "向上取整", en: "round up") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(sign(language))(\(parts[0].text)\(language.say("，到", ", to")) \(parts[1].text))")
  }
  func expression(_ parts: [Written]) -> Written {
    let step = parts[1].grouped(.whole)
    return Written("CEILING(ROUND(\(parts[0].grouped(.product))/\(step),9),1)*\(step)", .product)
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    sweep.each(inputs, out) { value, step in
      let steps = value / step
      let nearest = steps.rounded(.toNearestOrEven)
      let difference = steps - nearest
      let close = (difference * difference) .< (nearest * nearest * 1e-24)
      return steps.rounded(.up).replacing(with: nearest, where: close) * step
    }
  }
}

extension Formula {
  /// The first rounded up to a multiple of the second.
  public static func roundedUp(_ a: Formula, to step: Formula) -> Formula { Formula(RoundedUp(), a, step) }
}
