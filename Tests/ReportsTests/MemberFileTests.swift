import Reports
import Testing

struct MemberFileTests {
  @Test func numbersComeBackFromWhereTheyWerePut() throws {
    let file = try MemberFile()
    func write(_ numbers: [Double], at place: Int) throws {
      try numbers.withUnsafeBufferPointer { try file.write($0, at: place) }
    }
    try write([4, 5, 6], at: 100_000)
    try write([1, 2, 3, .infinity], at: 0)
    try write([9], at: 100_001)
    func read(_ place: Int, _ count: Int) throws -> [Double] {
      var numbers = Array(repeating: 0.0, count: count)
      try numbers.withUnsafeMutableBufferPointer { try file.read(at: place, into: $0) }
      return numbers
    }
    #expect(try read(1, 3) == [2, 3, .infinity])
    #expect(try read(100_000, 3) == [4, 9, 6])
  }

  @Test func numbersNeverPutThereAreAnError() throws {
    let file = try MemberFile()
    var numbers = [0.0]
    #expect(throws: MemberFile.Failure.self) {
      try numbers.withUnsafeMutableBufferPointer { try file.read(at: 7, into: $0) }
    }
  }
}
