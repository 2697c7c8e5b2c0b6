internal import CXlsxWriter

/// Ink and grounds of cells.
private enum Ink: UInt32 {
  case input = 0x0B4F9E
  case inputGround = 0xFFF7D6
  case faint = 0x5A6370
  case heldGround = 0xF0F1F3
  case headGround = 0xDCE6F2
  case totalGround = 0xF3F6FA
  case rule = 0xB7BEC8
}

extension SheetStyle {
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "SimSun")
    format_set_font_size(format, 10)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if wraps { format_set_text_wrap(format) }
    if digits != .general { format_set_num_format(format, digits.rawValue) }
    switch role {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER_ACROSS.rawValue))
    case .caption: format_set_font_color(format, Ink.faint.rawValue)
    case .unit:
      format_set_font_color(format, Ink.faint.rawValue)
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .note:
      format_set_font_color(format, Ink.faint.rawValue)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .head:
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      ground(.headGround, format)
    case .label: rule(format)
    case .detail:
      format_set_indent(format, 1)
      rule(format)
    case .value: rule(format)
    case .input:
      format_set_font_color(format, Ink.input.rawValue)
      format_set_unlocked(format)
      ground(.inputGround, format)
    case .held:
      format_set_font_color(format, Ink.faint.rawValue)
      ground(.heldGround, format)
    case .total:
      format_set_bold(format)
      ground(.totalGround, format)
    case .link:
      format_set_font_color(format, Ink.input.rawValue)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  private func ground(_ ink: Ink, _ format: UnsafeMutablePointer<lxw_format>) {
    format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    format_set_bg_color(format, ink.rawValue)
    rule(format)
  }

  private func rule(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
    format_set_border_color(format, Ink.rule.rawValue)
  }
}
