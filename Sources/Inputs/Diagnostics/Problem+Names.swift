import Domain

/// Names of things that an input tells apart: states, districts, accounts and uses.
extension Problem {
  public static func looksAlike(name: String, other: String, line: Int) -> Problem {
    Problem(
      "looks-alike", zh: "‘\(name)’ 与第 \(line) 行的 ‘\(other)’ 只差大小写、全半角、空格或看不见的字符",
      en: "'\(name)' differs from '\(other)' in line \(line) only by case, width, blanks or invisible characters",
      mend: Label(zh: "指同一个就写成一样；指两个就另取名字", en: "Write both alike where one is meant; give another name where two are.")
    )
  }

  public static func invisibleCharacter(name: String) -> Problem {
    Problem(
      "invisible-character", zh: "‘\(name)’ 里有看不见的字符", en: "an invisible character in '\(name)'",
      mend: Label(
        zh: "删去它，或重新输入这个名字；常来自聊天软件和网页", en: "Delete it, or type the name anew; chats and web pages leave such behind."))
  }

  /// A state in which people can be at no time.
  public static func nobodyEnters(state: String) -> Problem {
    Problem(
      "nobody-enters", zh: "没有人会进入 ‘\(state)’：期初没有人，也没有转入它的概率",
      en: "nobody is ever in '\(state)': none at the start, and no transition leads there",
      mend: Label(
        zh: "检查 from、to 两列是否写颠倒，或删去这个状态", en: "See whether from and to are exchanged, or leave the state out.")
    ).asWarning
  }

  public static func deadComeBack(state: String, to other: String) -> Problem {
    Problem(
      "dead-come-back", zh: "‘\(state)’ 的人不会回到 ‘\(other)’", en: "people do not come back from '\(state)' to '\(other)'",
      mend: Label(
        zh: "检查 from、to 两列是否写颠倒；从死亡转出的概率应为零或不写",
        en: "See whether from and to are exchanged; leave ways out of death away, or at zero."))
  }

  /// A district that is no more, and which have its area now.
  public static func formerDistrict(name: String, until year: Year, successors: [String]) -> Problem {
    Problem(
      "former-district", zh: "区县 ‘\(name)’ 已于 \(year) 年撤销，现属\(successors.listed.zh)",
      en:
        "the district '\(name)' was dissolved in \(year); its area now belongs to \(successors.joined(separator: " and "))",
      mend: Label(
        zh: "改用现在的区县；原区县的数要按现区划归并或拆分",
        en: "Use the districts of today; figures of the old one must be added up or split between them."))
  }
}
