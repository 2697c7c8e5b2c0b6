import ArgumentParser

/// A folder named on the command line; an empty name is a variable that was not set.
struct Folder: ExpressibleByArgument {
  let path: String

  init(_ path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  var defaultValueDescription: String { path }

  static var defaultCompletionKind: CompletionKind { .directory }
}

/// A file named on the command line.
struct File: ExpressibleByArgument {
  let path: String

  init(_ path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }
}
