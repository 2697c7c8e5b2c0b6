import Domain
import Population

/// What a projection ran into, in words.
public func multistateText(_ error: MultistateError, language: Language) -> String {
  let say = language.say
  switch error {
  case .unbalanced(let sex, let age, let expected, let found):
    return say(
      "\(age) 岁（\(sex.name)）各状态人数之和应为 \(expected)，实为 \(found)\n",
      "the persons in all states at age \(age) (\(sex.name)) should be \(expected), they are \(found)\n")
  case .outsideTable, .shape, .persons, .notDescribed:
    return say("期初分布与转移表不符\n", "the start does not fit the table of transitions\n")
  }
}
