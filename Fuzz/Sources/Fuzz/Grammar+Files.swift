import Foundation
import Inputs

/// A folder in memory where the system has one, for readers that take files.
private let folder: String = {
  let root = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
  let path = "\(root)/minzheng-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    fatalError("cannot make \(path)")
  }
  return path
}()

private func file(_ name: String, _ bytes: [UInt8]) -> String {
  let path = "\(folder)/\(name)"
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { fatalError("cannot write \(path)") }
  return path
}

/// Death rates, read for life tables and for a fit.
func readRates(_ bytes: [UInt8]) {
  let path = file("rates.csv", bytes)
  checked { _ = try LifeTables(file: path) }
  checked { _ = try MortalityTable(file: path).fitLeeCarter(from: nil, to: nil, jumpOff: nil) }
}

let soundStart = Array("sex,age,state,persons\nfemale,60,healthy,1000\n".utf8)

let soundTransitions = Array(
  """
  from,to,age,sex,probability
  healthy,ill,60,female,0.1
  healthy,dead,60,female,0.02
  ill,dead,60,female,0.2

  """.utf8)

func readStates(table: [UInt8], start: [UInt8]) {
  let paths = (file("table.csv", table), file("start.csv", start))
  checked { for warning in try StateCohorts(table: paths.0, start: paths.1).warnings { check(warning) } }
}

/// The files of the invented city, in a fixed order, each as it is.
private let parts: [(name: String, bytes: [UInt8])] = {
  let all = FileManager.default.enumerator(atPath: townFolder)?.compactMap { $0 as? String } ?? []
  return all.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { name in
    (name, Array(FileManager.default.contents(atPath: "\(townFolder)/\(name)") ?? Data()))
  }
}()

/// A copy of the invented city.
private let copy: String = {
  let path = "\(folder)/town"
  do {
    try FileManager.default.copyItem(atPath: townFolder, toPath: path)
  } catch {
    fatalError("cannot copy \(townFolder)")
  }
  return path
}()

/// Puts the bytes after the first in the place of a file, and reads the package as a check does.
func readPackage(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let part = parts[Int(first) % parts.count]
  let path = "\(copy)/\(part.name)"
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes.dropFirst())) else {
    fatalError("cannot write \(path)")
  }
  let reading = Dataset.Reading(directory: copy)
  for diagnostic in reading.problems + reading.formProblems { check(diagnostic) }
  _ = FileManager.default.createFile(atPath: path, contents: Data(part.bytes))
}
