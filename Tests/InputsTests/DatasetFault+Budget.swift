import Inputs

extension DatasetFault {
  /// What can be wrong with unit costs, payers and growth.
  static let budget: [DatasetFault] = {
    let file = "parameters/fiscal.yaml"
    let city = "2020: {value: 20%, evidence: assumed, source: model, range: [5%, 35%]}"
    let building =
      "2023: {value: 150000 元/张, evidence: assumed, source: model, range: [100000 元/张, 250000 元/张], known: 2020}"
    func path(_ name: String, _ path: String, _ kind: Problem.Kind = .unknownName) -> DatasetFault {
      DatasetFault(name, file, "fiscal.bed_construction.share_city:", "\(path):", kind)
    }
    func share(_ name: String, _ text: String, _ kind: Problem.Kind, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, city, city.replacing("20%", with: text), kind, place)
    }
    func cost(_ name: String, _ text: String, _ instead: String, _ kind: Problem.Kind) -> DatasetFault {
      DatasetFault(name, file, building, building.replacing(text, with: instead), kind)
    }
    return [
      path("a budget line nobody knows", "fiscal.bed_constructions.share_city"),
      path("a payer nobody knows", "fiscal.bed_construction.share_bank"),
      path("a share of the payer of the rest", "fiscal.bed_construction.share_district"),
      path("a share by another word", "fiscal.bed_construction.city_share"),
      path("a share of another module", "care.bed_construction.share_city"),
      share("a payer of more than the whole", "120%", .outOfRange),
      share("a payer of less than nothing", "-20%", .outOfRange),
      share("a payer's share in yuan", "20 元", .wrongUnit),
      share("a payer's share in words", "a fifth", .notANumber),
      share("a payer's share with a decimal comma", "0,2", .decimalComma),
      DatasetFault(
        "payers of respite care who pay more than the whole", file,
        "2020: {value: 10%, evidence: assumed, source: model, range: [0%, 25%]}",
        "2020: {value: 80%, evidence: assumed, source: model, range: [5%, 85%]}", .sharesExceedOne, .below(5)),
      cost("a unit cost without its unit", "150000 元/张", "150000", .missingUnit),
      cost("a unit cost of a person for one of a bed", "150000 元/张", "150000 元/人", .wrongUnit),
      cost("a unit cost in ten thousands of it", "150000 元/张", "150000 万元/张", .outOfRange),
      cost("a unit cost with a thousands comma", "150000 元/张", "150,000 元/张", .thousandsComma),
      cost("a unit cost below nothing", "150000 元/张", "-150000 元/张", .outOfRange),
      cost("a unit cost without a source", "source: model, ", "", .noEvidence),
      cost("a unit cost without a range", "range: [100000 元/张, 250000 元/张], ", "", .noRange),
      cost("a unit cost of a year of two digits", "2023:", "23:", .notADate),
      DatasetFault(
        "a unit cost by another word", file, "fiscal.bed_construction.unit_cost:",
        "fiscal.bed_construction.unit_price:",
        .unknownName),
      DatasetFault("a unit of cost nobody knows", file, "unit: \"元/张\"", "unit: \"元/头\"", .wrongUnit),
      DatasetFault(
        "costs that follow nothing known", file, "beyond: {index: fiscal.price_growth}",
        "beyond: {index: fiscal.prices_growth}", .unknownName),
      DatasetFault(
        "wages that grow fivefold", file, "2020: {value: 5%, evidence: assumed, source: model, range: [3%, 7%]}",
        "2020: {value: 500%, evidence: assumed, source: model, range: [3%, 700%]}", .outOfRange),
    ]
  }()

  /// What else can be wrong with rows of programmes.
  static let programmeRows: [DatasetFault] = {
    let file = "tables/programmes.csv"
    return [
      DatasetFault("a programme of no id", file, "charity_trusts,vibrant", ",vibrant", .emptyField),
      DatasetFault(
        "a rate without people", file, "eco_burial_rate,population.deaths", "eco_burial_rate,", .emptyField),
      DatasetFault(
        "people without a rate", file, "eco_burial_rate,population.deaths", ",population.deaths", .emptyField),
      DatasetFault(
        "a rate that is a product itself", file, "eco_burial_rate,population.deaths", "eco_burials,population.deaths",
        .unknownName),
      DatasetFault("costs spread over nobody", file, ",capital,residents,", ",capital,,", .unknownWord),
      DatasetFault("a cost of no kind", file, ",capital,residents,", ",,residents,", .unknownWord),
      DatasetFault("a row of a programme too long", file, "charity_trusts,vibrant", "charity_trusts,,vibrant", .csv),
      DatasetFault(
        "a column of programmes misspelt", file, "rate,driver,line", "rates,driver,line", .missingColumn, .here),
      DatasetFault(
        "a unit of a programme in Chinese", file, "charity_trusts,vibrant_warm_charity,count",
        "charity_trusts,vibrant_warm_charity,个", .unknownWord),
    ]
  }()
}
