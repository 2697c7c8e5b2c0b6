import Domain
import Foundation

/// Datasets as they were read, so that scenarios for one city stand on one reading of it.
public struct DatasetShelf: Sendable {
  private var datasets: [String: Dataset] = [:]

  public init() {}

  /// The whole package in a folder, read the first time it is asked for.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public mutating func dataset(in directory: String) throws(InputError) -> Dataset {
    let place = URL(fileURLWithPath: directory).resolvingSymlinksInPath().standardizedFileURL.path
    if let known = datasets[place] { return known.given(as: directory) }
    let dataset = try Dataset(directory: directory)
    datasets[place] = dataset
    return dataset
  }
}
