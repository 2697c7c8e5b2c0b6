import Domain
import Formulas
import Foundation
import Programmes
import Simulation
import Targets

/// A city read from a data package, with the files it was read from.
public struct Dataset: Sendable {
  public private(set) var city: City
  public let title: Label
  /// The folder as given.
  public private(set) var directory: String
  /// The files read, named from the folder, in a fixed order.
  public let files: [InputFile]
  /// What has changed since the package was sealed.
  public let seal: PackageSeal
  /// What may be a mistake in what was read, and is used all the same.
  public private(set) var warnings: [Diagnostic] = []
  /// How much of the package was read.
  public let extent: Model.Extent

  /// Reads a data package.
  ///
  /// - Parameter extent: the whole package, or only what the population needs.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(directory: String, extent: Model.Extent = .whole) throws(InputError) {
    var reader = DatasetReader(directory: directory, extent: extent)
    self = try reader.read()
    warnings = InputError(reader.remarks.filter(\.problem.isWarning)).diagnostics
  }

  /// How much of the chain a package is made for: one without care parameters is about the population alone.
  public static func extent(of directory: String) -> Model.Extent {
    let isWhole = ["parameters/care.yaml", "tables/programmes.csv", "tables/targets.csv"].contains {
      FileManager.default.fileExists(atPath: "\(directory)/\($0)")
    }
    return isWhole ? .whole : .population
  }

  init(city: City, title: Label, directory: String, files: [InputFile], extent: Model.Extent) {
    self.city = city
    self.title = title
    self.directory = directory
    self.files = files
    seal = PackageSeal(directory: directory, read: files)
    self.extent = extent
  }

  /// The same with the targets of a plan behind its own.
  func adding(_ plan: TargetPlan) -> Dataset {
    var copy = self
    copy.city.targets += plan.targets(for: city)
    copy.warnings += plan.warnings
    return copy
  }

  /// The same, of a folder given in another way.
  func given(as directory: String) -> Dataset {
    var copy = self
    copy.directory = directory
    return copy
  }

  /// Every parameter a scenario for this city can set, by path and label.
  public var parameterSearch: NameSearch {
    let values = city.allValues
    return NameSearch(city.model.parameters.map { NameSearch.Entry($0.path, values[$0.path]?.label ?? .empty) })
  }

  /// Every indicator a run for this city gives, by name and label.
  public var indicatorSearch: NameSearch { NameSearch(city.model.published) }

  /// Every indicator a run for this city gives.
  public var indicatorNames: [String] { city.model.published.map(\.name) }
}

extension Dataset {
  /// The unit of an indicator that is part of the output.
  public func unit(of indicator: String) -> Domain.Unit? {
    city.model.published.first { $0.name == indicator }?.unit
  }
}
