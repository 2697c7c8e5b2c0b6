// swift-tools-version: 6.2
import PackageDescription

// The architecture: one line per target, each depending only on targets above it.
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "minzheng",
  products: [
    .executable(name: "minzheng", targets: ["minzheng"]),
    // For the package in Benchmarks, which times what a run does.
    .library(name: "Engine", targets: ["NumericCore", "Domain", "Formulas", "Population", "Simulation", "Inputs"]),
    .library(name: "Allocation", targets: ["Allocation", "Domain"]),
    // For the package in Fuzz, which feeds the readers with broken text.
    .library(name: "Readers", targets: ["Inputs", "CSV", "Domain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // What the processor can do, the kernel of OpenBLAS fixed before it loads, and which commit was built.
    .target(name: "CProcessor"),
    // The C headers of OpenBLAS and LAPACKE.
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    // Matrices and LAPACK calls, random draws, quantiles; no word of policy.
    .target(name: "NumericCore", dependencies: ["COpenBLAS"]),
    // Designs, sensitivity indices, value of information, splits; knows no model.
    .target(name: "Uncertainty", dependencies: ["NumericCore"]),
    // Labels, units, tables by age; no formulas.
    .target(name: "Domain"),
    // Parameters and their resolution, lanes, formulas as values, indicators.
    .target(name: "Formulas", dependencies: ["Domain", "NumericCore"]),
    // Life tables, mortality models, the cohort-component step.
    .target(name: "Population", dependencies: ["Domain", "Formulas", "NumericCore", numerics]),
    // Ability levels, settings, beds, care workers.
    .target(name: "Care", dependencies: ["Domain", "Formulas", "NumericCore", "Population"]),
    // One rule a file: standards and lines.
    .target(name: "Benefits", dependencies: ["Domain", "Formulas", "Population", "Care"]),
    // The plan's roll-outs, driven by data.
    .target(name: "Programmes", dependencies: ["Domain", "Formulas", "Population"]),
    // The C header of Clp, which solves linear programmes.
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    // A fund's linear programme, stand-alone: who gets how much, shadow prices, clashes in words.
    .target(name: "Allocation", dependencies: ["Domain", "CClp"]),
    // Wages, prices and lottery sales; budget lines and who pays them; the fund's accounts.
    .target(
      name: "Fiscal",
      dependencies: ["Domain", "Formulas", "Population", "Care", "Benefits", "Programmes", "Allocation"]),
    // Plan targets and how they are judged.
    .target(name: "Targets", dependencies: ["NumericCore", "Domain", "Formulas"]),
    // Scenario → Plan → Results: the yearly loop.
    .target(
      name: "Simulation",
      dependencies: [
        "NumericCore", "Domain", "Formulas", "Population", "Care", "Benefits", "Programmes", "Allocation", "Fiscal",
        "Targets",
      ]),
    // Several runs held against one another; studies of a scenario at many points.
    .target(
      name: "Studies",
      dependencies: ["NumericCore", "Uncertainty", "Domain", "Formulas", "Fiscal", "Targets", "Simulation"]),
    // One reader and one writer of comma-separated text.
    .target(name: "CSV"),
    // Folders that are exchanged, and other calls of the system that Swift cannot make.
    .target(name: "CPublishing"),
    // The C header of OpenSSL's library, which hashes.
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    // Files that appear whole or not at all, and what a manifest says of them; knows nothing of the model.
    .target(name: "Publishing", dependencies: ["CPublishing", "CCrypto"]),
    // YAML, CSV and data packages → City, Scenario or diagnostics.
    .target(
      name: "Inputs",
      dependencies: [
        "NumericCore", "Uncertainty", "Domain", "Formulas", "Population", "Care", "Benefits", "Programmes",
        "Allocation", "Fiscal", "Targets", "Simulation", "Studies", "CSV", "Publishing", yams,
      ]),
    // What points of a study came to, kept in SQLite, so that it goes on where it was broken off.
    .target(name: "StudyStore", dependencies: ["Simulation", "Studies", "Publishing", grdb]),
    // The C header of libxlsxwriter, which writes workbooks.
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // A table, a chart or a workbook as data, and their written forms; knows nothing of the model.
    .target(name: "Tables", dependencies: ["CSV", "CXlsxWriter"]),
    // Results → tables, files and the text report.
    .target(
      name: "Reports",
      dependencies: [
        "CProcessor", "NumericCore", "Uncertainty", "Domain", "Formulas", "Population", "Care", "Benefits",
        "Allocation", "Fiscal", "Targets", "Simulation", "Studies", "StudyStore", "Inputs", "CSV", "Publishing",
        "Tables",
      ]),
    // Thin commands.
    .executableTarget(
      name: "minzheng",
      dependencies: [
        "CProcessor", "NumericCore", "Uncertainty", "Domain", "Formulas", "Population", "Allocation", "Fiscal",
        "Targets", "Simulation", "Studies", "CSV", "Publishing", "Inputs", "StudyStore", "Tables", "Reports", arguments,
      ]),
    // What tests share: a seeded generator, a calculator of spreadsheet formulas.
    .target(name: "TestSupport", dependencies: ["NumericCore"], path: "Tests/TestSupport"),
    // What tests read of workbooks, without the library that writes them.
    .target(name: "WorkbookSupport", dependencies: ["TestSupport"], path: "Tests/WorkbookSupport"),
    .testTarget(name: "NumericCoreTests", dependencies: ["NumericCore"]),
    .testTarget(name: "UncertaintyTests", dependencies: ["NumericCore", "Uncertainty", "TestSupport"]),
    .testTarget(name: "DomainTests", dependencies: ["Domain"]),
    .testTarget(name: "FormulasTests", dependencies: ["NumericCore", "Domain", "Formulas", "TestSupport"]),
    .testTarget(
      name: "PopulationTests",
      dependencies: ["Domain", "Formulas", "NumericCore", "Population", "TestSupport", numerics]),
    .testTarget(
      name: "CareTests", dependencies: ["NumericCore", "Domain", "Formulas", "Population", "Care", "TestSupport"]),
    .testTarget(name: "BenefitsTests", dependencies: ["Domain", "Formulas", "Benefits"]),
    .testTarget(name: "ProgrammesTests", dependencies: ["Domain", "Formulas", "Programmes"]),
    .testTarget(
      name: "FiscalTests", dependencies: ["Domain", "Formulas", "Benefits", "Programmes", "Fiscal", "TestSupport"]),
    .testTarget(name: "AllocationTests", dependencies: ["Domain", "Allocation", "TestSupport"]),
    .testTarget(name: "TargetsTests", dependencies: ["Domain", "Formulas", "Targets"]),
    .testTarget(
      name: "StudiesTests",
      dependencies: ["Uncertainty", "Domain", "Formulas", "Simulation", "Studies", "Inputs", "Reports", "Targets"]),
    .testTarget(
      name: "StudyStoreTests", dependencies: ["Domain", "Formulas", "Simulation", "Studies", "StudyStore", "Inputs"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "NumericCore", "Domain", "Formulas", "Population", "Care", "Benefits", "Programmes", "Allocation", "Fiscal",
        "Targets", "Simulation", "Inputs",
      ]),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing"]),
    .testTarget(
      name: "InputsTests",
      dependencies: [
        "Domain", "Formulas", "Allocation", "Simulation", "Studies", "Inputs", "Reports", "TestSupport",
      ],
      exclude: ["Broken"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "CSV", "TestSupport", "WorkbookSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Domain", "Fiscal", "Simulation", "Studies", "Inputs", "Reports", "CSV", "Publishing", "Tables"],
      exclude: ["Golden"]),
    .testTarget(name: "CommandTests", dependencies: ["CSV", "WorkbookSupport"]),
    // What the documents say of the repository.
    .testTarget(
      name: "DocumentTests", dependencies: ["Domain", "Benefits", "Fiscal", "Targets", "Simulation", "Inputs"]),
  ],
  swiftLanguageModes: [.v6]
)

// Warnings are errors where changes are judged, see `.ci/run`.
if Context.environment["WARNINGS"] == "errors" {
  for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
