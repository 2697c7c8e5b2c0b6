import Domain
import Testing

struct DayTests {
  @Test(arguments: [(2000, true), (1900, false), (2023, false), (2024, true), (2100, false)])
  func februaryHas29DaysInLeapYearsOnly(year: Year, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(arguments: [(0, 1), (13, 1), (1, 0), (1, 32), (4, 31), (2, 30), (-1, 5)])
  func daysThatDoNotExistAreNil(month: Int, day: Int) {
    #expect(Day(year: 2024, month: month, day: day) == nil)
  }

  @Test func lastDaysOfMonthsExist() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (month, length) in lengths.enumerated() {
      #expect(Day(year: 2023, month: month + 1, day: length) != nil)
      #expect(Day(year: 2023, month: month + 1, day: length + 1) == nil)
    }
  }

  @Test func elapsedShareCountsTheDaysBefore() throws {
    #expect(Day(firstOf: 2023).elapsedShareOfYear == 0)
    #expect(try #require(Day(year: 2023, month: 7, day: 1)).elapsedShareOfYear == 181.0 / 365)
    #expect(try #require(Day(year: 2024, month: 7, day: 1)).elapsedShareOfYear == 182.0 / 366)
    #expect(try #require(Day(year: 2023, month: 12, day: 31)).elapsedShareOfYear == 364.0 / 365)
  }

  @Test func daysAreOrderedByYearThenMonthThenDay() throws {
    let days = [
      Day(firstOf: 2023), try #require(Day(year: 2023, month: 2, day: 10)),
      try #require(Day(year: 2023, month: 11, day: 2)), Day(firstOf: 2024),
    ]
    #expect(days.reversed().sorted() == days)
    #expect(days.map(\.isFirstOfYear) == [true, false, false, true])
  }

  @Test func descriptionIsTheISODate() throws {
    #expect(try #require(Day(year: 2026, month: 7, day: 1)).description == "2026-07-01")
    #expect(try #require(Day(year: 2026, month: 12, day: 31)).description == "2026-12-31")
  }
}
