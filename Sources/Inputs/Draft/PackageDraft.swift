import CSV
import Domain
import Formulas
import Simulation

/// A package for another city, to be filled in: every table and parameter that a whole package has.
///
/// What another city can begin with is taken from the package that serves as a template: rates, shares, unit costs and
/// laws, all marked as assumed and with wider ranges. Counts, figures that were published and what stands in
/// plans are its own: they are left open, with their unit and where the template's come from.
public struct PackageDraft {
  let template: Dataset
  let name: String
  let areas: Areas
  /// The parameters that the package gives: its plan's programmes are its own.
  let parameters: [Parameter]
  private let sources: SourceRows

  /// - Parameters:
  ///   - city: what the city is called.
  ///   - districts: how many it has.
  /// - Throws: ``InputError`` where the template's list of sources cannot be read, or the city's name is no name.
  public init(_ template: Dataset, city: String, districts: Int) throws(InputError) {
    guard isFileName(city) else { throw InputError(ofFile: city, .notAName(text: city)) }
    self.template = template
    name = city
    areas = Areas(
      city: Area(code: PackageDraft.code(0), label: Label(zh: city, en: city), kind: .city),
      districts: (1...districts).map { number in
        let label = Label(zh: "\(city)\(number)区", en: "\(city) district \(number)")
        return Area(code: PackageDraft.code(number), label: label, kind: .urban)
      })
    let model = Model(programmes: [], uses: template.city.fundUses)
    let values = template.city.allValues
    // What the template leaves out itself, and a package may, nobody has to fill in.
    parameters = model.given.filter { parameter in
      !model.optional.contains(parameter) || values[parameter.path].map { !$0.all.isEmpty } ?? false
    }
    sources = SourceRows(try text(ofFile: "\(template.directory)/\(SourceList.file)"))
  }

  /// Codes that no place has, to be replaced by those of GB/T 2260.
  private static func code(_ number: Int) -> String {
    "99" + String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
  }

  /// Every file by its path in the package, in a fixed order.
  ///
  /// - Throws: ``InputError`` where a file of the template cannot be read.
  public func files() throws(InputError) -> [(path: String, text: String)] {
    let tables = try tables()
    let files = tables + parameterFiles()
    return [
      (PackageDraft.scenario, scenario),
      (DatasetReader.package, try description(of: files.map(\.path))),
      (
        SourceList.file, sources.list(of: PackageDraft.source, template.title, named: name, citedIn: tables.map(\.text))
      ),
    ] + files
  }

  /// The file of a first scenario.
  public static let scenario = "scenario.yaml"

  private var scenario: String {
    let base = template.city.baseYear
    return """
      name: base
      title: {zh: \(name)基准情景, en: "Baseline of \(name)"}
      dataset: .
      horizon: {from: \(base), to: \(base + PackageDraft.years)}
      members: {draws: 1000, seed: 1}

      """
  }

  private static let years = 15

  /// The id of the template among the sources.
  public static let source = "template"

  // MARK: - Parameters

  private func parameterFiles() -> [(path: String, text: String)] {
    DatasetReader.parameterFiles.compactMap { file in
      let own = parameters.filter { DatasetReader.file(of: $0.path) == file }
      guard !own.isEmpty else { return nil }
      let entries = own.map { ParameterDraft($0, template, areas, titles: sources.titles).text }
      return (file, PackageDraft.head + entries.joined(separator: "\n"))
    }
  }

  private static let head = """
    # 待填：以 #! 开头的各行是尚未填写的参数，填好数值后去掉 #!；其余为借用的假设，有本地数据时请替换，并写明 evidence 和 source。
    # To fill in: lines that begin with #! are parameters still open; enter the value and take the #! away. All others are
    # assumptions to begin with: put the city's own in their place, with evidence and source.


    """

  // MARK: - The description

  /// The template's description with what this package has, unsealed.
  private func description(of paths: [String]) throws(InputError) -> String {
    guard var package = PackageSeal.description(in: template.directory) else {
      throw InputError(ofFile: "\(template.directory)/\(DatasetReader.package)", .notJSON)
    }
    package["name"] = .text(name)
    package["title"] = .text(name)
    package["title_zh"] = .text(name)
    package["title_en"] = .text(name)
    let kept = (package["resources"]?.items ?? []).filter { paths.contains($0["path"]?.text ?? "") }
    package["resources"] = .list(
      kept.map { resource in
        let open = resource.without(["bytes", "hash", "rows", "expected"])
        return open["path"]?.text == "tables/districts.csv" ? open.withFields(PackageDraft.districtColumns) : open
      })
    return package.without(["known_until"]).fileText
  }
}

extension OrderedJSON {
  /// A table's description with some of its columns alone.
  fileprivate func withFields(_ names: [String]) -> OrderedJSON {
    guard var schema = self["schema"], let fields = schema["fields"]?.items else { return self }
    schema["fields"] = .list(fields.filter { names.contains($0["name"]?.text ?? "") })
    var table = self
    table["schema"] = schema
    return table
  }

  /// An object without some of its members.
  fileprivate func without(_ names: Set<String>) -> OrderedJSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !names.contains($0.name) })
  }
}
