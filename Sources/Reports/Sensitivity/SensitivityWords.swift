import Domain
import Uncertainty

extension Sensitivity.Kind {
  /// The heading of its column.
  func label(_ language: Language) -> String {
    switch self {
    case .share: language.say("单独解释", "Explains alone")
    case .smooth: language.say("按直线与平方", "By line and square")
    case .first: language.say("一阶", "First order")
    case .total: language.say("总效应", "Total order")
    case .shapley: language.say("Shapley 效应", "Shapley effect")
    case .effectSize: language.say("效应大小 μ*", "Effect size μ*")
    case .effect: language.say("平均效应 μ", "Mean effect μ")
    case .effectSpread: language.say("离散 σ", "Spread σ")
    case .atLow: language.say("下端时的差", "At its lower end")
    case .atHigh: language.say("上端时的差", "At its upper end")
    case .swing: language.say("幅度", "Swing")
    }
  }
}

extension Sensitivity.Method {
  /// What is counted of it.
  func counted(_ language: Language) -> String {
    switch self {
    case .worlds: language.say("次模拟", "worlds")
    case .given, .ends: language.say("个点", "points")
    case .saltelli, .shapley: language.say("行", "rows")
    case .morris: language.say("条轨迹", "trajectories")
    }
  }
}

extension Verdict {
  func words(_ language: Language) -> String {
    switch self {
    case .settled: language.say("已定", "settled")
    case .needsMore(let points): language.say("约还需 \(points) 点", "needs about \(points) more")
    case .nothing: language.say("与无影响分不开", "no different from nothing")
    }
  }

  /// The word in tables.
  var word: String {
    switch self {
    case .settled: "settled"
    case .needsMore: "needs_more"
    case .nothing: "nothing"
    }
  }

  var morePoints: Int? { if case .needsMore(let points) = self { points } else { nil } }
}
