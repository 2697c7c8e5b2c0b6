import Foundation
import NumericCore
import PeerModel

/// Runs the model of the other programs and compares with their quantiles.
@main
struct PeerModelProgram {
  static let tolerance = 1e-10  // relative; the order of summation differs

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else {
      print("usage: peer-model DUMPDIR [threads [vectors]]")
      exit(64)
    }
    let threads = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
    let vectors = arguments.count > 3 ? Int(arguments[3]) ?? 2 : 2
    useOneBLASThread()
    let inputs = try PeerInputs(folder: arguments[1])
    let run = await PeerRun(PeerModel(inputs, vectors: vectors), threads: threads)
    print(
      """
      draws \(inputs.draws), threads \(threads), vectors \(vectors)
      projection and products \(seconds(run.projectionAndProducts)) s \
      (all threads: projection \(seconds(run.projectionOfThreads)) s, products \(seconds(run.productsOfThreads)) s)
      quantiles \(seconds(run.quantiles)) s
      total \(seconds(run.projectionAndProducts + run.quantiles)) s
      """)
    let difference = try run.largestDifference(folder: arguments[1])
    print("largest relative difference to the expected quantiles \(difference)")
    exit(difference <= tolerance ? 0 : 1)
  }

  private static func seconds(_ duration: Duration) -> String {
    String(format: "%.3f", duration / .seconds(1))
  }
}
