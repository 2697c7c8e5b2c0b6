extension Program {
  /// Finds where the values of formulas stand among a program's operations.
  package struct Locator: Sendable {
    private let compiler: Compiler

    /// Compiles the program once more, which gives the same operations, to know what stands where.
    package init(_ program: Program) {
      compiler = Compiler(all: program.indicators, program.parameters, program.measures)
    }

    func index(of name: String) -> Int? { compiler.indexOfIndicator[name] }

    /// The operation that a formula is; nil for one the program does not have.
    ///
    /// - Parameter name: the indicator it is, or is a part of, the definition of.
    package func operation(of formula: Formula, defining name: String) -> Int? {
      guard let own = index(of: name), compiler.knows(formula) else { return nil }
      var compiler = compiler
      let place = compiler.add(formula, defining: own)
      return place < self.compiler.operations.count ? place : nil
    }
  }
}

extension Compiler {
  /// Whether everything a formula names is declared, and nothing needs the value that it helps to define.
  fileprivate func knows(_ formula: Formula) -> Bool {
    switch formula.leaf {
    case .parameter(let parameter, _): indexOfParameter[parameter.path] != nil
    case .measure(let measure): indexOfMeasure[measure.name] != nil
    case .indicator(let reference): indexOfIndicator[reference.name] != nil
    case .itself: false
    case .constant: true
    case nil: formula.parts.allSatisfy { knows($0) || formula.looksBack && $0 == .itself }
    }
  }
}
