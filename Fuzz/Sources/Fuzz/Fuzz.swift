import Foundation

/// What libFuzzer calls for each text it makes; a trap, a failed check or a hang is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  grammar.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The grammar the program was started for.
private let grammar: Grammar = {
  let name = ProcessInfo.processInfo.environment["GRAMMAR"] ?? ""
  guard let grammar = Grammar(rawValue: name) else {
    fatalError("set GRAMMAR to one of \(Grammar.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return grammar
}()
