import Domain

/// Ability parameters that no yearly transitions can meet.
public enum AbilityError: Error, Equatable, Sendable {
  /// Prevalence falls with age faster than recovery and deaths explain: onset would be negative.
  case negativeOnset(level: Ability, sex: Sex, age: Int, area: Int, rate: Double)
  /// More people would leave a level in a year than are there.
  case tooManyLeave(level: Ability, sex: Sex, age: Int, area: Int, rate: Double)
}
