import Foundation
import FoundationXML
import Tables
import Testing

/// A chart of every kind, with names that are long, values below zero, and series that end close together.
struct ChartTests {
  private static let format = NumberFormat(decimals: 1)
  private static let hostile = "<script>&\"]]>' = +1"

  static let lines = LinePlot(
    [
      LinePlot.Series(
        "失能老年人（中度及以上）", (2020...2035).map { .init($0, 11 + 0.6 * Double($0 - 2020)) },
        inner: (2025...2035).map { .init($0, 13 - 0.1 * Double($0 - 2025), 15 + 0.9 * Double($0 - 2025)) },
        outer: (2025...2035).map { .init($0, 12 - 0.2 * Double($0 - 2025), 16 + Double($0 - 2025)) }),
      LinePlot.Series("Certified care workers", (2020...2035).map { .init($0, 12 + 0.55 * Double($0 - 2020)) }),
      LinePlot.Series("另一口径", (2020...2035).map { .init($0, 20) }),
    ], goals: [.init(2025, 16)], actuals: [.init(2020, 11), .init(2023, 12.2)], key: "○ 公布数  ＋ 目标", unit: "万人",
    format: format, known: .init(2025, "已知至 2025 年"))

  static let plots: [(id: String, plot: Chart.Plot)] = [
    ("lines", .lines(lines)),
    (
      "bars",
      .bars(
        BarPlot(
          [
            .init("淳安县 Chun'an County", 43.2, remark: "达到", goal: 50),
            .init("上城区", -12.5, interval: -14.0 ... -9.0),
            .init("A name of a district that is too long for one line", 88, interval: 80.0...95.0),
          ], unit: "张", format: format))
    ),
    (
      "stack",
      .stack(
        StackPlot(
          years: Array(2026...2030),
          [
            .init("市级财政", [1, 2, 3, 4, 5]), .init("中央和省级", [0.1, 0.1, 0.1, 0.1, 0.1]),
            .init("福彩公益金", [0.2, 0.2, 0.2, 0.2, 0.2]), .init("Households", [5, 6, 7, 8, 9]),
          ], unit: "亿元", format: format))
    ),
    (
      "steps",
      .steps(
        StepPlot(
          from: .init("2025 年", 50.8), [.init("数量", 12.3), .init("结构", -1.2), .init("政策", 0)], to: "2030 年",
          unit: "亿元", format: format, signed: NumberFormat(decimals: 1, sign: .always)))
    ),
    (
      "pyramid",
      .pyramid(
        PyramidPlot(
          (0..<21).map {
            .init("\($0 * 5)–\($0 * 5 + 4)", left: Double(30 - $0), right: 20, leftBefore: 25, rightBefore: Double($0))
          }, left: "女", right: "男", bars: "2035 年", outline: "2020 年", format: format))
    ),
    (
      "tiles",
      .tiles(
        TilePlot(
          [
            .init("上城区", column: 2, row: 1, value: 43.1, remark: "达到"),
            .init("Chun'an County", column: 0, row: 2, value: 12),
            .init("临安区", column: 0, row: 1, value: nil),
          ], unit: "%", format: format))
    ),
    (
      "groups",
      .groups(
        GroupPlot(
          ["lower end", "上端"],
          [
            .init("A parameter whose name takes more than a line", [.init(-12.5, remark: "settled"), .init(88)]),
            .init("工资", [.init(3, interval: 1.0...9.0), nil]),
            .init("both", [.init(-4, interval: -9.0 ... -1.0), .init(-60)]),
          ], unit: "张", format: format))
    ),
    (
      "spans",
      .spans(
        SpanPlot(
          [
            .init("A parameter whose name takes more than a line", 0...0.4, words: "≤ 12%"),
            .init("离职率", 0.2...0.9, words: "12%–18.5%"), .init("one", 1...1, words: "≥ 3 000 元/人·月"),
          ], low: "最低", high: "最高"))
    ),
    (
      "curve",
      .curve(
        CurvePlot(
          (0...9).map { .init(Double($0) * 500, Double($0) / 9) }, goal: .init(0.8, "80%"),
          answer: .init(3800, "3 800"), xUnit: "care.workers.training_intake@2026 (persons)", yUnit: "概率",
          xFormat: NumberFormat(), yFormat: .percent(decimals: 0)))
    ),
  ]

  private func chart(_ id: String, _ plot: Chart.Plot) -> Chart {
    Chart(id: id, title: ChartTests.hostile, description: "from 11.0 to 20.0", plot)
  }

  private struct Text {
    let content: String
    let left: Double
    let right: Double
    let middle: Double
  }

  /// The texts of a drawing with where they stand, by the usual fonts.
  private func texts(_ svg: String) throws -> [Text] {
    let pattern = try NSRegularExpression(
      pattern: #"<text class="[^"]*" x="([-0-9.]+)" y="([-0-9.]+)" text-anchor="(\w+)">([^<]*)</text>"#)
    return try pattern.matches(in: svg, range: NSRange(svg.startIndex..., in: svg)).map { match in
      let parts = try (1...4).map { String(svg[try #require(Range(match.range(at: $0), in: svg))]) }
      let (x, y) = (try #require(Double(parts[0])), try #require(Double(parts[1])))
      let width = drawnWidth(parts[3]) * 13
      let left = parts[2] == "start" ? x : parts[2] == "end" ? x - width : x - width / 2
      return Text(content: parts[3], left: left, right: left + width, middle: y)
    }
  }

  @Test func noTwoLabelsMeetAndNoneLeavesTheDrawing() throws {
    for (id, plot) in ChartTests.plots {
      for width in [340.0, 560, 900] {
        let texts = try texts(chart(id, plot).svg(width: width))
        #expect(texts.count > 5, "\(id)")
        for (place, text) in texts.enumerated() {
          #expect(text.left > -0.5 && text.right < width + 0.5, "\(id) \(width): \(text.content)")
          for other in texts.dropFirst(place + 1) {
            let meet = text.left < other.right && other.left < text.right && abs(text.middle - other.middle) < 12
            #expect(!meet, "\(id) \(width): \(text.content) and \(other.content)")
          }
        }
      }
    }
  }

  @Test func aDrawingIsWholeXMLThatSaysWhatItShows() throws {
    for (id, plot) in ChartTests.plots {
      let svg = chart(id, plot).svg()
      let document = try XMLDocument(xmlString: svg)
      let root = try #require(document.rootElement())
      func attribute(_ name: String) throws -> String? {
        try document.nodes(forXPath: "/*/@\(name)").first?.stringValue
      }
      #expect(try attribute("role") == "img")
      let ids = try document.nodes(forXPath: "//@id").compactMap(\.stringValue)
      #expect(Set(ids) == [id, "\(id)-title", "\(id)-description"] && ids.count == 3)
      // Named by its title and described by its numbers, so that neither is read twice.
      #expect(try attribute("aria-labelledby") == "\(id)-title")
      #expect(try attribute("aria-describedby") == "\(id)-description")
      #expect(root.elements(forName: "title").first?.stringValue == ChartTests.hostile)
      #expect(root.elements(forName: "desc").first?.stringValue == "from 11.0 to 20.0")
    }
  }

  @Test func chartsOfOnePageShareNoStyle() {
    let svg = chart("first", .lines(ChartTests.lines)).svg()
    let style = svg.split(separator: "<style>")[1].split(separator: "</style>")[0]
    for selector in style.split(separator: "}") where selector.contains("{") {
      #expect(selector.contains("#first"), "\(selector)")
    }
  }

  @Test func whatIsKnownIsFullAndWhatIsNotIsDashed() {
    let svg = chart("a", .lines(ChartTests.lines)).svg()
    #expect(svg.split(separator: "class=\"line s").count - 1 == 3)
    #expect(svg.split(separator: "class=\"line dashed s").count - 1 == 3)
    let without = LinePlot(ChartTests.lines.series, unit: "", format: ChartTests.format)
    #expect(!chart("a", .lines(without)).svg().contains("class=\"line dashed s"))
  }

  /// Source: WCAG 2.2, relative luminance and contrast ratio.
  @Test func coloursStandOutInLightAndDark() throws {
    let style = chart("a", .lines(ChartTests.lines)).svg()
    let variables = try NSRegularExpression(pattern: #"#a\{((?:--\w+:#[0-9a-f]{6};?)+)\}"#)
    let found = variables.matches(in: style, range: NSRange(style.startIndex..., in: style)).map { match in
      (Range(match.range(at: 1), in: style)).map { String(style[$0]) } ?? ""
    }
    #expect(found.count == 3)
    for (list, ground) in zip(found, ["ffffff", "0d1117", "ffffff"]) {
      for colour in list.split(separator: ";") where !colour.hasPrefix("--grid") && !colour.hasPrefix("--ground") {
        let hex = try #require(colour.split(separator: "#").last)
        #expect(contrast(String(hex), ground) >= 4.5, "\(colour) on \(ground)")
      }
    }
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    func luminance(_ hex: String) -> Double {
      let number = Int(hex, radix: 16) ?? 0
      return zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
        let c = Double(number >> part.0 & 255) / 255
        return sum + part.1 * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4))
      }
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test func nothingToDrawIsDrawnWithoutATrap() {
    let empty: [Chart.Plot] = [
      .lines(LinePlot([], unit: "", format: ChartTests.format)),
      .lines(LinePlot([.init("one", [.init(2020, 0)])], unit: "", format: ChartTests.format)),
      .bars(BarPlot([], unit: "", format: ChartTests.format)),
      .bars(BarPlot([.init("zero", 0)], unit: "", format: ChartTests.format)),
      .stack(StackPlot(years: [], [], unit: "", format: ChartTests.format)),
      .pyramid(PyramidPlot([], left: "", right: "", bars: "", outline: "", format: ChartTests.format)),
      .tiles(TilePlot([], unit: "", format: ChartTests.format)),
      .groups(GroupPlot(["a", "b"], [], unit: "", format: ChartTests.format)),
      .groups(GroupPlot(["a"], [.init("zero", [.init(0)])], unit: "", format: ChartTests.format)),
      .spans(SpanPlot([], low: "", high: "")),
      .curve(
        CurvePlot([], xUnit: "", yUnit: "", xFormat: ChartTests.format, yFormat: ChartTests.format)),
    ]
    for plot in empty { #expect(!chart("e", plot).svg().contains("nan")) }
  }
}

struct DrawnWidthTests {
  @Test func widthsAreThoseOfTheFont() {
    #expect(abs(drawnWidth("Hi!") - (0.722 + 0.222 + 0.278)) < 1e-12)
    #expect(drawnWidth("民政") == 2)
    #expect(drawnWidth("") == 0)
  }
}
