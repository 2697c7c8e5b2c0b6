import Studies
import Testing

/// Searches for the smallest change on chances that are known in closed form.
struct SeekTests {
  /// As many of a hundred worlds hold as the value says.
  private func lever(_ name: String = "x", present: Double? = 0) -> Lever {
    Lever(name, from: 0, to: 100, step: 1, present: present)
  }

  private func one(
    present: Double?, wanted: Double = 0.8, _ chance: @escaping @Sendable (Double) -> Double
  ) async throws -> SeekAnswer {
    var search = SeekOne(lever(present: present), wanted: wanted) { mixes in
      mixes.map { SeekTrial(chance: chance($0[0]), cost: nil) }
    }
    return try await search.answer(unchanged: SeekTrial(chance: chance(present ?? 0), cost: nil))
  }

  private func found(_ answer: SeekAnswer) -> (values: [Double], less: [Double]?)? {
    guard case .found(let mix, let less) = answer.outcome else { return nil }
    return (mix.values, less?.mix.values)
  }

  @Test func theSmallestValueThatDoesIsFoundAndOneStepLessDoesNot() async throws {
    for wanted in [0.01, 0.37, 0.8, 0.99, 1] {
      let answer = try await one(present: 0, wanted: wanted) { $0 / 100 }
      let mix = try #require(found(answer))
      #expect(abs(mix.values[0] - wanted * 100) < 1e-9 && abs((mix.less?[0] ?? .nan) - (wanted * 100 - 1)) < 1e-9)
      #expect(answer.isMonotone && answer.tried.count < 30)
    }
    // Falling: the smallest change from the upper end down.
    let falling = try await one(present: 100) { 1 - $0 / 100 }
    #expect(found(falling)?.values == [20] && found(falling)?.less == [21])
  }

  @Test func nothingIsChangedWhereItHoldsAlreadyAndItIsSaidWhereNothingDoes() async throws {
    if case .already = try await one(present: 90, { $0 / 100 }).outcome {} else { Issue.record("holds at 90") }
    guard case .none(let best) = try await one(present: 0, { $0 / 200 }).outcome else {
      Issue.record("at most one half")
      return
    }
    #expect(best.values == [100] && best.trial.chance == 0.5)
  }

  /// Two stretches do: both are told, and the answer is the end that is nearest to now.
  @Test func severalStretchesAreTold() async throws {
    for (present, nearest) in [(0.0, 20.0), (50, 60), (70, 63), (35, 30)] {
      let answer = try await one(present: present) { (20...30).contains($0) || (60...63).contains($0) ? 0.9 : 0.2 }
      #expect(!answer.isMonotone && answer.stretches == [20...30, 60...63], "\(answer.stretches)")
      #expect(found(answer)?.values == [nearest], "from \(present)")
    }
  }

  /// 2x + y ≥ 80 at the least x² + y²: (32, 16). At the least 3x + y: only y. At the least x + y: only x.
  @Test func theCheapestMixIsThatOfTheClosedForm() async throws {
    let cases: [(@Sendable (Double, Double) -> Double, [Double])] = [
      ({ $0 * $0 + $1 * $1 }, [32, 16]), ({ 3 * $0 + $1 }, [0, 80]), ({ $0 + $1 }, [40, 0]),
    ]
    for (cost, mix) in cases {
      var search = SeekMix([lever("x"), lever("y")], wanted: 0.8) { mixes in
        mixes.map { SeekTrial(chance: min((2 * $0[0] + $0[1]) / 100, 1), cost: cost($0[0], $0[1])) }
      }
      let answer = try await search.answer(unchanged: SeekTrial(chance: 0, cost: 0))
      #expect(found(answer)?.values == mix, "\(answer.outcome)")
      #expect(answer.isMonotone)
    }
    // Three levers: x + y + z ≥ 60 at the least x² + 2y² + 2z²: (30, 15, 15).
    var search = SeekMix([lever("x"), lever("y"), lever("z")], wanted: 0.6) { mixes in
      mixes.map { m in
        SeekTrial(chance: min((m[0] + m[1] + m[2]) / 100, 1), cost: m[0] * m[0] + 2 * m[1] * m[1] + 2 * m[2] * m[2])
      }
    }
    let answer = try await search.answer(unchanged: SeekTrial(chance: 0, cost: 0))
    #expect(found(answer)?.values == [30, 15, 15], "\(answer.outcome)")
  }

  @Test func aMixThatCannotBeIsNoAnswer() async throws {
    var search = SeekMix([lever("x"), lever("y")], wanted: 0.8) { mixes in
      mixes.map { m in
        m[0] + m[1] > 90 ? SeekTrial(chance: nil, cost: nil) : SeekTrial(chance: (m[0] + m[1]) / 200, cost: m[0])
      }
    }
    if case .none = try await search.answer(unchanged: SeekTrial(chance: 0, cost: 0)).outcome {
    } else {
      Issue.record("at most 0.45")
    }
  }

  @Test func stepsAreRoundAndEndsAreThere() {
    #expect(Lever.usualStep(from: 0, to: 5_000, isWhole: true) == 50)
    #expect(Lever.usualStep(from: 0, to: 30, isWhole: true) == 1)
    #expect(abs(Lever.usualStep(from: 0.1, to: 0.4, isWhole: false) - 0.002) < 1e-15)
    let lever = Lever("x", from: 7, to: 52, step: 10, present: nil)
    #expect(lever.values == [7, 10, 20, 30, 40, 50, 52])
  }
}
