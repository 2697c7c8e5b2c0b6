import ArgumentParser

/// A command that shows how it is used before it says what it does.
protocol Exemplified: ParsableCommand {
  /// Whole command lines that run in a folder with the files that come with the program.
  static var examples: [String] { get }
}
