import Domain
import Tables

/// What notebooks have in common.
enum NotebookParts {
  /// Libraries, a font that has Chinese, and where the data lie.
  static func opening(_ language: Language) -> Notebook.Cell {
    .code(
      """
      import matplotlib.pyplot as plt
      import pandas as pd
      from matplotlib import font_manager

      # \(language.say("第一个装有的中文字体；一个也没有时：apt-get install fonts-noto-cjk", "The first font with Chinese that is installed; where there is none: apt-get install fonts-noto-cjk"))
      wanted = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Serif CJK SC", "Noto Serif CJK JP", "Source Han Sans SC",
                "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Microsoft YaHei", "SimHei", "PingFang SC", "Heiti SC"]
      installed = {font.name for font in font_manager.fontManager.ttflist}
      chinese = [name for name in wanted if name in installed][:1]
      if not chinese:
          print("\(language.say("没有装中文字体，图中的汉字会是方框", "no font with Chinese is installed; its characters will be boxes"))")
      plt.rcParams["font.sans-serif"] = chinese + ["DejaVu Sans"]
      plt.rcParams["axes.unicode_minus"] = False
      plt.rcParams["figure.figsize"] = (9, 5)
      """)
  }

  /// Names as a dictionary of Python, in a fixed order.
  static func dictionary(_ name: String, _ entries: [(String, String)]) -> String {
    guard !entries.isEmpty else { return "\(name) = {}" }
    let lines = entries.map { "    \(quoted($0.0)): \(quoted($0.1))," }
    return "\(name) = {\n\(lines.joined(separator: "\n"))\n}"
  }

  /// A text as a literal of Python.
  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
