import Domain
import Formulas
import Foundation
import Simulation

/// Writes solved values into the parameter files of a package, each where the old one stands.
public struct SolvedValues {
  /// A value as it is written, and the number that takes its place.
  public struct Replacement {
    public let old: DatedValue
    public let new: DatedValue

    public init(old: DatedValue, new: DatedValue) {
      self.old = old
      self.new = new
    }
  }

  /// The files' texts after it, by path; what is not written in a file is left out.
  ///
  /// - Throws: ``InputError`` where a file cannot be read.
  public static func texts(_ replacements: [Replacement]) throws(InputError) -> [(file: String, text: String)] {
    let byFile = Dictionary(grouping: replacements) { $0.old.origin?.file ?? "" }
    var result: [(file: String, text: String)] = []
    for file in byFile.keys.sorted() where !file.isEmpty {
      let text = try Inputs.text(of: bytes(ofFile: file, limit: Limits.textBytes), inFile: file)
      var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" }.map(String.init)
      for replacement in byFile[file] ?? [] { replacement.write(into: &lines) }
      result.append((file, lines.joined(separator: "\n")))
    }
    return result
  }
}

extension SolvedValues.Replacement {
  /// Replaces the number where it stands, and the ends of the range that follows in the same braces.
  fileprivate func write(into lines: inout [String]) {
    guard let origin = old.origin, lines.indices.contains(origin.line - 1) else { return }
    let line = lines[origin.line - 1]
    let scalars = line.unicodeScalars
    guard let start = scalars.index(scalars.startIndex, offsetBy: origin.column - 1, limitedBy: scalars.endIndex)
    else { return }
    var rest = Substring(scalars[start...])
    let (digits, unit) = split(rest)
    // The file may say 万元 where the value is in yuan; what is written keeps its scale.
    guard let number = Double(digits), number != 0, old.value != 0 else { return }
    let scale = old.value / number
    rest = Substring(written(new.value / scale) + unit)
    if let range = new.range { rest = replacingRange(in: rest, range, scale) }
    lines[origin.line - 1] = String(line[..<start] + rest)
  }

  private func replacingRange(in text: Substring, _ range: ClosedRange<Double>, _ scale: Double) -> Substring {
    guard let open = text.range(of: "range: ["), text[..<open.lowerBound].firstIndex(of: "}") == nil,
      let close = text[open.upperBound...].firstIndex(of: "]")
    else { return text }
    let ends = text[open.upperBound..<close].split(separator: ",").map { $0.drop(while: \.isWhitespace) }
    guard ends.count == 2 else { return text }
    let new = zip([range.lowerBound, range.upperBound], ends).map { number, end in
      written(number / scale) + split(end).unit
    }
    return text[..<open.upperBound] + new.joined(separator: ", ") + text[close...]
  }

  private func split(_ text: Substring) -> (digits: Substring, unit: Substring) {
    let digits = text.prefix { $0.isASCII && $0.isNumber || "+-.".contains($0) }
    return (digits, text[digits.endIndex...])
  }

  private func written(_ number: Double) -> String { number.rounded(toDigits: Solve.digits).plain }
}
