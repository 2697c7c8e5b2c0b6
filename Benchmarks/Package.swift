// swift-tools-version: 6.2
import PackageDescription

// What a run takes, kernel by kernel and as a whole. See README.md.
let engine = Target.Dependency.product(name: "Engine", package: "minzheng")

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "minzheng", path: "..")],
  targets: [
    // A scenario's run in memory.
    .executableTarget(name: "model", dependencies: [engine]),
    // Allocations of many worlds, warm and cold, and one of a province's size.
    .executableTarget(name: "allocation", dependencies: [.product(name: "Allocation", package: "minzheng")]),
    .executableTarget(name: "kernels", dependencies: [engine]),
  ],
  swiftLanguageModes: [.v6]
)
