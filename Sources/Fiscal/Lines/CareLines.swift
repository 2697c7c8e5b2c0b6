import Benefits
import Care
import Domain
import Formulas

/// What care outside institutions costs beside what benefit rules pay towards it.
extension BudgetLine {
  /// Own payments for help at home.
  static let homeHelp = BudgetLine(
    "home_help", zh: "居家上门服务（居民负担部分）", en: "Home help, paid by its users", .running,
    volumes: [Ledger.contactHours(.home)], remainder: .household, formula: CareBills.byHouseholds(.home))

  /// Own payments for care with a family bed.
  static let familyBedCare = BudgetLine(
    "family_bed_care", zh: "家庭养老床位照护（居民负担部分）", en: "Care with a family bed, paid by its users", .running,
    volumes: [Ledger.personsGot(.familyBed)], remainder: .household, formula: CareBills.byHouseholds(.familyBed))

  static let communityPrice = Parameter("fiscal.community_care.unit_cost", .yuanPerPersonMonth, 0...1e5, .uncertainty)

  static let communityCare = BudgetLine(
    "community_care", zh: "社区日间照料", en: "Community care", .running,
    [(Ledger.personsGot(.community), communityPrice)], each: { $0 * .monthsPerYear * .oneYear }, remainder: .household)

  // MARK: - Meals

  /// Meals in canteens a year for each registered older person.
  static let mealRate = Parameter("care.meals.per_person", .countPerPersonYear, 0...1000, .uncertainty)
  static let mealPrice = Parameter("fiscal.meals.unit_cost", .yuanPerCount, 0...1000, .uncertainty)
  /// What an older person pays less than the price, made good by the public.
  static let mealDiscount = Parameter("fiscal.meals.discount", .yuanPerCount, 0...1000, .lever)

  static let meals = Indicator(
    "care.meals.served", .count, zh: "老年食堂用餐（人次）", en: "Meals for older people", population: .registered,
    observation: .compares, formula: .parameter(mealRate) * Care.registered60Plus * .oneYear)

  private static let discount = Formula.smaller(.parameter(mealDiscount), .parameter(mealPrice))

  static let mealSubsidy = BudgetLine(
    "meal_discount", zh: "老年助餐优惠", en: "Discounts on meals", .running, volumes: [meals],
    claim: .role(.eldercareServices), others: [mealRate, mealDiscount], steps: [meals],
    formula: .indicator(meals) * discount)

  static let mealsPaid = BudgetLine(
    "meals", zh: "老年助餐（居民负担部分）", en: "Meals, paid by those who eat", .running, volumes: [meals],
    remainder: .household, others: [mealPrice], formula: .indicator(meals) * (.parameter(mealPrice) - discount))

  // MARK: - Training

  static let training = BudgetLine(
    "training", zh: "护理员培训", en: "Training of care workers", .running,
    [(Care.trainees, Parameter("fiscal.training.unit_cost", .yuanPerPerson, 0...1e6, .lever))],
    claim: .role(.eldercareServices))
}
