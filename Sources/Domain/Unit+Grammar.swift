extension Unit {
  /// Reads a unit as people write it, in Chinese or English.
  ///
  /// Everything behind the first stroke is a denominator, so that 元/人·年,
  /// 元/(人·年) and 元/人/年 are the same. 万 and 亿 may stand before a base unit,
  /// `%` and `‰` are shares. Nil when the text is not a unit.
  public init?(parsing text: String) {
    if let known = Unit.all.first(where: { $0.symbol == text }) {
      self = known
      return
    }
    // What stands above the first stroke, and behind it.
    var (above, under) = (Dimension.none, Dimension.none)
    var scale = 1.0
    var below = false
    var atom = ""
    // A stroke or a dot stands between two units, never at an end.
    var wantsAtom = true

    func close() -> Bool {
      guard !atom.isEmpty else { return true }
      guard wantsAtom, let (factor, base) = Unit.atom(atom) else { return false }
      if below { under = under.combined(with: base, sign: 1) } else { above = above.combined(with: base, sign: 1) }
      scale = below ? scale / factor : scale * factor
      wantsAtom = false
      atom = ""
      return true
    }

    for character in text where !character.isWhitespace {
      switch character {
      case "/", "／":
        guard close(), !wantsAtom else { return nil }
        below = true
        wantsAtom = true
      case "·", "・", "*":
        guard close(), !wantsAtom else { return nil }
        wantsAtom = true
      case "(", ")", "（", "）":
        guard close() else { return nil }
      default:
        atom.append(character)
      }
    }
    guard close(), !wantsAtom else { return nil }
    self.init(text, above.combined(with: under, sign: -1), over: above.shared(with: under), scale: scale)
  }

  private static func atom(_ text: String) -> (Double, Dimension)? {
    if let base = baseUnits[text] { return base }
    for (prefix, factor) in prefixes where text.hasPrefix(prefix) {
      let rest = String(text.dropFirst(prefix.count))
      if rest.isEmpty { return (factor, .none) }
      if let (scale, base) = baseUnits[rest] { return (factor * scale, base) }
    }
    return nil
  }

  private static let prefixes: [(String, Double)] = [("亿", 1e8), ("万", 1e4), ("10k", 1e4)]

  private static let baseUnits: [String: (Double, Dimension)] = {
    var table: [String: (Double, Dimension)] = [:]
    func add(_ names: String, _ scale: Double, _ dimension: Dimension) {
      for name in names.split(separator: " ") { table[String(name)] = (scale, dimension) }
    }
    add("% ％", 0.01, .none)
    add("‰", 0.001, .none)
    add("share ratio 倍", 1, .none)
    add("人 名 person persons people", 1, Dimension(persons: 1))
    add("元 yuan", 1, Dimension(yuan: 1))
    add("张 床 bed beds", 1, Dimension(beds: 1))
    add("年 岁 year years", 1, Dimension(years: 1))
    add("月 month months", 1.0 / 12, Dimension(years: 1))
    add("天 日 day days", 1.0 / 365, Dimension(years: 1))
    add("小时 hour hours", 1, Dimension(hours: 1))
    add("分钟 minute minutes", 1.0 / 60, Dimension(hours: 1))
    add("个 家 处 项 件 条 间 count", 1, Dimension(items: 1))
    return table
  }()
}
