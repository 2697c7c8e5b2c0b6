/// The colours of a drawing, light and dark.
///
/// Each is a variable that the page around may set, with the light one for programs that know no variables. On its ground ink
/// has a contrast of 15 to 1, the series one of 4.5 to 1 or more in both readings.
struct ChartStyle {
  let id: String

  private static let light = [
    ("ink", "#1f2328"), ("ground", "#ffffff"), ("faint", "#57606a"), ("grid", "#d0d7de"), ("s0", "#0067a3"),
    ("s1", "#b5490a"),
    ("s2", "#00704f"), ("s3", "#8f3f71"), ("s4", "#6a5a00"), ("s5", "#5b4bb5"),
  ]
  private static let dark = [
    ("ink", "#e6edf3"), ("ground", "#0d1117"), ("faint", "#9198a1"), ("grid", "#3d444d"), ("s0", "#58b4f0"),
    ("s1", "#f59a5c"),
    ("s2", "#3cc9a0"), ("s3", "#e79ac6"), ("s4", "#d6c04a"), ("s5", "#a99cf0"),
  ]

  /// The first of these colours that is known: the plain one where variables are not.
  private func paint(_ property: String, _ name: String) -> String {
    let plain = ChartStyle.light.first { $0.0 == name }?.1 ?? "#000000"
    return "\(property):\(plain);\(property):var(--\(name))"
  }

  private func variables(_ colours: [(String, String)]) -> String {
    "#\(id){" + colours.map { "--\($0.0):\($0.1)" }.joined(separator: ";") + "}"
  }

  private func rule(_ selector: String, _ declarations: String...) -> String {
    "#\(id) \(selector){\(declarations.joined(separator: ";"))}"
  }

  var css: String {
    let roles = [
      rule("text", paint("fill", "ink")), rule(".faint", paint("fill", "faint")), rule(".strong", "font-weight:bold"),
      rule(".grid", paint("stroke", "grid")), rule(".axis", paint("stroke", "faint")),
      rule(".known", paint("stroke", "faint"), "stroke-dasharray:2 3"), rule(".line", "fill:none", "stroke-width:2"),
      rule(".dashed", "stroke-dasharray:6 4"), rule(".mark", "fill:none", paint("stroke", "ink"), "stroke-width:2"),
      rule(".open", paint("fill", "ground"), paint("stroke", "ink"), "stroke-width:1.5"),
      rule(".outline", "fill:none", paint("stroke", "ink"), "stroke-width:1.5"),
    ]
    let series = (0..<seriesColours).flatMap { place in
      [
        rule(".s\(place)", paint("stroke", "s\(place)")), rule(".f\(place)", paint("fill", "s\(place)")),
        rule(".b\(place)", paint("fill", "s\(place)"), "fill-opacity:.3"),
        rule(".w\(place)", paint("fill", "s\(place)"), "fill-opacity:.14"),
      ]
    }
    return variables(ChartStyle.light) + "@media(prefers-color-scheme:dark){\(variables(ChartStyle.dark))}"
      + "@media print{\(variables(ChartStyle.light))}" + (roles + series).joined()
  }
}

/// How many series have a colour of their own.
let seriesColours = 6
