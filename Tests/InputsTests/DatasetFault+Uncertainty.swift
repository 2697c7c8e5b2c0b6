import Inputs

/// Faults in what is said of chance.
extension DatasetFault {
  static let uncertainty: [DatasetFault] = {
    let file = "tables/correlations.csv"
    let row = "wages,migration,0.3,assumed,model,work attracts"
    func instead(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    let exits = "2020: {value: 0.6, evidence: assumed, source: model, range: [0.3, 0.9]}"
    let care = "parameters/care.yaml"
    return [
      instead("a process nobody knows", "wage,migration,0.3,assumed,model,", "unknown-name"),
      instead("another process nobody knows", "wages,migrations,0.3,assumed,model,", "unknown-name"),
      instead("a process of the districts", "wages,district_migration,0.3,assumed,model,", "unknown-name"),
      instead("a correlation above one", "wages,migration,1.3,assumed,model,", "out-of-range"),
      instead("a correlation in words", "wages,migration,strong,assumed,model,", "not-a-plain-number"),
      instead("a correlation with itself", "wages,wages,0.3,assumed,model,", "duplicate-row"),
      instead("a correlation twice", row + "\n" + row, "duplicate-row", .below(1)),
      instead(
        "a correlation the other way round", row + "\nmigration,wages,0.3,assumed,model,", "duplicate-row", .below(1)),
      instead("a source of a correlation nobody lists", "wages,migration,0.3,assumed,modle,", "unknown-name"),
      instead("an evidence of a correlation nobody knows", "wages,migration,0.3,guessed,model,", "unknown-word"),
      DatasetFault(
        "an interval about a coefficient", care, exits, exits.replacing("]}", with: "], 80%: [0.4, 0.8]}"),
        "interval-of-fixed"),
    ]
  }()
}
