import Domain

extension Formula: CustomStringConvertible {
  /// The formula in one line, with as few parentheses as it needs.
  public var description: String {
    switch self {
    case .parameter(let p): p.path
    case .meanOverYear(let p): "mean over the year(\(p.path))"
    case .ofCity(let p): "city's \(p.path)"
    case .ownValue(let p): "own \(p.path)"
    case .measure(let m): m.name
    case .indicator(let reference): reference.name
    case .itself: "itself"
    case .conversion(let c): c.name
    case .zero: "0"
    case .sum(let a, let b): "\(a) + \(b)"
    case .difference(let a, let b): "\(a) − \(b.grouped(in: .sum))"
    case .product(let a, let b): "\(a.grouped(in: .product)) × \(b.grouped(in: .product))"
    case .quotient(let a, let b): "\(a.grouped(in: .product)) ÷ \(b.grouped(in: .quotient))"
    case .smaller(let a, let b): "min(\(a), \(b))"
    case .larger(let a, let b): "max(\(a), \(b))"
    case .present(let a, let b): "(\(a), else \(b))"
    case .opening(let a, let b): "opening(\(a)), then \(b)"
    case .lastYear(let a): "last year's \(a.grouped(in: .quotient))"
    case .overDistricts(let a, let reduction, let group): "\(reduction.sign) \(group.words)(\(a))"
    case .inCity(let a, let b): "(in the city \(a), elsewhere \(b))"
    case .geometricMean(let terms): "geometric mean(\(terms.map(\.description).joined(separator: ", ")))"
    case .roundedUp(let a, let step): "round up(\(a), to \(step))"
    case .power(let a, let b): "power(\(a), \(b))"
    case .logNormal(let tail, let line, let mean, let deviation):
      "log-normal \(tail.rawValue)(below \(line), mean \(mean), deviation \(deviation))"
    }
  }

  private enum Context { case sum, product, quotient }

  private func grouped(in context: Context) -> String {
    let isSum =
      switch self {
      case .sum, .difference, .opening: true
      default: false
      }
    let isProduct =
      switch self {
      case .product, .quotient: true
      default: false
      }
    return isSum || (isProduct && context == .quotient) ? "(\(self))" : "\(self)"
  }
}

extension Reduction {
  fileprivate var sign: String {
    switch self {
    case .sum: "Σ"
    case .largest: "max"
    case .smallest: "min"
    }
  }
}

extension DistrictGroup {
  fileprivate var words: String {
    switch self {
    case .all: "districts"
    case .urban: "urban districts"
    case .county: "counties"
    case .western: "western counties"
    case .others: "other districts"
    }
  }
}
