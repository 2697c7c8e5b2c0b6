/// As many parts as are split by all subsets: their number doubles with each part.
public let largestSplit = 10

/// Splits a difference exactly between the parts that make it, each part's share averaged over all orders of changing them.
///
/// Shares add up to the value of the whole set less that of the empty one, also where a part starts at zero; exchanging
/// start and end changes their signs and nothing else. For numbers that are sums over areas, so are the shares.
///
/// - Parameters:
///   - parts: at most ``largestSplit``.
///   - value: the numbers with the parts of a set as at the end and the others as at the start; one a world, as many for
///     each set. Called once for each set, by its number.
/// - Returns: the share of each part, world by world.
///
/// Source: Shapley (1953); Albrecht, François and Schoors (2002), *Energy Policy* 30, 727–736, for its use on differences.
public func shapleySplit<Failure: Error>(
  parts: Int, value: (Subset) throws(Failure) -> [Double]
) throws(Failure) -> [[Double]] {
  precondition(0...largestSplit ~= parts, "too many parts for all subsets")
  var values: [[Double]] = []
  for set in Subset.all(of: parts) { values.append(try value(set)) }
  let weights = orderWeights(parts: parts)
  return (0..<parts).map { part in
    var share = Array(repeating: 0.0, count: values[0].count)
    for set in Subset.all(of: parts) where !set.contains(part) {
      let (before, after) = (values[set.number], values[set.inserting(part).number])
      for world in share.indices { share[world] += weights[set.count] * (after[world] - before[world]) }
    }
    return share
  }
}

/// Splits a difference by changing one part after another, in the order given.
///
/// Parts that matter together are counted with the later one: the split depends on the order.
///
/// - Parameter value: as for ``shapleySplit(parts:value:)``; called once for each step.
public func orderedSplit<Failure: Error>(
  order: [Int], value: (Subset) throws(Failure) -> [Double]
) throws(Failure) -> [[Double]] {
  precondition(order.sorted() == Array(order.indices), "each part once")
  var set = Subset(number: 0)
  var before = try value(set)
  var shares = Array(repeating: [Double](), count: order.count)
  for part in order {
    set = set.inserting(part)
    let after = try value(set)
    shares[part] = zip(after, before).map { $0 - $1 }
    before = after
  }
  return shares
}

/// How many of all orders have a part right after a set of so many: s! (n − s − 1)! / n!.
private func orderWeights(parts: Int) -> [Double] {
  var weights: [Double] = []
  var choices = 1.0  // of s among n − 1
  for size in 0..<parts {
    weights.append(1 / (Double(parts) * choices))
    choices *= Double(parts - 1 - size) / Double(size + 1)
  }
  return weights
}
