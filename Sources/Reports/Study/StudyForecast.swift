import Domain
import Simulation
import Studies
import StudyStore

/// What a study would do: how much of it, why, how long, in how much memory.
public struct StudyForecast {
  private let study: Study
  private let extent: PointRun.Extent
  private let tally: Sweep.Tally
  private let shard: Shard
  private let seconds: Double
  private let bytes: Double

  /// - Parameters:
  ///   - tally: what is stored already, and what is not.
  ///   - seconds: that what is missing takes.
  ///   - bytes: of memory at most, as far as can be told.
  public init(
    _ sweep: Sweep, _ tally: Sweep.Tally, _ shard: Shard, seconds: Double, bytes: Double
  ) {
    study = sweep.run.study
    extent = sweep.run.extent
    self.tally = tally
    self.shard = shard
    self.seconds = seconds
    self.bytes = bytes
  }

  public func text(_ language: Language) -> String {
    let say = language.say
    let part =
      shard == .whole
      ? "" : say("（第 \(shard.index)/\(shard.count) 份）", " (shard \(shard.index)/\(shard.count))")
    let rows = [
      say(
        "\(study.name)\(part)：共 \(tally.done) 点；已存 \(tally.reused)（其中失败 \(tally.failed)），要算 \(tally.computed)。",
        "\(study.name)\(part): \(tally.done) points; \(tally.reused) stored (\(tally.failed) of them failed), \(tally.computed) to run."
      ),
      say("变动的量 \(study.axes.count) 个：", "\(study.axes.count) axes: ") + axes(language),
      worlds(language),
      say(
        "只算所问结果要用的 \(extent.indicators.needed) 个指标（共 \(extent.indicators.all) 个），\(years) 年。",
        "Only the \(extent.indicators.needed) indicators that the outcomes need are computed (of \(extent.indicators.all)), \(years)."
      ),
      extent.hasPeople
        ? say(
          "有变动影响人口或能力等级：每点各推一次人口。",
          "Something varied moves people or their abilities: people are projected for each point.")
        : say("没有变动影响人口：人口只推一次。", "Nothing varied moves people: they are projected once."),
      extent.decidesFund
        ? say("所问结果与公益金分配有关：每点各分配一次。", "The outcomes read the lottery fund: it is allocated for each point.")
        : say("所问结果与公益金分配无关。", "The outcomes do not read the lottery fund."),
      say(
        "按试算，约需 \(time(language))；内存约 \(Int((bytes / 1e6).rounded(.up))) MB。",
        "By a trial, about \(time(language)), in about \(Int((bytes / 1e6).rounded(.up))) MB of memory."),
    ]
    return rows.joined(separator: "\n") + "\n"
  }

  private var years: String { "\(extent.years.lowerBound)–\(extent.years.upperBound)" }

  private func axes(_ language: Language) -> String {
    let names = study.axes.prefix(8).map(\.name)
    return names.joined(separator: language.say("、", ", ")) + (study.axes.count > names.count ? " …" : "")
  }

  private func worlds(_ language: Language) -> String {
    switch study.worlds {
    case .central: language.say("每点只算中位成员。", "Each point is computed for the central member alone.")
    case .common(let draws):
      language.say("每点在同样的 \(draws) 次模拟中计算。", "Each point is computed in the same \(draws) worlds.")
    case .chance(let count):
      language.say(
        "每点在 \(count) 次模拟中的一次里计算：随机是一项输入。",
        "Each point is computed in one of \(count) worlds: chance is an input.")
    case .own(let draws):
      language.say("每点在自己的 \(draws) 次模拟中计算。", "Each point is computed in \(draws) worlds of its own.")
    }
  }

  private func time(_ language: Language) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return language.say("\(whole) 秒", "\(whole) s") }
    if whole < 7_200 { return language.say("\((whole + 59) / 60) 分钟", "\((whole + 59) / 60) minutes") }
    return language.say("\((whole + 3_599) / 3_600) 小时", "\((whole + 3_599) / 3_600) hours")
  }
}

/// What is said when a sweep is interrupted.
public func sweepInterruptionText(done: Int, store: String, language: Language) -> String {
  language.say(
    "已停：\(done) 点已存入 \(store)；再运行同一命令即可继续。\n",
    "stopped: \(done) points are stored in \(store); the same command goes on.\n")
}

/// What is said of a shard that is done.
public func shardText(_ tally: Sweep.Tally, _ shard: Shard, store: String, language: Language) -> String {
  language.say(
    "第 \(shard.index)/\(shard.count) 份：\(tally.done) 点；沿用 \(tally.reused)，计算 \(tally.computed)，失败 \(tally.failed)。存入 \(store)\n",
    "shard \(shard.index)/\(shard.count): \(tally.done) points; \(tally.reused) reused, \(tally.computed) computed, \(tally.failed) failed. Stored in \(store)\n"
  )
}

/// What lacks before a study is whole, by the parts that would bring it.
///
/// - Parameter parts: into how many the study was divided, as far as files show; 0 where there are none.
public func missingText(_ missing: [Int], of count: Int, parts: Int, language: Language) -> String {
  let say = language.say
  let head = say(
    "\(count) 点中缺 \(missing.count) 点；没有写出任何文件。",
    "\(missing.count) of \(count) points are missing; no file was written.")
  guard parts > 1 else { return head + "\n" }
  let byPart = Dictionary(grouping: missing) { ($0 - 1) % parts + 1 }
  let lines = byPart.keys.sorted().map { part -> String in
    let ids = byPart[part] ?? []
    let list = ids.prefix(5).map { "\($0)" }.joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    let address = "  --shard \(part)/\(parts)"
    return say("\(address)：\(ids.count) 点（\(list)）", "\(address): \(ids.count) points (\(list))")
  }
  return ([head] + lines).joined(separator: "\n") + "\n"
}
