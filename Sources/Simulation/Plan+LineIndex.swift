import Fiscal
import Formulas

extension Plan {
  /// The parameter or indicator that a line's unit cost follows after its price year; nil for none.
  public func index(of line: BudgetLine) -> String? {
    for parameter in line.prices + line.amounts {
      if case .index(let path)? = city.values[parameter.path]?.beyond { return path }
    }
    return nil
  }
}
