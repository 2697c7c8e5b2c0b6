import Domain
import NumericCore

extension ResolvedTable {
  /// With shares of one whole made smaller together where they come to more than it in some member.
  ///
  /// - Parameter wholes: the positions of the shares of each.
  public func keepingWholes(_ wholes: [[Int]], areas: Areas) -> ResolvedTable {
    var all = all
    for whole in wholes {
      let districts = areas.districts.indices.filter { area in whole.contains { all[$0].districts[area] != nil } }
      for area in [areas.cityIndex] + districts { all.shrink(whole, area, isCity: area == areas.cityIndex) }
    }
    return replacing(all)
  }
}

extension [ResolvedParameter] {
  fileprivate mutating func shrink(_ whole: [Int], _ area: Int, isCity: Bool) {
    let series = whole.map { isCity ? self[$0].city : self[$0].series(in: area) }
    var smaller = series
    var isNew = false
    let (ends, means) = (series.map(\.yearEnd), series.map(\.mean))
    for index in ends[0].indices {
      if let factor = ends.factor(at: index) {
        isNew = true
        for place in smaller.indices { smaller[place].yearEnd[index] = .each(ends[place][index].vector * factor) }
      }
      if let factor = means.factor(at: index) {
        isNew = true
        for place in smaller.indices { smaller[place].mean[index] = .each(means[place][index].vector * factor) }
      }
    }
    guard isNew else { return }
    for (place, position) in whole.enumerated() {
      if isCity { self[position].city = smaller[place] } else { self[position].districts[area] = smaller[place] }
    }
  }
}

extension [[Lanes]] {
  /// What makes shares small enough that they come to no more than the whole; nil where they do already.
  fileprivate func factor(at index: Int) -> LaneVector? {
    var sum = LaneVector.zero
    for place in indices { sum += self[place][index].present }
    guard any(sum .> 1) else { return nil }
    return LaneVector.one.replacing(with: 1 / sum, where: sum .> 1)
  }
}

extension Lanes {
  /// Nothing where there is no value.
  fileprivate var present: LaneVector { vector.replacing(with: 0, where: vector .!= vector) }
}
