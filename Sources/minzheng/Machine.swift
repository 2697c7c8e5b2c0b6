import Foundation
import NumericCore

/// The threads to use: those asked for, else one a processor; one alone where OpenBLAS bears no more.
func usableThreads(_ asked: Int?) -> Int {
  blasAllowsParallelCallers() ? asked ?? ProcessInfo.processInfo.activeProcessorCount : 1
}

/// The dataset that comes with the program: the first beside its sources, or beside where it is installed.
func installedDataset() -> String? {
  guard let executable = Bundle.main.executablePath else { return nil }
  var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
  while folder.path != "/" {
    for place in ["datasets", "share/minzheng/datasets"] {
      let datasets = folder.appendingPathComponent(place)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: datasets.path)) ?? []
      for name in names.sorted() {
        let candidate = datasets.appendingPathComponent(name)
        let package = candidate.appendingPathComponent("datapackage.json").path
        if FileManager.default.fileExists(atPath: package) { return candidate.path }
      }
    }
    folder.deleteLastPathComponent()
  }
  return nil
}
