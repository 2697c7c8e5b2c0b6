import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A workbook as its XML has it, read without the library that wrote it.
public struct ReadWorkbook {
  public struct Cell: Equatable, Sendable {
    public var formula: String?
    /// A text, or the digits of a number.
    public var value: String?
    public var isText = false
    public var style = 0
  }

  /// In the order of the workbook.
  public private(set) var sheets: [String] = []
  /// By sheet and place, as `A1`.
  public private(set) var cells: [String: [String: Cell]] = [:]
  public private(set) var names: [String: String] = [:]
  /// Whether a style may be changed in a sheet that is protected.
  public private(set) var unlocked: [Bool] = []

  /// - Returns: nil where it is no workbook.
  public init?(_ bytes: [UInt8]) {
    guard let files = unzipped(bytes), let book = files["xl/workbook.xml"].flatMap(Tags.init),
      let styles = files["xl/styles.xml"].flatMap(Tags.init)
    else { return nil }
    let shared = files["xl/sharedStrings.xml"].flatMap(Tags.init)?.sharedStrings ?? []
    sheets = book.found("sheet").compactMap { $0.attributes["name"] }
    for name in book.found("definedName") { names[name.attributes["name"] ?? ""] = name.text }
    unlocked = styles.formats
    for (place, sheet) in sheets.enumerated() {
      guard let tags = files["xl/worksheets/sheet\(place + 1).xml"].flatMap(Tags.init) else { return nil }
      cells[sheet] = tags.cells(shared)
    }
  }

  public subscript(sheet: String, place: String) -> Cell? { cells[sheet]?[place] }
}

/// What stands in an XML file, in order.
private final class Tags: NSObject, XMLParserDelegate {
  struct Tag {
    let name: String
    let attributes: [String: String]
    let parents: [String]
    var text = ""
  }

  private(set) var tags: [Tag] = []
  private var open: [Int] = []

  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    tags.append(Tag(name: name, attributes: attributes, parents: open.map { tags[$0].name }))
    open.append(tags.count - 1)
  }

  func parser(_: XMLParser, foundCharacters text: String) { if let last = open.last { tags[last].text += text } }

  func parser(_: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }

  func found(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  var sharedStrings: [String] {
    var texts: [String] = []
    for tag in tags {
      if tag.name == "si" { texts.append("") }
      if tag.name == "t", !texts.isEmpty { texts[texts.count - 1] += tag.text }
    }
    return texts
  }

  var formats: [Bool] {
    var unlocked: [Bool] = []
    for tag in tags where tag.parents.contains("cellXfs") {
      if tag.name == "xf" { unlocked.append(false) }
      if tag.name == "protection", tag.attributes["locked"] == "0" { unlocked[unlocked.count - 1] = true }
    }
    return unlocked
  }

  func cells(_ shared: [String]) -> [String: ReadWorkbook.Cell] {
    var found: [String: ReadWorkbook.Cell] = [:]
    var (place, type) = ("", "")
    for tag in tags where tag.parents.contains("sheetData") {
      switch tag.name {
      case "c":
        (place, type) = (tag.attributes["r"] ?? "", tag.attributes["t"] ?? "")
        found[place] = ReadWorkbook.Cell(style: tag.attributes["s"].flatMap { Int($0) } ?? 0)
      case "f": found[place]?.formula = tag.text
      case "v":
        found[place]?.isText = type == "s" || type == "str"
        found[place]?.value = type == "s" ? Int(tag.text).map { shared[$0] } : tag.text
      default: break
      }
    }
    return found
  }
}
