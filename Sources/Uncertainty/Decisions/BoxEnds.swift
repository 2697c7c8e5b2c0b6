/// One end of one input's interval.
struct BoxEnd {
  let input: Int
  let isLow: Bool
}

extension [CaseBox.Limits] {
  /// The ends that are not free.
  var ends: [BoxEnd] {
    indices.flatMap { input in
      (self[input].low == nil ? [] : [BoxEnd(input: input, isLow: true)])
        + (self[input].high == nil ? [] : [BoxEnd(input: input, isLow: false)])
    }
  }

  mutating func free(_ end: BoxEnd) { set(end, to: nil) }

  mutating func set(_ end: BoxEnd, to value: Double?) {
    if end.isLow { self[end.input].low = value } else { self[end.input].high = value }
  }
}
