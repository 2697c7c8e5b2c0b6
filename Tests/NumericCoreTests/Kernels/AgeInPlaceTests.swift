import NumericCore
import Testing

struct AgeInPlaceTests {
  @Test func theOpenAgeKeepsItsOwnAndIsJoined() {
    var state = [10.0, 20, 30, 40].map { LaneVector(repeating: $0) }
    var ages: [Int] = []
    ageInPlace(&state, ages: 4, size: 1) { age, people, result in
      ages.append(age)
      result[0] = people[0] * 0.5
    }
    #expect(state == [0, 5, 10, 35].map { LaneVector(repeating: $0) })
    #expect(ages == [3, 2, 1, 0])
  }

  @Test func twoAgesAreEnough() {
    var state = [1.0, 2, 3, 4].map { LaneVector(repeating: $0) }
    ageInPlace(&state, ages: 2, size: 2) { _, people, result in
      for vector in 0..<2 { result[vector] = people[vector] }
    }
    #expect(state == [0, 0, 4, 6].map { LaneVector(repeating: $0) })
  }
}
