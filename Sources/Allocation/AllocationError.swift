/// Why an allocation came to nothing although nothing forbids one.
public enum AllocationError: Error, Equatable, Sendable {
  /// No way of solving gave an optimum that could be proved; the last certificate, if there was one.
  case notCertified(Certificate?)
}
