/// How much of an input is read. What lies beyond is a mistake or an attack, and is refused before it fills the memory.
package enum Limits {
  /// Bytes of a YAML or JSON file, and of its values with every alias written out; the largest of Hangzhou has 31 kB.
  package static let textBytes = 5_000_000
  /// Bytes of a CSV file, which is held in memory whole; the largest of Hangzhou has 161 kB.
  package static let tableBytes = 500_000_000
  /// Levels of YAML inside each other; a dataset needs six.
  package static let nesting = 64
  /// Keys and values of a YAML file with every alias written out; the largest of Hangzhou has some thousands.
  package static let nodes = 200_000
  /// Rows of the table of districts; no province has two hundred counties.
  package static let districts = 500
  /// Rows of a table that is searched for each of its rows: programmes and targets. Hangzhou's plan has some hundred.
  package static let listed = 10_000
  /// Unicode scalars of an address on the command line; the longest parameter with its value has about a hundred.
  package static let addressLength = 1_000
  /// Characters of a name that becomes that of a folder.
  package static let nameLength = 80
  /// Files that extend one another; a reform of a variant of a baseline has three.
  package static let layers = 16
  /// Changes on one command line.
  package static let changes = 1_000
  /// Threads of one run; more only wait for each other.
  package static let threads = 1_024
  /// Worlds of one run.
  package static let draws = 10_000_000
  /// States of a table of transitions, whose square it grows with; a life course has a dozen.
  package static let states = 100
  /// Exact ages of a table of transitions.
  package static let ages = 0...130
  /// Persons in a cell of a starting distribution; the earth has ten thousand millions.
  package static let persons = 1e12
  /// Points of one study; the tables of as many take some hundreds of megabytes.
  package static let points = 1_000_000
  /// Levels of one axis of a study.
  package static let levels = 10_000
  /// Inputs of a study.
  package static let axes = 1_000
  /// Values asked of each point of a study.
  package static let outcomes = 1_000
  /// Worlds in which each point of a study is computed.
  package static let commonWorlds = 20_000
  /// Worlds of which each point of a study may be computed in one.
  package static let chanceWorlds = 1_000_000
  /// Size of a number in a table of results: its square is still a number.
  package static let sampleValue = 1e100
  /// Years that an input can be about; what is observed, planned or projected lies well inside.
  package static let plausibleYears = 1900...2200
  /// Years of one run; rates carried on for longer mean nothing.
  package static let horizon = 200
  /// Accounts × uses × years of an allocation problem; the districts of Zhejiang with eight uses and ten years have 8 000.
  package static let allocationCells = 50_000
  /// Value steps of one cell.
  package static let valueSteps = 20
  /// Yuan of any one amount of an allocation problem: a fen of it is still exact.
  package static let yuan = 1e12
  /// Value of a yuan, and weights.
  package static let valueOfYuan = 1e6
  /// Unicode scalars of a line or a value that a message still quotes whole.
  package static let quotedLength = 300
  /// Problems reported of one file; what follows is mostly the same mistake again.
  package static let problems = 100
}
