// swift-tools-version: 6.1
import PackageDescription

// Each room imports only rooms above it in this list.
let package = Package(
  name: "backmark",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "backmark", targets: ["backmark"]),
    .executable(name: "backmark-bench", targets: ["backmark-bench"]),
    .executable(name: "backmark-runner", targets: ["backmark-runner"]),
  ],
  targets: [
    .target(name: "LocatedJSON"),
    .target(name: "Formulas", dependencies: ["LocatedJSON"]),
    .target(name: "Backpropagation"),
    .target(name: "Signatures"),
    .target(name: "Archives", dependencies: ["LocatedJSON"]),
    .target(name: "SystemCalls"),
    .target(name: "Jail"),
    .target(name: "Sandbox", dependencies: ["SystemCalls", "Jail", "Signatures"]),
    .target(
      name: "Exercises",
      dependencies: ["LocatedJSON", "Formulas", "Backpropagation", "SystemCalls"]),
    .target(
      name: "Grading",
      dependencies: ["LocatedJSON", "Formulas", "Backpropagation", "Signatures", "Exercises"]),
    .target(
      name: "Reports",
      dependencies: ["LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Grading"]),
    .target(
      name: "Practice",
      dependencies: ["LocatedJSON", "Formulas", "Exercises", "Grading", "Reports"]),
    .target(
      name: "Classroom",
      dependencies: ["LocatedJSON", "Archives", "SystemCalls", "Exercises", "Grading", "Reports"]),
    .target(name: "Arguments", dependencies: ["LocatedJSON"]),
    .executableTarget(
      name: "backmark",
      dependencies: [
        "Arguments", "LocatedJSON", "Formulas", "SystemCalls", "Signatures", "Exercises",
        "Grading", "Sandbox", "Reports", "Practice", "Classroom",
        // Started for every Swift answer, so that whoever builds the one has the other.
        "backmark-runner",
      ]),
    .executableTarget(
      name: "backmark-bench",
      dependencies: [
        "Arguments", "LocatedJSON", "Backpropagation", "Formulas", "SystemCalls", "Signatures",
        "Exercises", "Grading", "Sandbox", "Classroom",
      ]),
    .executableTarget(
      name: "backmark-runner", dependencies: ["Jail"],
      linkerSettings: [
        // It is C alone and is started for every answer: without these, SwiftPM links the Swift
        // library to it, whose loading takes longer than everything that the runner does.
        .unsafeFlags(
          ["-nostartfiles", "-enable-experimental-feature", "Embedded"],
          .when(platforms: [.linux]))
      ]),

    .testTarget(name: "LocatedJSONTests", dependencies: ["LocatedJSON"]),
    .testTarget(name: "FormulasTests", dependencies: ["LocatedJSON", "Formulas"]),
    .testTarget(
      name: "BackpropagationTests", dependencies: ["Backpropagation"],
      resources: [.copy("Golden")]),
    .testTarget(name: "SystemCallsTests", dependencies: ["SystemCalls"]),
    .testTarget(name: "SignaturesTests", dependencies: ["Signatures"]),
    .testTarget(
      name: "ExercisesTests",
      dependencies: ["LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Grading"]),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "LocatedJSON", "Formulas", "Backpropagation", "Signatures", "Exercises", "Grading",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["LocatedJSON", "Formulas", "Exercises", "Grading", "Reports"]),
    .testTarget(
      name: "PracticeTests",
      dependencies: ["LocatedJSON", "Formulas", "Exercises", "Grading", "Reports", "Practice"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives"]),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "LocatedJSON", "Archives", "Signatures", "Exercises", "Grading", "Reports", "Classroom",
      ]),
    .testTarget(
      name: "SandboxTests", dependencies: ["Jail", "Signatures", "Sandbox", "backmark-runner"]),
    .testTarget(name: "ArgumentsTests", dependencies: ["Arguments"]),
    .testTarget(name: "BackmarkTests", dependencies: ["backmark", "LocatedJSON"]),
  ],
  swiftLanguageModes: [.v6]
)
