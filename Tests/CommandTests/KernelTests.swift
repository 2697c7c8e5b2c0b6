import Foundation
import Testing

/// OpenBLAS has a kernel for each kind of processor, and each has last bits of its own; the program uses one.
struct KernelTests {
  private let program: Program

  init() throws { program = try Program() }

  private func results(_ name: String, _ environment: [String: String]) throws -> [String: Data] {
    let outcome = try program.run(
      ["run", Program.tinytown, "--draws", "100", "--out", name], environment: environment)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try program.files(name)
  }

  private struct Manifest: Decodable {
    struct Machine: Decodable {
      let processor: String
      let blasKernel: String
    }

    let machine: Machine
    let commit: String
  }

  private func manifest(_ files: [String: Data]) throws -> Manifest {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Manifest.self, from: #require(files["manifest.json"]))
  }

  @Test func everyKernelAskedForFromOutsideGivesTheSameBytes() throws {
    let first = try results("free", [:])
    let used = try manifest(first).machine.blasKernel
    for kernel in ["Haswell", "SkylakeX", "Prescott", "Nehalem", "Zen"] {
      let files = try results(kernel, ["OPENBLAS_CORETYPE": kernel])
      #expect(try manifest(files).machine.blasKernel == used)
      for (name, bytes) in files where name != "manifest.json" {
        #expect(bytes == first[name], "\(name) differs where \(kernel) is asked for")
      }
    }
  }

  @Test func theManifestNamesKernelAndProcessor() throws {
    let machine = try manifest(results("out", [:])).machine
    #expect(!machine.blasKernel.isEmpty)
    #if arch(x86_64)
      #expect(!machine.processor.isEmpty)
    #endif
  }

  @Test func theProgramKeepsItsNumberAndItsExitCode() throws {
    let outcome = try program.run(["run", "nowhere.yaml"], environment: ["OPENBLAS_CORETYPE": "Prescott"])
    #expect(outcome.status == 65)
  }
}
