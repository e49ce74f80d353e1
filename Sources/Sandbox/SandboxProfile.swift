/// The rules for `sandbox-exec` on macOS: everything is denied but what is listed.
///
/// Untested: no Mac has ever read them. Even where they hold, they promise less than the
/// confinement on Linux does:
/// - System calls are not filtered. The compiler, the linker and the student's program share one
///   profile, so that the program may read what the compiler reads, write in `out` (where its own
///   limit keeps all files empty) and become the compiler, still inside the profile.
/// - The profile allows processes, since the runner starts them; that the program starts none is
///   up to a limit (`RLIMIT_NPROC`), which the runner sets before it loads the program.
/// - The system enforces no limit on memory, and the time of a call is measured by the clock only.
/// - Nothing ends the runner and its children when the grader ends.
struct SandboxProfile {
  /// Programs that may be started, each of them alone.
  var executable: [String]
  /// Folders with all they hold that may be read, and whose libraries may be loaded.
  var readable: [String]
  /// Folders with all they hold that may be written to.
  var writable: [String]

  private static let systemFolders = [
    "/usr/lib", "/System/Library", "/System/Volumes/Preboot/Cryptexes/OS",
  ]
  private static let devices = ["/dev/null", "/dev/urandom"]

  /// The whole profile, as `sandbox-exec -p` takes it.
  var text: String {
    let folders = SandboxProfile.systemFolders + readable
    let files = SandboxProfile.devices + executable
    let code =
      SandboxProfile.filters("subpath", folders + writable)
      + SandboxProfile.filters("literal", executable)
    return [
      "(version 1)", "(deny default)", "(allow process-fork)",
      SandboxProfile.rule("process-exec", SandboxProfile.filters("literal", executable)),
      "(allow signal (target self) (target children))", "(allow sysctl-read)",
      // The loader looks into the root folder before anything else.
      "(allow file-read-data file-read-metadata (literal \"/\"))",
      SandboxProfile.rule(
        "file-read-metadata",
        SandboxProfile.filters("literal", SandboxProfile.above(folders + files + writable))),
      SandboxProfile.rule(
        "file-read*",
        SandboxProfile.filters("literal", files) + SandboxProfile.filters("subpath", folders)),
      SandboxProfile.rule("file-map-executable", code),
      SandboxProfile.rule("file-write*", SandboxProfile.filters("subpath", writable)),
    ]
    .compactMap(\.self).joined(separator: "\n") + "\n"
  }

  /// One rule; none where nothing is listed, since a rule without a filter allows everything.
  private static func rule(_ operation: String, _ filters: [String]) -> String? {
    filters.isEmpty
      ? nil : "(allow \(operation)" + filters.map { "\n  \($0)" }.joined() + ")"
  }

  private static func filters(_ kind: String, _ paths: [String]) -> [String] {
    paths.compactMap { path in quoted(path).map { "(\(kind) \($0))" } }
  }

  /// The folders that lead to these paths, each once; their names may be looked up, no more.
  private static func above(_ paths: [String]) -> [String] {
    var folders: [String] = []
    for path in paths where quoted(path) != nil {
      var folder = ""
      for name in path.split(separator: "/").dropLast() {
        folder += "/\(name)"
        if !folders.contains(folder) { folders.append(folder) }
      }
    }
    return folders
  }

  /// A path as a string of the profile; nil where it names no certain place below the root.
  ///
  /// What is left out of a profile stays denied.
  static func quoted(_ path: String) -> String? {
    let isPlain = path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    let names = path.split(separator: "/")
    guard path.hasPrefix("/"), !names.isEmpty, isPlain,
      !names.contains("."), !names.contains("..")
    else { return nil }
    return "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
