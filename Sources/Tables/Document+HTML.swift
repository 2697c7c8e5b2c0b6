extension Document {
  /// The report as one HTML file that needs nothing else: no script, no font, nothing fetched; for screen, phone and print.
  public var html: String {
    var page = MarkupWriter()
    page.begin("html", ["lang": style.languageTag])
    page.begin("head", [:])
    page.element("meta", ["charset": "utf-8"])
    page.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.element("title", [:], holding: title)
    page.element("style", [:], verbatim: pageStyle)
    page.end()
    page.begin("body", [:])
    page.begin("main", [:])
    page.element("h1", [:], holding: title)
    if !subtitle.isEmpty { page.element("p", ["class": "faint"], holding: subtitle) }
    if let lead { write(lead, to: &page) }
    for (section, heading) in zip(sections, headings) { write(section, heading, to: &page) }
    for _ in 0..<3 { page.end() }
    return "<!DOCTYPE html>\n" + page.text
  }

  private func write(_ lead: Lead, to page: inout MarkupWriter) {
    page.begin("section", ["class": "lead", "aria-labelledby": "lead"])
    page.element("h2", ["id": "lead"], holding: lead.title)
    if !lead.sentence.isEmpty { page.element("p", ["class": "answer"], holding: lead.sentence) }
    Document.write(lead.points, to: &page)
    page.end()
  }

  private func write(_ section: Section, _ heading: String?, to page: inout MarkupWriter) {
    page.begin("section", [:])
    if let heading { page.element("h2", [:], holding: heading) }
    var figures: [([Chart], Table)] = []
    for part in section.parts {
      if case .figures(let charts, let table) = part {
        figures.append((charts, table))
        continue
      }
      write(&figures, to: &page)
      switch part {
      case .points(let points): Document.write(points, to: &page)
      case .table(let table): Document.write(table, to: &page)
      case .figures: break
      }
    }
    write(&figures, to: &page)
    page.end()
  }

  /// Charts that follow one another, side by side where there is room, each with its numbers.
  private func write(_ figures: inout [([Chart], Table)], to page: inout MarkupWriter) {
    guard !figures.isEmpty else { return }
    page.begin("div", ["class": "figures"])
    for (charts, table) in figures {
      for chart in charts {
        page.begin("figure", [:])
        page.element("figcaption", [:], holding: chart.title)
        page.append(chart.svg(width: Document.chartWidth))
        if charts.count == 1 { write(numbers: table, of: [chart], to: &page) }
        page.end()
      }
      if charts.count > 1 {
        page.begin("div", ["class": "whole"])
        write(numbers: table, of: charts, to: &page)
        page.end()
      }
    }
    page.end()
    for (_, table) in figures { Document.write(table.notes, to: &page) }
    figures = []
  }

  /// What a chart is drawn for, in pixels: as letters are still read on a phone, and two stand side by side on a screen.
  private static let chartWidth = 440.0

  private func write(numbers table: Table, of charts: [Chart], to page: inout MarkupWriter) {
    page.begin("details", [:])
    page.begin("summary", [:])
    page.element("span", [:], holding: style.dataWord)
    // Of many that say the same, a reader of a list of links knows which is which.
    page.element("span", ["class": "hidden"], holding: style.colon + charts.map(\.title).joined(separator: "; "))
    page.end()
    table.write(to: &page)
    page.end()
  }

  private static func write(_ table: Table, to page: inout MarkupWriter) {
    table.write(to: &page)
    write(table.notes, to: &page)
  }

  private static func write(_ points: [String], to page: inout MarkupWriter) {
    guard !points.isEmpty else { return }
    page.begin("ul", [:])
    for point in points { page.element("li", [:], holding: point) }
    page.end()
  }
}

extension Document.Style {
  /// The language of a page, by RFC 5646.
  fileprivate var languageTag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en"
    }
  }

  /// What opens the numbers of a chart.
  fileprivate var dataWord: String {
    switch self {
    case .chinese: "数据表"
    case .english: "Numbers"
    }
  }
}

extension Table {
  fileprivate func write(to page: inout MarkupWriter) {
    // A wide table moves by itself, by keys as well, and the page stays.
    page.begin("div", ["class": "wide", "tabindex": "0", "role": "group"])
    page.begin("table", [:])
    if let title { page.element("caption", [:], holding: title) }
    if columns.contains(where: { !$0.header.isEmpty }) {
      page.begin("thead", [:])
      page.begin("tr", [:])
      for column in columns {
        // A head without words is none.
        if column.header.isEmpty {
          page.element("td", ["class": column.side], holding: "")
        } else {
          page.element("th", ["scope": "col", "class": column.side], holding: column.header)
        }
      }
      page.end()
      page.end()
    }
    page.begin("tbody", [:])
    for row in rows {
      switch row {
      case .rule: continue
      case .section(let heading):
        page.begin("tr", [:])
        page.element(
          "th", ["scope": "rowgroup", "class": "start group", "colspan": "\(columns.count)"], holding: heading)
        page.end()
      case .cells(let cells):
        page.begin("tr", [:])
        for (column, cell) in zip(columns, cells) {
          // A name without words is none.
          let isName = column == columns[0] && !cell.text.isEmpty
          page.element(
            isName ? "th" : "td", isName ? ["scope": "row", "class": column.side] : ["class": column.side],
            holding: cell.text)
        }
        page.end()
      }
    }
    for _ in 0..<3 { page.end() }
  }
}

extension Column {
  fileprivate var side: String { alignment == .leading ? "start" : "end" }
}

/// Ink and ground by surroundings; print keeps heads of tables and whole rows.
private let pageStyle = """
  :root{--ink:#1f2328;--faint:#57606a;--grid:#d0d7de;--ground:#ffffff;color-scheme:light dark}
  @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9198a1;--grid:#3d444d;--ground:#0d1117}}
  @media print{:root{--ink:#000;--faint:#333;--grid:#999;--ground:#fff}}
  body{margin:0;color:var(--ink);background:var(--ground);font:16px/1.55 Helvetica,Arial,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
  main{max-width:62rem;margin:0 auto;padding:1rem}
  h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.2rem;margin:1.6rem 0 .5rem}
  .faint{color:var(--faint);margin:0}.answer{font-size:1.15rem;font-weight:bold}
  ul{padding-left:1.2rem;margin:.5rem 0}li{margin:.25rem 0}
  p,li,h1,h2,figcaption{overflow-wrap:anywhere}
  .wide{overflow-x:auto}.wide:focus-visible{outline:2px solid var(--faint)}
  table{border-collapse:collapse;font-size:.9rem;margin:.5rem 0}
  th,td{padding:.2rem .7rem .2rem 0;border-bottom:1px solid var(--grid);font-weight:normal;vertical-align:top}
  thead th,.group{font-weight:bold}
  .start{text-align:left}.end{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
  .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem 2rem;align-items:start}
  figure{margin:.5rem 0;max-width:34rem;min-width:0}figcaption{font-weight:bold}svg{width:100%;height:auto}.whole{grid-column:1/-1;min-width:0}
  .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
  details{font-size:.95rem}summary{cursor:pointer;color:var(--faint)}
  @media screen and (max-width:40rem){.wide table{width:max-content;max-width:48rem}}
  @media print{table{font-size:7.5pt}.end{white-space:normal}.figures{display:block}details::details-content{content-visibility:visible;display:block}thead{display:table-header-group}tr,svg{break-inside:avoid}h2,figcaption,summary{break-after:avoid}.wide{overflow:visible}main{max-width:none;padding:0}@page{size:A4;margin:15mm}}

  """
