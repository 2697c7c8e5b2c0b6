import Inputs

extension DatasetFault {
  /// What can be wrong with the tables that say who is served first and who pays.
  static let care: [DatasetFault] = {
    let order = "tables/care_order.csv"
    let payers = "tables/care_payers.csv"
    return [
      DatasetFault(
        "a service nobody knows", order, "2,home,severe,all", "2,homes,severe,all", "unknown-word"),
      DatasetFault(
        "a level a service does not know", order, "2,home,severe,all", "2,home,mild,all", "unknown-word"),
      DatasetFault(
        "a part of help at home", order, "2,home,severe,all", "2,home,severe,least", "unknown-word"),
      DatasetFault(
        "a rank in words", order, "2,home,severe,all", "second,home,severe,all", "not-a-plain-number"),
      DatasetFault("a rank of nothing", order, "2,home,severe,all", "0,home,severe,all", "out-of-range"),
      DatasetFault(
        "a level ranked twice", order, "2,home,severe,all,", "2,home,severe,all,\n3,home,severe,all,", "duplicate-row",
        .below(1)),
      DatasetFault("a level without a rank", order, "2,home,severe,all,\n", "", "missing-rows", .line(1)),
      DatasetFault("a misspelt rank", order, "rank,service", "rnak,service", "missing-column"),
      DatasetFault(
        "a payer of bills nobody knows", payers, "home,2,service_subsidy", "home,2,service_subsidies", "unknown-word"),
      DatasetFault(
        "a payer of another setting", payers, "home,2,service_subsidy", "home,2,nursing_subsidy", "unknown-word"),
      DatasetFault(
        "a bill nobody writes", payers, "home,2,service_subsidy", "light,2,service_subsidy", "unknown-word"),
      DatasetFault(
        "a payer twice", payers, "home,2,service_subsidy,", "home,2,ltc_insurance,", "duplicate-row"),
      DatasetFault(
        "two payers at one place", payers, "home,2,service_subsidy", "home,1,service_subsidy", "duplicate-row"),
    ]
  }()
}
