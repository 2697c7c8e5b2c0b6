import StudyStore
import Testing

struct ShardTests {
  @Test(arguments: ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "1/ 3", "1/100001"])
  func whatIsNoShardIsNone(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: [1, 3, 7, 50])
  func everyPointIsInOneShard(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
    for points in [0, 1, 6, 7, 8, 20] {
      #expect(shards.map { $0.share(of: points) }.reduce(0, +) == points)
      for shard in shards {
        #expect((1...20).count { $0 <= points && shard.contains($0) } == shard.share(of: points))
      }
      for id in 1...20 { #expect(shards.count { $0.contains(id) } == 1) }
    }
  }

  @Test func theNameOfAFileTellsTheShard() throws {
    for text in ["1/1", "3/7", "12/100"] {
      let shard = try #require(Shard(text))
      #expect(Shard(file: shard.file) == shard)
    }
    for name in ["study.sqlite-wal", "study.3-of-2.sqlite", "study.03-of-7.sqlite", "other.sqlite", "study..sqlite"] {
      #expect(Shard(file: name) == nil, "\(name)")
    }
  }
}
