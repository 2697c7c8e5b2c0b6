import Domain
import Inputs

/// What was recorded, in words, and from when it counts.
public func recordText(_ figure: PublishedFigure, _ dataset: Dataset, language: Language) -> String {
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
      + "\(PublishedFigure.table) is sealed again.\n") + later
}
