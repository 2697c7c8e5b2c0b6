import Domain
import Inputs

/// What was recorded, in words, from when it counts, and what the city comes to with it.
///
/// - Parameter city: the central member's value of the city in the figure's year before and now, in the indicator's unit;
///   nil where the figure is the city's own or counts later.
public func recordText(
  _ figure: PublishedFigure, _ dataset: Dataset, city: (before: Double, after: Double)?, language: Language
) -> String {
  let say = language.say
  let place = dataset.city.areas[figure.area].label(language)
  let value = Quantity.written(figure.value, in: figure.indicator.unit)
  let (label, year) = (figure.indicator.label(language), figure.year)
  let known = dataset.city.informationDate
  let later =
    year > known
    ? say(
      "数据包已知至 \(known) 年：改 datapackage.json 的 known_until 之后，这个数才起作用。\n",
      "The package is known until \(known): the figure counts once known_until of datapackage.json is changed.\n") : ""
  return say(
    "已填报：\(place) \(year) 年 \(label) \(value)（\(figure.evidence.label.zh)，来源 \(figure.source)）；\(PublishedFigure.table) 已重新封存。\n",
    "recorded: \(label), \(place), \(year): \(value) (\(figure.evidence.label.en), source \(figure.source)); "
      + "\(PublishedFigure.table) is sealed again.\n") + later + (city.map { cityText(figure, $0, language) } ?? "")
}

private func cityText(
  _ figure: PublishedFigure, _ city: (before: Double, after: Double), _ language: Language
) -> String {
  let format = LevelFormat(figure.indicator.unit, largest: abs(city.after), language: language)
  func shown(_ value: Double) -> String { "\(format.level.text(value)) \(format.unit)" }
  let (before, after) = (shown(city.before), shown(city.after))
  guard before != after else {
    return language.say(
      "全市 \(figure.year) 年的数不变（\(after)），其余区县相应调整。\n",
      "The city's figure of \(figure.year) stays (\(after)); the other districts give way.\n")
  }
  return language.say(
    "全市 \(figure.year) 年因此为 \(after)（此前 \(before)）。\n",
    "The city comes to \(after) in \(figure.year) (before: \(before)).\n")
}
