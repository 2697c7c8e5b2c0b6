/// The probability of at least so many hits in so many independent trials.
///
/// - Parameter probability: of a hit in one trial, in 0...1.
public func binomialTail(hits: Int, trials: Int, probability: Double) -> Double {
  guard hits > 0 else { return 1 }
  guard probability > 0 else { return 0 }
  guard probability < 1 else { return 1 }
  // From the most likely number, whose term is taken as one, both ways; then scaled by the whole.
  let mode = min(Int(Double(trials + 1) * probability), trials)
  let odds = probability / (1 - probability)
  var all = 1.0
  var tail = mode >= hits ? 1.0 : 0
  var term = 1.0
  for count in mode..<trials {
    term *= Double(trials - count) / Double(count + 1) * odds
    all += term
    if count + 1 >= hits { tail += term }
  }
  term = 1
  for count in stride(from: mode, to: 0, by: -1) {
    term *= Double(count) / Double(trials - count + 1) / odds
    all += term
    if count - 1 >= hits { tail += term }
  }
  return tail / all
}
