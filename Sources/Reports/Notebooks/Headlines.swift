import Care
import Domain
import Fiscal
import Formulas
import Population

/// The figures of a city that a notebook of a run draws.
public enum Headlines {
  private static let indicators: [Indicator] = [
    Demography.populationAged60Plus, Care.disabled, Care.unmetNeed, Care.bedStock, Care.nursingShare,
    Care.workersNeeded, Care.certifiedPerTenThousand,
  ]

  /// With their labels, in the order in which they are shown.
  public static var all: [(name: String, label: Label)] {
    indicators.map { ($0.name, $0.label) } + [(Budget.Sum.fiscalCost.name, Label(zh: "财政性资金", en: "Fiscal money"))]
  }
}
