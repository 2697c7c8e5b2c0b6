import Domain
import Inputs

/// What a package holds, in a line for each part.
public func datasetSummary(_ dataset: Dataset, language: Language) -> String {
  let city = dataset.city
  let values = city.values.values.reduce(0) { $0 + $1.all.count }
  switch language {
  case .zh:
    return """
      \(dataset.title.zh)：没有发现问题
        基年 \(city.baseYear)，已知至 \(city.informationDate) 年，区县 \(city.areas.districts.count) 个，参数 \(city.values.count) 个（取值 \(values) 个）
        公布值 \(city.observations.all.count) 个，目标 \(Set(city.targets.map(\.id)).count) 项，项目 \(city.programmes.count) 个

      """
  case .en:
    return """
      \(dataset.title.en): nothing wrong found
        base year \(city.baseYear), known until \(city.informationDate), districts \(city.areas.districts.count), parameters \(city.values.count) (values \(values))
        published values \(city.observations.all.count), targets \(Set(city.targets.map(\.id)).count), programmes \(city.programmes.count)

      """
  }
}
