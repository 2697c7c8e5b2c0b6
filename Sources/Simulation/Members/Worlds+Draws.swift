import Domain
import Formulas
import NumericCore
import Population

extension Worlds {
  /// What is drawn for the members of a block.
  func draws(_ order: LaneOrder) -> BlockDraws {
    var result = draws(firstMember: order.first)
    for attempt in Set(order.attempts).sorted() where attempt > 0 {
      let lanes = order.attempts.indices.filter { order.attempts[$0] == attempt }
      result.take(lanes, ofInputsIn: inputs(firstMember: order.first, attempt: attempt))
    }
    return order.isWhole ? result : result.arranged(order.sources)
  }

  /// Standard normal numbers for the error of a figure: the same for all years of its series.
  func error(of figure: Observation, _ order: LaneOrder) -> LaneVector {
    normals("\(figure.indicator).error", in: figure.area, order)
  }

  /// The people of the base year in the worlds of a block; nil where they are as the dataset has them.
  func people(_ order: LaneOrder) -> [People]? {
    erring?.people { normals($0, in: $1, order) }
  }

  /// What is drawn for eight members on end.
  func draws(firstMember: UInt64) -> BlockDraws {
    var result = inputs(firstMember: firstMember)
    for input in deviating {
      let name = "\(input.parameter.path).district"
      let factors = input.factors { normals(name, years.lowerBound, $0, firstMember) }
      result.set(input.parameter, districtFactors: factors)
    }
    let innovations = innovations(firstMember)
    for driver in drivers where driver.heldUntil < years.upperBound {
      let place = correlated.firstIndex(of: driver.process.name)
      let rows = driver.process.isByDistrict ? Array(areas.districts.indices) : [areas.cityIndex]
      let values = rows.map { area in
        deviations(driver, area, firstMember) { year in
          place.map { innovations[(year - years.lowerBound) * correlated.count + $0] }
            ?? normals(driver.process.name, year, area, firstMember)
        }
      }
      result.set(driver.process, from: driver.heldUntil + 1, values)
    }
    return result
  }

  /// What is drawn for the inputs of eight members on end.
  ///
  /// - Parameter attempt: how often they were drawn before.
  private func inputs(firstMember: UInt64, attempt: Int = 0) -> BlockDraws {
    let again = attempt == 0 ? "" : ".\(attempt)"
    func standing(_ name: String) -> LaneVector {
      normals(name + again, years.lowerBound, areas.cityIndex, firstMember)
    }
    var result = BlockDraws(areas: areas)
    var causes: [String: LaneVector] = [:]
    for input in uncertain {
      let own = standing("\(input.parameter.path).interval")
      guard let group = input.group else {
        result.set(input.parameter, normal: own)
        continue
      }
      let cause = causes[group] ?? standing("\(group).group")
      causes[group] = cause
      let normal = input.correlation.squareRoot() * cause + (1 - input.correlation).squareRoot() * own
      result.set(input.parameter, normal: normal)
    }
    return result
  }

  /// A deviation year by year: z(t) = φ z(t − 1) + σ (ε(t) − ρ ε(t − 1)), and what the year alone brings.
  ///
  /// Where the last known year's is known, it is taken to be that year's innovation.
  func deviations(
    _ driver: Driver, _ area: Int, _ firstMember: UInt64, _ innovation: (Year) -> LaneVector
  ) -> [LaneVector] {
    let name = driver.process.name
    var level = LaneVector(repeating: driver.start)
    if driver.opening != 0 {
      level += driver.opening * normals("\(name).opening", driver.heldUntil, area, firstMember)
    }
    var last = LaneVector(repeating: driver.deviation != 0 ? driver.start / driver.deviation : 0)
    return (driver.heldUntil + 1...years.upperBound).map { year in
      level *= driver.persistence
      if driver.deviation != 0 {
        let shock = innovation(year)
        level += driver.deviation * (shock - driver.reversal * last)
        last = shock
      }
      guard driver.yearly != 0 else { return level }
      return level + driver.yearly * normals("\(name).yearly", year, area, firstMember)
    }
  }

  /// The correlated innovations of the city's processes, shape `[year][process]`.
  func innovations(_ firstMember: UInt64) -> [LaneVector] {
    guard let factor else { return [] }
    var result: [LaneVector] = []
    for year in years {
      let independent = correlated.map { normals($0, year, areas.cityIndex, firstMember) }
      for row in correlated.indices {
        result.append((0...row).reduce(LaneVector.zero) { $0 + factor[row, $1] * independent[$1] })
      }
    }
    return result
  }

  /// Standard normal numbers that stand in all years, of the worlds of a block.
  private func normals(_ name: String, in area: Int, _ order: LaneOrder) -> LaneVector {
    let numbers = normals(name, years.lowerBound, area, order.first)
    return LaneVector(order.sources.map { numbers[$0] })
  }

  /// Standard normal numbers of eight members on end.
  func normals(_ name: String, _ year: Year, _ area: Int, _ firstMember: UInt64) -> LaneVector {
    let draws = ProcessDraws(seed: seed, year: year, area: areas.drawNumber(area), process: stableHash(of: name))
    var result = LaneVector.zero
    withUnsafeTemporaryAllocation(of: Double.self, capacity: LaneVector.scalarCount) { numbers in
      draws.fill(numbers, firstMember: firstMember)
      for lane in 0..<LaneVector.scalarCount { result[lane] = numbers[lane] }
    }
    return result
  }
}

extension Areas {
  /// A number that stays with an area when others come or go: of its code, and zero for the city.
  func drawNumber(_ area: Int) -> Int {
    area == cityIndex ? 0 : 1 + Int(stableHash(of: self[area].code) % 0xFFFF)
  }
}
