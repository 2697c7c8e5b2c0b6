import Foundation
import Inputs

/// What came with the program, and where it lies.
enum Installation {
  /// The dataset that is used where nothing names one: that of `MINZHENG_DATA`, else the one beside the program.
  static var dataset: String? {
    if let named = ProcessInfo.processInfo.environment["MINZHENG_DATA"], !named.isEmpty { return named }
    return places.lazy.map { $0.appendingPathComponent("datasets") }.compactMap(onlyPackage).first
  }

  /// The files that came with it, found from any folder.
  static let shipped = ShippedFiles(
    root: places.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("datasets").path) }?.path)

  /// Where those files may lie: in the folder of the program, in `share/minzheng` where it is installed in `bin`, and in
  /// the checkout that it was built in. No other folder above is looked into: what happens to lie there is somebody else's.
  private static var places: [URL] {
    guard let executable = Bundle.main.executablePath else { return [] }
    let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = program.deletingLastPathComponent().appendingPathComponent("share/minzheng")
    return [program, shared] + [checkout(of: program)].compactMap(\.self)
  }
}

/// The folder whose `.build` a program lies in.
private func checkout(of program: URL) -> URL? {
  guard let build = program.pathComponents.lastIndex(of: ".build") else { return nil }
  let steps = program.pathComponents.count - build
  let folder = (0..<steps).reduce(program) { folder, _ in folder.deletingLastPathComponent() }
  let package = folder.appendingPathComponent("Package.swift").path
  return FileManager.default.fileExists(atPath: package) ? folder : nil
}

/// The package in a folder of packages; nil where there are several, of which somebody has to choose.
private func onlyPackage(in folder: URL) -> String? {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  let packages = names.map { folder.appendingPathComponent($0) }.filter {
    FileManager.default.fileExists(atPath: $0.appendingPathComponent("datapackage.json").path)
  }
  return packages.count == 1 ? packages[0].path : nil
}
