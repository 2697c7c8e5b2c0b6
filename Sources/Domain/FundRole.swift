/// What rules and lines that stand in code are for, where the lottery fund may pay for them.
///
/// A dataset says under which of its uses of the fund each falls; the names of uses mean nothing to the program.
public enum FundRole: String, CaseIterable, Sendable {
  case eldercareFacilities = "eldercare_facilities"
  case eldercareServices = "eldercare_services"
  case disability
  case children
  case socialAssistance = "social_assistance"
  case socialWork = "social_work"
  case burial
}
