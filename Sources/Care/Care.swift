import Domain
import Formulas

/// Everything the care part declares.
extension Care {
  public static let processes = [
    onsetProcess,
    Process(
      "exits", moves: exitRate, at: "care.workers.exit_rate", .logit, heldBy: certifiedPerTenThousand,
      .persistence, .deviation),
  ]

  public static let parameters =
    abilityParameters + bedParameters + settingParameters + respiteParameters + normParameters + workerParameters
    + staffingParameters + payParameters + CareInsurance.parameters + Ledger.parameters

  /// All but who is served first, which a dataset says.
  public static let indicators =
    peopleIndicators + expectancyIndicators + bedIndicators + bedFlowIndicators + settingIndicators + respiteIndicators
    + normIndicators
    + workerIndicators + staffingIndicators + Ledger.indicators

  /// What follows from the order in which people are served.
  public static func indicators(servedIn order: CareOrder) -> [Indicator] { Ledger.indicators(order) }
}

extension Ledger {
  static let indicators = soughtIndicators + hoursIndicators + servedIndicators + resultIndicators
}
