import NumericCore
import Testing

struct BLASThreadsTests {
  /// Large enough for OpenBLAS to use threads if it were allowed to.
  @Test func productsAreTheSameBitsEveryTime() {
    useOneBLASThread()
    var numbers = SeededNumbers(state: 3)
    let left = numbers.matrix(rows: 300, columns: 200)
    let right = numbers.matrix(rows: 200, columns: 300)
    let first = left * right
    for _ in 1...5 { #expect(left * right == first) }
  }

  @Test(.enabled("needs OpenBLAS on POSIX threads") { blasAllowsParallelCallers() })
  func parallelCallersGetTheProductOfASingleCaller() async {
    useOneBLASThread()
    var numbers = SeededNumbers(state: 4)
    let matrix = numbers.matrix(rows: 96, columns: 96)
    let expected = matrix * matrix
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 1...8 {
        group.addTask { (1...500).count { _ in matrix * matrix != expected } }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
