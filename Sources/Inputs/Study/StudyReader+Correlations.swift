import Domain
import Formulas
import NumericCore
import Studies

/// How inputs of a study go together.
extension StudyReader {
  /// The correlations of the axes' normal scores; those that are not told do not go together.
  ///
  /// - Parameter value: a list of [axis, axis, correlation].
  /// - Returns: nil where something is wrong and reported.
  mutating func correlation(_ value: YAMLValue?, _ axes: [PlacedAxis]) -> Matrix? {
    var matrix = Matrix.identity(axes.count)
    guard let value else { return matrix }
    guard let items = value.items, !items.isEmpty else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return nil
    }
    for item in items {
      guard let pair = pair(item, axes) else { return nil }
      guard matrix[pair.first, pair.second] == 0 else {
        reader.report(.duplicateRow(key: item.summary), at: item)
        return nil
      }
      matrix[pair.first, pair.second] = pair.value
      matrix[pair.second, pair.first] = pair.value
      // Told where the first that cannot go with those before it stands.
      guard (try? choleskyFactor(matrix)) != nil else {
        reader.report(.impossibleTogether(text: item.summary), at: item)
        return nil
      }
    }
    return matrix
  }

  private mutating func pair(_ item: YAMLValue, _ axes: [PlacedAxis]) -> (first: Int, second: Int, value: Double)? {
    guard let parts = item.items, parts.count == 3, let value = parts[2].text.flatMap({ Double($0) }) else {
      reader.report(.badCorrelation(text: item.summary), at: item)
      return nil
    }
    guard value > -1, value < 1, value != 0 else {
      reader.report(.outOfRange(text: parts[2].summary, low: "-1", high: "1"), at: parts[2])
      return nil
    }
    let names = axes.map(\.axis.name)
    var places: [Int] = []
    for part in parts.prefix(2) {
      guard let place = names.firstIndex(of: part.text ?? "") else {
        let name = part.summary
        reader.report(
          .unknownName(
            kind: Label(zh: "变动的量", en: "axis"), name: name, nearest: nearestName(to: name, in: names)), at: part)
        return nil
      }
      places.append(place)
    }
    guard places[0] != places[1] else {
      reader.report(.badCorrelation(text: item.summary), at: item)
      return nil
    }
    return (places[0], places[1], value)
  }
}
