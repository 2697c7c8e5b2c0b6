extension Resolver {
  /// Parameters that are resolved: in the course of the work, or from the beginning.
  struct Done {
    private var found: [String: ResolvedParameter] = [:]
    private var standing: ResolvedTable?
    private var changed: Set<Int> = []

    init() {}

    /// - Parameter changed: positions in the table of those that are not what they were.
    init(_ table: ResolvedTable, but changed: Set<Int>) {
      standing = table
      self.changed = changed
    }

    subscript(path: String) -> ResolvedParameter? {
      get {
        if let known = found[path] { return known }
        guard let standing, let position = standing.position(of: path), !changed.contains(position) else { return nil }
        return standing.all[position]
      }
      set { found[path] = newValue }
    }
  }
}
