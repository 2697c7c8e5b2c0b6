// swift-tools-version: 6.2
import PackageDescription

// What the engine's kernels take, alone and in a model that other programs run too. See README.md.
let engine = Target.Dependency.product(name: "Engine", package: "minzheng")

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "minzheng", path: "..")],
  targets: [
    // A population by region, sex, age and state of health, from the engine's kernels.
    .target(name: "PeerModel", dependencies: [engine]),
    .executableTarget(name: "peer-model", dependencies: ["PeerModel", engine]),
    // Allocations of many worlds, warm and cold, and one of a province's size.
    .executableTarget(name: "allocation", dependencies: [.product(name: "Allocation", package: "minzheng")]),
    .executableTarget(name: "kernels", dependencies: [engine]),
  ],
  swiftLanguageModes: [.v6]
)
