/// What stands for an indicator where its values are asked for: the indicator itself, a mention of it, or one of a family.
public protocol NamedIndicator: Sendable {
  var name: String { get }
}

extension Indicator: NamedIndicator {}
extension Indicator.Reference: NamedIndicator {}
