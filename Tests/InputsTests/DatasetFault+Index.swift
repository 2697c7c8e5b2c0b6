import Inputs

extension DatasetFault {
  /// What can be wrong with the table of the index and its parameters.
  static let index: [DatasetFault] = {
    let file = "tables/index.csv"
    let row = "development,care.beds.nursing_share,0.558,0.65,1,0,district,observed,fyp14"
    func instead(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      instead(
        "a dimension nobody knows", "growth,care.beds.nursing_share,0.558,0.65,1,0,district,observed,fyp14",
        "unknown-word"),
      instead(
        "a component nobody computes", "development,care.beds.nursing_shares,0.558,0.65,1,0,district,observed,fyp14",
        "unknown-name"),
      instead(
        "an index of the index", "development,index.total,0,1,1,0,district,observed,fyp14", "unknown-name"),
      instead(
        "goalposts the wrong way round", "development,care.beds.nursing_share,0.65,0.558,1,0,district,observed,fyp14",
        "reversed-range"),
      instead(
        "goalposts in one place", "development,care.beds.nursing_share,0.65,0.65,1,0,district,observed,fyp14",
        "reversed-range"),
      instead(
        "a goalpost in per cent", "development,care.beds.nursing_share,0.558,65,1,0,district,observed,fyp14",
        "implausible"),
      instead(
        "a goalpost in words", "development,care.beds.nursing_share,none,0.65,1,0,district,observed,fyp14",
        "not-a-plain-number"),
      instead(
        "a weight below nothing", "development,care.beds.nursing_share,0.558,0.65,-1,0,district,observed,fyp14",
        "negative"),
      instead(
        "no weight", "development,care.beds.nursing_share,0.558,0.65,,0,district,observed,fyp14", "empty-field"),
      instead(
        "reversed in words", "development,care.beds.nursing_share,0.558,0.65,1,no,district,observed,fyp14",
        "not-a-plain-number"),
      instead(
        "reversed twice", "development,care.beds.nursing_share,0.558,0.65,1,2,district,observed,fyp14", "out-of-range"),
      instead(
        "a level nobody knows", "development,care.beds.nursing_share,0.558,0.65,1,0,county,observed,fyp14",
        "unknown-word"
      ),
      instead(
        "goalposts without evidence", "development,care.beds.nursing_share,0.558,0.65,1,0,district,,fyp14",
        "unknown-word"
      ),
      instead(
        "goalposts of a source nobody lists",
        "development,care.beds.nursing_share,0.558,0.65,1,0,district,observed,fyp15",
        "unknown-name"),
      instead("a component twice", row + ",,,\n" + row, "duplicate-row", .below(1)),
      DatasetFault(
        "a component of the city for districts", file, "gap.beds_ratio,1.5,3,1,1,city",
        "gap.beds_ratio,1.5,3,1,1,district",
        "not-by-district"),
      DatasetFault("a misspelt goalpost", file, "low,high", "low,hihg", "missing-column"),
      DatasetFault(
        "a cap below one", "parameters/index.yaml", "value: 1.2,", "value: 0.2,", "out-of-range"),
      DatasetFault(
        "an index without its cap", "parameters/index.yaml", "index.score_cap:", "index.score_caps:", "unknown-name"),
    ]
  }()
}
