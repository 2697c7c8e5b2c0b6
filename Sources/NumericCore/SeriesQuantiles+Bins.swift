extension SeriesQuantiles {
  /// Leaves in `kept`, sorted, every value of the bins that hold a wanted rank.
  mutating func keepWantedBins(of series: UnsafeBufferPointer<Double>, _ extent: Extent) {
    let width = extent.largest - extent.smallest
    let binsPerUnit = Double(bins.count - 1) / width
    if width == 0 {
      kept[0] = extent.smallest
      for index in wanted.indices { rankAmongKept[index] = 0 }
    } else if width.isFinite && binsPerUnit.isFinite {
      placeInBins(series, lowest: extent.smallest, binsPerUnit: binsPerUnit)
      markWantedBins()
      sortKept(keepMarked(series))
      unmarkBins()
    } else {
      keepAll(series)
    }
  }

  /// Counts each value in a bin; a larger value is never in a lower bin.
  private mutating func placeInBins(
    _ series: UnsafeBufferPointer<Double>, lowest: Double, binsPerUnit: Double
  ) {
    // Adding 2⁵² rounds to a whole number and leaves it in the low bits: a conversion that has a vector form.
    let toWhole = 0x1p52
    binOfValue.withUnsafeMutableBufferPointer { binOfValue in
      for index in 0..<series.count {
        binOfValue[index] = ((series[index] - lowest) * binsPerUnit + toWhole).bitPattern
      }
      bins.withUnsafeMutableBufferPointer { bins in
        for index in 0..<series.count { bins[Int(UInt32(truncatingIfNeeded: binOfValue[index]))] &+= 1 }
      }
    }
  }

  /// Marks the bins of the wanted ranks, notes these ranks among the values to be kept, and clears the counts.
  private mutating func markWantedBins() {
    var valuesBelow = 0
    var keptBelow = 0
    var next = 0
    for bin in bins.indices {
      let end = valuesBelow + Int(bins[bin])
      bins[bin] = 0
      if next < wanted.count, wanted[next] < end {
        isKept[bin] = 1
        while next < wanted.count, wanted[next] < end {
          rankAmongKept[next] = keptBelow + wanted[next] - valuesBelow
          next += 1
        }
        keptBelow += end - valuesBelow
      }
      valuesBelow = end
    }
  }

  /// Copies the values of the marked bins; returns their number.
  private mutating func keepMarked(_ series: UnsafeBufferPointer<Double>) -> Int {
    kept.withUnsafeMutableBufferPointer { kept in
      isKept.withUnsafeBufferPointer { isKept in
        binOfValue.withUnsafeBufferPointer { binOfValue in
          var keptCount = 0
          for index in 0..<series.count {
            // Written always, counted when wanted: no branch to guess.
            kept[keptCount] = series[index]
            keptCount &+= Int(isKept[Int(UInt32(truncatingIfNeeded: binOfValue[index]))])
          }
          return keptCount
        }
      }
    }
  }

  private mutating func unmarkBins() {
    for index in isKept.indices { isKept[index] = 0 }
  }

  /// For values so far apart, or so close, that bins of equal width cannot be computed.
  private mutating func keepAll(_ series: UnsafeBufferPointer<Double>) {
    for index in series.indices { kept[index] = series[index] }
    for index in wanted.indices { rankAmongKept[index] = wanted[index] }
    sortKept(series.count)
  }

  private mutating func sortKept(_ keptCount: Int) {
    let few = 100  // above, the radix sort is faster
    spare.withUnsafeMutableBufferPointer { spare in
      kept.withUnsafeMutableBufferPointer { kept in
        let values = UnsafeMutableBufferPointer(rebasing: kept[..<keptCount])
        if keptCount <= few { insertionSort(values) } else { radixSort(values, spare: spare) }
      }
    }
  }
}
