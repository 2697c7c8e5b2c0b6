import Care
import Domain

/// Who pays towards a bill for care, household apart.
public enum CareProgramme: String, CaseIterable, Sendable {
  case runningSubsidy = "running_subsidy"
  case insurance = "ltc_insurance"
  case destitute
  /// The owner of a home, for destitute people whose standard does not cover what they cost.
  case owner
  case nursingSubsidy = "nursing_subsidy"
  case serviceSubsidy = "service_subsidy"
  case familyBed = "family_bed"
  case consumptionSubsidy = "consumption_subsidy"

  /// The settings towards whose bills it can pay.
  public var settings: [CareService] {
    switch self {
    case .runningSubsidy, .destitute, .owner, .nursingSubsidy: [.institution]
    case .insurance, .consumptionSubsidy: [.institution, .home, .familyBed]
    case .serviceSubsidy: [.home]
    case .familyBed: [.familyBed]
    }
  }
}

/// In which order programmes pay towards a bill, as the rows of a dataset say; households pay the rest.
public struct CarePayers: Equatable, Sendable {
  /// The settings whose bills are divided among programmes person by person.
  public static let settings: [CareService] = [.institution, .home, .familyBed]

  private let order: [CareService: [CareProgramme]]

  public init(_ order: [CareService: [CareProgramme]]) { self.order = order }

  /// Households pay everything.
  public static let households = CarePayers([:])

  public func programmes(_ setting: CareService) -> [CareProgramme] { order[setting] ?? [] }
}
