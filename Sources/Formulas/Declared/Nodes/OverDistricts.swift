import Domain
import NumericCore

/// What becomes of the values of several districts. Without districts a sum is zero, and there is no largest value.
public enum Reduction: String, Sendable {
  case sum
  /// Of the districts that have a value.
  case largest, smallest
}

/// What the districts of a group come to together, in every area.
struct OverDistricts: FormulaNode {
  let reduction: Reduction
  let group: DistrictGroup

  var sign: Label {
    switch reduction {
    case .sum: Label(zh: "Σ", en: "Σ")
    case .largest: Label(zh: "最大", en: "max")
    case .smallest: Label(zh: "最小", en: "min")
    }
  }

  private var districts: Label {
    switch group {
    case .all: Label(zh: "各区县", en: "districts")
    case .urban: Label(zh: "各市辖区", en: "urban districts")
    case .county: Label(zh: "各县（市）", en: "counties")
    case .marked(let mark): mark.label
    case .others: Label(zh: "其他区县", en: "other districts")
    }
  }

  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { parts[0] }

  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(sign(language)) \(districts(language))(\(parts[0].text))")
  }

  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written {
    let terms = place.sheet.areas.districts(in: group).map { place.of($0).written(parts[0]).text }
    let list = terms.joined(separator: ",")
    guard !terms.isEmpty else { return reduction == .sum ? Written("0") : Spreadsheet.noValue }
    switch reduction {
    case .sum: return Written("SUM(\(list))")
    // A district without a value counts as one that every other goes before.
    case .largest: return ofPresent("MAX", terms, list, last: "-1E+300")
    case .smallest: return ofPresent("MIN", terms, list, last: "1E+300")
    }
  }

  private func ofPresent(_ name: String, _ terms: [String], _ list: String, last: String) -> Written {
    let present = terms.map { "IFERROR(\($0),\(last))" }.joined(separator: ",")
    return Written("IF(COUNT(\(list))=0,NA(),\(name)(\(present)))")
  }

  func reads(_ count: Int, in area: Int, of areas: Areas, isBase: Bool) -> [(part: Int, areas: [Int])] {
    [(0, areas.districts(in: group))]
  }

  /// Takes the districts in a fixed order.
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    let values = sweep.values(inputs[0])
    let districts = sweep.groups[group] ?? []
    let absent = LaneVector(repeating: .nan)
    switch reduction {
    case .sum: sweep.fill(districts.reduce(.zero) { $0 + values[$1] }, to: out)
    case .largest: sweep.fill(districts.reduce(absent) { extreme($0, values[$1], .>) }, to: out)
    case .smallest: sweep.fill(districts.reduce(absent) { extreme($0, values[$1], .<) }, to: out)
    }
  }
}

/// The second where it goes before the first, or where the first is missing.
private func extreme(
  _ a: LaneVector, _ b: LaneVector, _ precedes: (LaneVector, LaneVector) -> SIMDMask<SIMD8<Int64>>
) -> LaneVector {
  a.replacing(with: b, where: precedes(b, a) .| (a .!= a))
}

extension Formula {
  /// What the districts of a group come to together, in every area: their sum where nothing else is said.
  public static func overDistricts(
    _ a: Formula, _ reduction: Reduction = .sum, of group: DistrictGroup = .all
  ) -> Formula {
    Formula(OverDistricts(reduction: reduction, group: group), a)
  }
}
