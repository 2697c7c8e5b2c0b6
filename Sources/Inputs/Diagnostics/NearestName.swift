/// The name in a list that a misspelt one most likely means, nil when none is near.
///
/// Near is an edit distance (insertions, deletions, replacements, swaps of
/// neighbours) of at most three and less than half the length.
package func nearestName(to name: String, in names: [String]) -> String? {
  let wanted = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in names {
    let letters = Array(candidate.lowercased())
    guard abs(letters.count - wanted.count) <= largestDistance else { continue }
    let distance = editDistance(wanted, letters)
    if distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  guard let best, best.distance <= largestDistance, 2 * best.distance < max(wanted.count, 3) else { return nil }
  return best.name
}

/// Beyond three slips a suggestion is more often wrong than right.
private let largestDistance = 3

/// The name that a text begins and no other does, where only its last words are missing.
func onlyName(beginning text: String, in names: [String]) -> String? {
  let longer = names.filter { $0.hasPrefix(text) && "._".contains($0.dropFirst(text.count).first ?? " ") }
  return longer.count == 1 ? longer[0] : nil
}

/// The longest part of a dotted path, its last word aside, that begins one of some names, nil when none does.
func commonGroup(of path: String, in names: [String]) -> String? {
  var words = path.split(separator: ".")
  while !words.isEmpty {
    let group = words.joined(separator: ".")
    if names.contains(where: { $0.hasPrefix("\(group).") }) { return group }
    words.removeLast()
  }
  return nil
}

/// Optimal string alignment distance of two words.
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let replace = last[j] + (a[i] == b[j] ? 0 : 1)
      var cost = min(replace, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
