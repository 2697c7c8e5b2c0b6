internal import CXlsxWriter

extension WorkbookWriter {
  /// Draws from cells; those who do not see it have it in words.
  func insert(_ chart: SheetChart, on page: Page) -> lxw_error {
    guard let drawing = workbook_add_chart(book, UInt8(chart.kind.type.rawValue)) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    chart_title_set_name(drawing, WorkbookWriter.cellText(chart.title))
    for series in chart.series {
      guard
        let drawn = chart_add_series(drawing, "=\(chart.categories.fixedReference)", "=\(series.values.fixedReference)")
      else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
      chart_series_set_name(drawn, "=\(series.name.fixedReference)")
    }
    chart_axis_set_name(drawing.pointee.y_axis, WorkbookWriter.cellText(chart.unit))
    chart_axis_set_num_format(drawing.pointee.y_axis, "#,##0")
    chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var options = lxw_chart_options()
    options.x_scale = 1.5
    options.y_scale = 1.2
    return WorkbookWriter.cellText(chart.description).withCString { words in
      options.description = UnsafeMutablePointer(mutating: words)
      return worksheet_insert_chart_opt(page, UInt32(chart.row), UInt16(chart.column), drawing, &options)
    }
  }
}

extension SheetChart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .stackedColumns: LXW_CHART_COLUMN_STACKED
    case .lines: LXW_CHART_LINE
    case .bars: LXW_CHART_BAR
    }
  }
}
