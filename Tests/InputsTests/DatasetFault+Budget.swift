import Inputs

extension DatasetFault {
  /// What can be wrong with unit costs, payers and growth.
  static let budget: [DatasetFault] = {
    let file = "parameters/fiscal.yaml"
    let city = "2020: {value: 20%, evidence: assumed, source: model, range: [5%, 35%]}"
    let building =
      "2023: {value: 150000 元/张, evidence: assumed, source: model, range: [100000 元/张, 250000 元/张], known: 2020}"
    func path(_ name: String, _ path: String, _ kind: String = "unknown-name") -> DatasetFault {
      DatasetFault(name, file, "fiscal.bed_construction.share_city:", "\(path):", kind)
    }
    func share(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, city, city.replacing("20%", with: text), kind, place)
    }
    func cost(_ name: String, _ text: String, _ instead: String, _ kind: String) -> DatasetFault {
      DatasetFault(name, file, building, building.replacing(text, with: instead), kind)
    }
    func code(_ name: String, _ text: String, _ instead: String, _ kind: String) -> DatasetFault {
      DatasetFault(name, "tables/line_codes.csv", text, instead, kind)
    }
    return [
      code("a code of a line nobody knows", "dibao,2081901", "dibaos,2081901", "unknown-name"),
      code("two codes of a line", "orphans,2081001", "old_age_allowance,2081001", "duplicate-row"),
      code("a line without its code", "temporary_aid,2082001", "temporary_aid,", "empty-field"),
      path("a budget line nobody knows", "fiscal.bed_constructions.share_city"),
      path("a payer nobody knows", "fiscal.bed_construction.share_bank"),
      path("a share of the payer of the rest", "fiscal.bed_construction.share_district"),
      path("a share by another word", "fiscal.bed_construction.city_share"),
      path("a share of another module", "care.bed_construction.share_city"),
      share("a payer of more than the whole", "120%", "out-of-range"),
      share("a payer of less than nothing", "-20%", "out-of-range"),
      share("a payer's share in yuan", "20 元", "wrong-unit"),
      share("a payer's share in words", "a fifth", "not-a-number"),
      share("a payer's share with a decimal comma", "0,2", "decimal-comma"),
      DatasetFault(
        "payers of respite care who pay more than the whole", file,
        "2020: {value: 10%, evidence: assumed, source: model, range: [0%, 25%]}",
        "2020: {value: 80%, evidence: assumed, source: model, range: [5%, 85%]}", "shares-exceed-one", .below(5)),
      cost("a unit cost without its unit", "150000 元/张", "150000", "missing-unit"),
      cost("a unit cost of a person for one of a bed", "150000 元/张", "150000 元/人", "wrong-unit"),
      cost("a unit cost in ten thousands of it", "150000 元/张", "150000 万元/张", "out-of-range"),
      cost("a unit cost with a thousands comma", "150000 元/张", "150,000 元/张", "grouped-digits"),
      cost("a unit cost below nothing", "150000 元/张", "-150000 元/张", "out-of-range"),
      cost("a unit cost without a source", "source: model, ", "", "no-evidence"),
      cost("a unit cost without a range", "range: [100000 元/张, 250000 元/张], ", "", "no-range"),
      cost("a unit cost of a year of two digits", "2023:", "23:", "not-a-date"),
      DatasetFault(
        "a unit cost by another word", file, "fiscal.bed_construction.unit_cost:",
        "fiscal.bed_construction.unit_price:",
        "unknown-name"),
      DatasetFault("a unit of cost nobody knows", file, "unit: \"元/张\"", "unit: \"元/头\"", "wrong-unit"),
      DatasetFault(
        "costs that follow nothing known", file, "beyond: {index: fiscal.price_growth}",
        "beyond: {index: fiscal.prices_growth}", "unknown-name"),
      DatasetFault(
        "wages that grow fivefold", file, "2020: {value: 5%, evidence: assumed, source: model, range: [3%, 7%]}",
        "2020: {value: 500%, evidence: assumed, source: model, range: [3%, 700%]}", "out-of-range"),
    ]
  }()

  /// What else can be wrong with rows of programmes.
  static let programmeRows: [DatasetFault] = {
    let file = "tables/programmes.csv"
    return [
      DatasetFault("a programme of no id", file, "charity_trusts,vibrant", ",vibrant", "empty-field"),
      DatasetFault(
        "a rate without people", file, "eco_burial_rate,population.deaths", "eco_burial_rate,", "empty-field"),
      DatasetFault(
        "people without a rate", file, "eco_burial_rate,population.deaths", ",population.deaths", "empty-field"),
      DatasetFault(
        "a rate that is a product itself", file, "eco_burial_rate,population.deaths", "eco_burials,population.deaths",
        "unknown-name"),
      DatasetFault("costs spread over nobody", file, ",capital,residents,", ",capital,,", "unknown-word"),
      DatasetFault("a cost of no kind", file, ",capital,residents,", ",,residents,", "unknown-word"),
      DatasetFault("a row of a programme too long", file, "charity_trusts,vibrant", "charity_trusts,,vibrant", "csv"),
      DatasetFault(
        "a column of programmes misspelt", file, "rate,driver,line", "rates,driver,line", "missing-column", .here),
      DatasetFault(
        "a unit of a programme in Chinese", file, "charity_trusts,vibrant_warm_charity,count",
        "charity_trusts,vibrant_warm_charity,个", "unknown-word"),
    ]
  }()
}
