import Domain
import Fiscal
import Foundation
import Publishing
import Simulation

/// Reads what an allocation of the fund decided in a run from its manifest.
///
/// - Parameter content: of the manifest.
/// - Returns: nil where it is none of this program, or its run allocated nothing.
public func fundShares(_ content: Data, of plan: Plan) -> FundShares? {
  struct Value: Decodable {
    let year: Year
    let value: Double?
  }
  struct Entry: Decodable {
    let path: String
    let city: [Value]
    let districts: [String: [Value]]
  }
  struct Made: Decodable {
    let program: String
    let parameters: [Entry]
  }
  guard let made = try? JSONDecoder().decode(Made.self, from: content), made.program == RunRecord.program else {
    return nil
  }
  func byYear(_ values: [Value]) -> [Year: Double] {
    Dictionary(values.compactMap { entry in entry.value.map { (entry.year, $0) } }) { first, _ in first }
  }
  let decided = Set((plan.model.budget?.fund.decisions ?? []).map(\.path))
  let entries = made.parameters.filter { decided.contains($0.path) }
  let areas = plan.city.areas
  let shares = entries.map { entry in
    (entry.path, areas.districts.map { byYear(entry.districts[$0.code] ?? []) } + [byYear(entry.city)])
  }
  let result = FundShares(Dictionary(shares) { first, _ in first })
  return result.lastYear == nil ? nil : result
}
