// swift-tools-version: 6.2
import PackageDescription

// Broken text for the readers, made by libFuzzer from what they cover. Built by `make fuzz`.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "minzheng", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [.product(name: "Readers", package: "minzheng")],
      // The program begins in libFuzzer, so there is no main of ours.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
