import Domain
import NumericCore

extension People {
  /// The shares of those of an age and older who live through a year, in every district and, last, the city.
  ///
  /// Persons are those of 31 December before; a district where nobody is so old has none to lose.
  public func survival(from age: Int, _ survivorship: Survivorship) -> [LaneVector] {
    var (cityStart, cityEnd) = (LaneVector.zero, LaneVector.zero)
    func share(_ end: LaneVector, of start: LaneVector) -> LaneVector {
      (end / start).replacing(with: 1, where: start .<= 0)
    }
    var shares: [LaneVector] = []
    for district in 0..<districts {
      var (start, end) = (LaneVector.zero, LaneVector.zero)
      for sex in Sex.allCases {
        for old in min(max(age, 0), Age.open.years)...Age.open.years {
          let there = persons[cell(district, sex, old)]
          start += there
          end += there * survivorship.sx[survivorship.cell(district, sex, min(old + 1, Age.open.years))]
        }
      }
      shares.append(share(end, of: start))
      cityStart += start
      cityEnd += end
    }
    return shares + [share(cityEnd, of: cityStart)]
  }
}
