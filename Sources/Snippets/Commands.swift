/// The command lines of the compiler and the linker.
enum Commands {
  /// Compiles files of the box, named from inside it, so that no path of the grader shows.
  static func frontend(
    _ toolchain: Toolchain, files: [String], modules: String
  ) -> [String] {
    [toolchain.frontend, "-frontend", "-c"] + files + [
      "-target", Toolchain.target, "-disable-objc-interop", "-Onone", "-parse-as-library",
      "-module-name", "Student", "-module-cache-path", modules, "-no-color-diagnostics",
      "-diagnostic-style", "llvm", "-suppress-warnings", "-solver-scope-threshold=200000",
      "-o", Box.objectName,
    ]
  }

  /// Links a library whose missing symbols the runner already holds.
  static func linker(_ toolchain: Toolchain) -> [String] {
    [
      toolchain.linker, "-shared", "--hash-style=gnu", "--eh-frame-hdr", "-soname",
      "libStudent.so", "-o", Box.programName,
    ] + toolchain.objectsBefore + [Box.objectName] + toolchain.objectsAfter
  }

  /// The libraries that a source may need; one too many does no harm.
  static func libraries(for source: String, in folder: String) -> [String] {
    var names = ["swiftCore", "swift_Concurrency", "swift_StringProcessing"]
    names.append("swiftSwiftOnoneSupport")
    for (module, libraries) in optionalLibraries where source.contains(module) {
      names += libraries
    }
    return names.map { "\(folder)/lib\($0).so" }
  }

  private static let optionalLibraries: [(module: String, libraries: [String])] = [
    ("Foundation", ["Foundation"]),
    ("FoundationEssentials", ["FoundationEssentials"]),
    ("FoundationInternationalization", ["FoundationInternationalization"]),
    ("Dispatch", ["dispatch", "swiftDispatch"]),
    ("Glibc", ["swiftGlibc"]),
    ("Synchronization", ["swiftSynchronization"]),
    ("Observation", ["swiftObservation"]),
    ("RegexBuilder", ["swiftRegexBuilder"]),
    ("Differentiation", ["swift_Differentiation"]),
  ]
}
