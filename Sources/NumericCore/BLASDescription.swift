internal import COpenBLAS

/// The OpenBLAS that is linked, as it describes itself.
public struct BLASDescription: Sendable {
  /// Version and build options.
  public let configuration: String
  /// The kernels in use, named after a processor.
  public let core: String
  /// How it runs in parallel: `none`, `threads` or `OpenMP`.
  public let parallel: String

  public init() {
    configuration = String(cString: openblas_get_config())
    core = String(cString: openblas_get_corename())
    parallel = ["none", "threads", "OpenMP"][Int(min(max(openblas_get_parallel(), 0), 2))]
  }
}
