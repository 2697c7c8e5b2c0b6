import NumericCore

/// The draws that one task steps together.
struct PeerBlock: ~Copyable {
  let model: PeerModel
  private let inputs: PeerInputs
  private let drivers: PeerDrivers
  /// Shape `[sex][age][state][district][vector]`.
  let people: LaneBuffer
  /// Work space of one cell.
  private let survivorship: LaneBuffer
  private let infants: LaneBuffer
  private let factor: LaneBuffer
  private let survivors: LaneBuffer
  private let births: LaneBuffer
  private let effect: LaneBuffer

  init(_ model: PeerModel, block: Int) {
    self.model = model
    inputs = model.inputs
    drivers = PeerDrivers(inputs, firstDraw: block * model.draws, vectors: model.vectors)
    people = LaneBuffer(count: PeerInputs.cells * model.size)
    survivorship = LaneBuffer(count: model.columns)
    infants = LaneBuffer(count: 2 * model.columns)
    factor = LaneBuffer(count: PeerInputs.states * model.vectors)
    survivors = LaneBuffer(count: model.size)
    births = LaneBuffer(count: model.columns)
    effect = LaneBuffer(count: model.vectors)
    for (row, persons) in inputs.people.enumerated() {
      (people.start + row * model.vectors).update(repeating: LaneVector(repeating: persons), count: model.vectors)
    }
  }

  /// Carries the people one year on.
  func step(_ year: Int) {
    let (size, ages) = (model.size, PeerInputs.ages)
    births.start.update(repeating: .zero, count: model.columns)
    for sex in 0..<2 {
      let first = sex * ages
      ageInPlace(people.start + first * size, ages: ages, size: size) { age, people, result in
        addBirths(sex, age, people)
        advance(first + age, people, year, result)
        if age == 0 { (infants.start + sex * model.columns).update(from: survivorship.start, count: model.columns) }
        guard age < ages - 2 else { return }
        addBirths(sex, age + 1, result)
        addMigrants(first + age + 1, year)
      }
      addMigrants(first + ages - 1, year)
    }
    enterBirths(year)
    for sex in 0..<2 { addMigrants(sex * ages, year) }
  }

  /// The weighted sums of the people, shape `[row][district][vector]`.
  func addUp(into sums: UnsafeMutablePointer<LaneVector>) {
    model.sums.apply(to: people.start, columns: model.columns, into: sums)
  }

  /// The people of a cell at the end of the year, before migration.
  private func advance(
    _ cell: Int, _ people: UnsafePointer<LaneVector>, _ year: Int, _ result: UnsafeMutablePointer<LaneVector>
  ) {
    let vectors = model.vectors
    let k = drivers.k(year)
    for vector in 0..<vectors { effect.start[vector] = exponential(inputs.slope[cell] * k[vector]) }
    inputs.hazard.withUnsafeBufferPointer { hazard in
      NumericCore.survivorship(
        hazard.baseAddress! + cell * PeerInputs.districts, rows: PeerInputs.districts, effect.start, vectors: vectors,
        into: survivorship.start)
    }
    model.moves.inverseRowSums(cell: cell, multiplier: drivers.incidence(year), vectors: vectors, into: factor.start)
    NumericCore.survivors(
      of: people, survivorship: survivorship.start, factor: factor.start, states: PeerInputs.states,
      districts: PeerInputs.districts, vectors: vectors, into: survivors.start)
    model.moves.move(
      cell: cell, survivors.start, multiplier: drivers.incidenceByColumn(year), columns: model.columns, into: result)
  }

  /// Half a year's births of women of an age; both ends of the year are asked.
  private func addBirths(_ sex: Int, _ age: Int, _ people: UnsafePointer<LaneVector>) {
    guard sex == 1, inputs.fertilityPattern[age] != 0 else { return }
    addStates(
      people, states: PeerInputs.states, columns: model.columns, weight: 0.5 * inputs.fertilityPattern[age],
      to: births.start)
  }

  private func addMigrants(_ cell: Int, _ year: Int) {
    let rows = PeerInputs.states * PeerInputs.districts
    inputs.migrants.withUnsafeBufferPointer { migrants in
      addProducts(
        migrants.baseAddress! + cell * rows, rows: rows, drivers.migration(year), vectors: model.vectors,
        to: people.start + cell * model.size)
    }
  }

  /// The year's births enter the first state at age 0.
  private func enterBirths(_ year: Int) {
    let tfr = drivers.tfr(year)
    for (sex, share) in [inputs.srb / (1 + inputs.srb), 1 / (1 + inputs.srb)].enumerated() {
      let newborn = people.start + sex * PeerInputs.ages * model.size
      for district in 0..<PeerInputs.districts {
        for vector in 0..<model.vectors {
          let column = district * model.vectors + vector
          newborn[column] =
            births.start[column] * inputs.fertilityFactor[district] * tfr[vector] * share
            * infants.start[sex * model.columns + column]
        }
      }
    }
  }
}
