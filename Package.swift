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
    // The core: pure, and compiled for the machine as well as for a web page.
    .target(name: "Numerics"),
    .target(name: "LocatedJSON", dependencies: ["Numerics"]),
    .target(name: "Formulas", dependencies: ["Numerics", "LocatedJSON"]),
    .target(name: "Backpropagation", dependencies: ["Numerics"]),
    .target(name: "Training", dependencies: ["Numerics", "Backpropagation"]),
    .target(
      name: "Exercises",
      dependencies: ["Numerics", "LocatedJSON", "Formulas", "Backpropagation"]),
    .target(
      name: "Answers", dependencies: ["Numerics", "LocatedJSON", "Formulas", "Exercises"]),
    .target(
      name: "Diagnosis",
      dependencies: ["Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers"]),
    .target(
      name: "FunctionMarking",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers",
        "Diagnosis",
      ]),
    .target(
      name: "Marking",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis",
        "FunctionMarking",
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers",
        "Diagnosis", "Marking",
      ]),
    .target(
      name: "Practice",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "Marking",
        "Reports",
      ]),
    .target(
      name: "Exploration",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers",
        "Reports", "Practice",
      ]),
    .target(
      name: "WebCore",
      dependencies: [
        "Numerics", "LocatedJSON", "Backpropagation", "Training", "Exercises", "Answers",
        "Marking", "Reports", "Practice", "Exploration",
      ],
      exclude: ["Support", "build.sh"]),

    // Around it.
    .target(
      name: "Archives", dependencies: ["Numerics", "LocatedJSON"],
      swiftSettings: [
        // A page's grader is packed in seconds so, and in minutes without.
        .unsafeFlags(["-O"], .when(configuration: .debug))
      ]),
    .target(
      name: "Pages",
      dependencies: ["Numerics", "Archives", "Exercises", "Reports", "Practice"],
      resources: [
        .embedInCode("Resources/page.css"), .embedInCode("Resources/do.css"),
        .embedInCode("Resources/scene.css"), .embedInCode("Resources/chart.css"),
        .embedInCode("Resources/site.css"),
        .embedInCode("Resources/module.js"), .embedInCode("Resources/grader.js"),
        .embedInCode("Resources/tabs.js"), .embedInCode("Resources/chart.js"),
        .embedInCode("Resources/mistake.js"), .embedInCode("Resources/controls.js"),
        .embedInCode("Resources/do.js"),
        .embedInCode("Resources/scene.js"), .embedInCode("Resources/network.js"),
        .embedInCode("Resources/graph.js"), .embedInCode("Resources/see.js"),
        .embedInCode("Resources/plot.js"), .embedInCode("Resources/move.js"),
        .embedInCode("Resources/depth.js"), .embedInCode("Resources/train.js"),
        .embedInCode("Resources/scorm.js"), .embedInCode("Resources/start.js"),
        .embedInCode("Resources/site.js"),
      ]),
    .target(name: "Spawn"),
    .target(name: "Heap"),
    .target(name: "SystemCalls", dependencies: ["Spawn"]),
    .target(
      name: "Grading",
      dependencies: [
        "Numerics", "LocatedJSON", "Archives", "SystemCalls", "Exercises", "Answers", "Marking",
        "Reports",
      ]),
    .target(
      name: "Authoring",
      dependencies: [
        "Numerics", "LocatedJSON", "SystemCalls", "Formulas", "Exercises", "Answers", "Diagnosis",
        "FunctionMarking", "Marking", "Grading", "Reports",
      ]),
    .target(
      name: "Gradebooks",
      dependencies: [
        "Numerics", "LocatedJSON", "Archives", "SystemCalls", "Formulas", "Exercises", "Answers",
        "Marking", "Reports",
      ]),
    .target(name: "Jail"),
    .target(name: "Sandbox", dependencies: ["Numerics", "SystemCalls", "Jail", "FunctionMarking"]),
    .target(
      name: "Classroom",
      dependencies: [
        "Numerics", "LocatedJSON", "Archives", "SystemCalls", "Gradebooks", "Formulas",
        "Exercises", "Answers", "Diagnosis", "Marking", "Reports", "Grading",
      ]),
    .target(name: "Arguments", dependencies: ["Numerics", "LocatedJSON"]),
    .executableTarget(
      name: "backmark-runner", dependencies: ["Jail", "Spawn"],
      linkerSettings: [
        // It is C alone and is started for every answer: without these, SwiftPM links the Swift
        // library to it, whose loading takes longer than everything that the runner does.
        .unsafeFlags(
          ["-nostartfiles", "-enable-experimental-feature", "Embedded"],
          .when(platforms: [.linux]))
      ]),
    .executableTarget(
      name: "backmark",
      dependencies: [
        "Arguments", "Numerics", "LocatedJSON", "Exercises", "Answers", "FunctionMarking",
        "Marking", "Reports",
        "Practice", "Authoring", "Grading", "Heap", "SystemCalls",
        "Sandbox", "Archives", "Gradebooks", "Classroom", "Pages",
        // Started for every Swift answer, so that whoever builds the one has the other.
        "backmark-runner",
      ]),
    // What learners get wrong, for the tests and the measurements of how well that is explained.
    .target(
      name: "LearnersSlips",
      dependencies: ["LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "Marking"],
      path: "Tests/LearnersSlips"),
    .executableTarget(
      name: "backmark-bench",
      dependencies: [
        "Arguments", "Numerics", "LocatedJSON", "Backpropagation", "Formulas", "Exercises",
        "Answers", "Diagnosis", "FunctionMarking", "Marking", "Reports", "Grading", "SystemCalls",
        "Sandbox", "Gradebooks", "Classroom", "LearnersSlips",
      ]),

    // The core as a web page calls it, but on this machine; `.ci/run` compares the two.
    .executableTarget(
      name: "web-twin", dependencies: ["WebCore"], path: "Tests/WebTwin",
      exclude: ["answer.mjs", "compare.sh"]),

    // Broken texts for the readers that authors and students feed; `.ci/run` feeds them for minutes.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "FunctionMarking", "Marking",
        "Reports", "Archives", "SystemCalls", "Gradebooks", "Sandbox", "Classroom",
      ],
      path: "Tests/Fuzzing", exclude: ["Corpus"]),
    .executableTarget(name: "backmark-fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzzer"),

    // What several rooms' tests need.
    .target(
      name: "TestSupport",
      dependencies: [
        "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "FunctionMarking",
        "Marking", "Grading", "Gradebooks",
      ], path: "Tests/TestSupport"),

    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"]),
    .testTarget(name: "NumericsTests", dependencies: ["Numerics", "TestSupport"]),
    .testTarget(name: "LocatedJSONTests", dependencies: ["LocatedJSON"]),
    .testTarget(
      name: "FormulasTests", dependencies: ["Formulas", "TestSupport"], exclude: ["Golden"]),
    .testTarget(
      name: "BackpropagationTests", dependencies: ["Backpropagation"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "TrainingTests", dependencies: ["Numerics", "Backpropagation", "Training"]),
    .testTarget(name: "SystemCallsTests", dependencies: ["SystemCalls"]),
    .testTarget(
      name: "ExercisesTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers",
        "Diagnosis", "FunctionMarking", "Marking", "Reports", "Grading", "Authoring", "TestSupport",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "Reports",
        "TestSupport",
      ]),
    .testTarget(
      name: "FunctionMarkingTests",
      dependencies: [
        "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers", "Diagnosis",
        "FunctionMarking", "Marking", "TestSupport",
      ]),
    .testTarget(
      name: "MarkingTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Backpropagation", "Exercises", "Answers",
        "Diagnosis", "FunctionMarking", "Marking", "Reports", "Grading", "LearnersSlips",
        "TestSupport",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "Marking",
        "Reports", "Grading", "TestSupport",
      ]),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Diagnosis", "Marking",
        "Reports", "Practice", "Grading", "TestSupport",
      ]),
    .testTarget(
      name: "WebCoreTests", dependencies: ["LocatedJSON", "WebCore", "TestSupport"]),
    .testTarget(
      name: "ExplorationTests",
      dependencies: ["LocatedJSON", "Formulas", "Exercises", "Exploration", "TestSupport"]),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "Marking", "SystemCalls",
        "Grading", "TestSupport",
      ]),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["LocatedJSON", "Exercises", "Answers", "Marking", "Authoring", "TestSupport"],
      exclude: ["Published"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives"]),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Archives", "Exercises", "Pages", "TestSupport"]),
    .testTarget(
      name: "GradebooksTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Exercises", "Answers", "Marking", "Gradebooks", "TestSupport",
      ]),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Numerics", "LocatedJSON", "Formulas", "Exercises", "Answers", "FunctionMarking", "Marking",
        "Reports", "Archives", "SystemCalls", "Grading", "Authoring", "Gradebooks", "Classroom",
        "TestSupport",
      ]),
    .testTarget(
      name: "SandboxTests",
      dependencies: [
        "Numerics", "FunctionMarking", "SystemCalls", "Jail", "Sandbox", "TestSupport",
        "backmark-runner",
      ]),
    .testTarget(name: "ArgumentsTests", dependencies: ["Arguments", "TestSupport"]),
    .testTarget(name: "BackmarkTests", dependencies: ["backmark", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
