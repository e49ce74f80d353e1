import FunctionMarking

/// The command lines of the compiler and the linker.
enum CompilerCommands {
  /// How long the compiler may puzzle over the types in one expression.
  enum Patience {
    /// As long as nearly every expression takes.
    case usual
    /// As long as the compiler itself thinks right.
    case full
  }

  /// Compiles files of the answer's folder, named from inside it, so that no path of the grader shows.
  static func frontend(
    _ toolchain: Toolchain, files: [String], modules: String, _ patience: Patience = .usual,
    library: [ReadyFunction] = []
  ) -> [String] {
    [toolchain.frontend, "-frontend", "-c"] + files + system(toolchain)
      + [
        "-Onone", "-parse-as-library", "-module-name", "Student", "-module-cache-path", modules,
        "-no-color-diagnostics", "-diagnostic-style", "llvm", "-suppress-warnings",
      ] + (patience == .usual ? ["-solver-scope-threshold=200000"] : [])
      + (library.isEmpty ? [] : ["-I", modules])
      + library.flatMap { ["-import-module", $0.module] } + ["-o", AnswerFolder.objectName]
  }

  /// What all that is compiled has in common, down to the system's modules: the machine, and so much
  /// of the lines that a crash can be told its own, with none of the grader's paths.
  private static func system(_ toolchain: Toolchain) -> [String] {
    let platform =
      switch toolchain.platform {
      case .linux: ["-disable-objc-interop"]
      case .macOS: ["-sdk", toolchain.sdk]
      }
    return ["-target", toolchain.target] + platform
      + ["-gline-tables-only", "-file-compilation-dir", ".", "-no-clang-module-breadcrumbs"]
  }

  /// Compiles an adapter beside a file that declares its function and no more.
  static func adapter(_ adapter: Adapter, _ toolchain: Toolchain, modules: String) -> [String] {
    [toolchain.frontend, "-frontend", "-c", "-primary-file", adapter.fileName]
      + [AnswerFolder.sourceName] + system(toolchain) + [
        "-O", "-parse-as-library", "-module-name", "Student", "-module-cache-path", modules,
        "-suppress-warnings", "-o", AnswerFolder.objectName,
      ]
  }

  /// Compiles a ready function into a module beside the system's.
  static func ready(_ function: ReadyFunction, _ toolchain: Toolchain, modules: String) -> [String]
  {
    let stem = "\(modules)/\(function.module)"
    return [toolchain.frontend, "-frontend", "-c", AnswerFolder.readyName] + system(toolchain) + [
      "-O", "-parse-as-library", "-module-name", function.module, "-module-cache-path", modules,
      "-no-color-diagnostics", "-emit-module-path", "\(stem).swiftmodule", "-o", "\(stem).o",
    ]
  }

  /// Links a library whose missing symbols the runner already holds.
  ///
  /// - Parameter adapters: What was compiled for it before.
  static func linker(
    _ toolchain: Toolchain, modules: String = "", library: [ReadyFunction] = [],
    adapters: [String] = []
  ) -> [String] {
    let objects =
      [AnswerFolder.objectName] + adapters + library.map { "\(modules)/\($0.module).o" }
    let name = toolchain.platform.libraryName
    let output = ["-o", AnswerFolder.programName(on: toolchain.platform)]
    switch toolchain.platform {
    case .linux:
      let kind = ["-shared", "--hash-style=gnu", "--eh-frame-hdr", "-soname", name]
      return [toolchain.linker] + kind + output + toolchain.objectsBefore + objects
        + toolchain.objectsAfter
    case .macOS:
      let version = Platform.oldestMacOS
      return [
        toolchain.linker, "-dylib", "-arch", toolchain.architecture, "-platform_version", "macos",
        version, version, "-syslibroot", toolchain.sdk, "-L", "\(toolchain.sdk)/usr/lib/swift",
        "-lSystem", "-undefined", "dynamic_lookup",
      ] + output + objects
    }
  }

  /// What names the lines of addresses in the program; empty where the toolchain has nothing for it.
  static func symbolizer(_ toolchain: Toolchain) -> [String] {
    toolchain.symbolizer.map {
      [$0, "--obj=\(AnswerFolder.programName(on: toolchain.platform))", "--skip-line-zero"]
    } ?? []
  }

  /// The libraries that a source may need; one too many does no harm.
  ///
  /// On macOS there are none, since the compiled file names its libraries itself.
  static func libraries(for source: String, _ toolchain: Toolchain) -> [String] {
    guard toolchain.platform == .linux else { return [] }
    var names = ["swiftCore", "swift_Concurrency", "swift_StringProcessing"]
    names.append("swiftSwiftOnoneSupport")
    for (module, libraries) in optionalLibraries where source.contains(module) {
      names += libraries
    }
    return names.map { "\(toolchain.libraries)/lib\($0).so" }
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
