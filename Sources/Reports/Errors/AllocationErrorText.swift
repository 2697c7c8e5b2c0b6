import Allocation
import Domain

/// Why an allocation came to nothing, in words.
public func allocationText(_ error: AllocationError, language: Language) -> String {
  switch error {
  case .notCertified:
    language.say(
      "没有得到可以核验的最优解；请检查金额和价值的数量级是否相差过大\n",
      "no optimum could be proved; see whether amounts and values differ too much in size\n")
  }
}
