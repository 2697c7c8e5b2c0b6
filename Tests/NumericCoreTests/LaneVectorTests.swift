import NumericCore
import Testing

struct LaneVectorTests {
  @Test(arguments: [(1, 1), (8, 1), (9, 2), (16, 2), (17, 3)])
  func aLayoutHasRoomForItsMembers(members: Int, vectors: Int) {
    #expect(LaneLayout(members: members).vectors == vectors)
  }
}
