import Foundation
import SystemCalls

/// The program bubblewrap, which gives a process name spaces of its own.
struct Bubblewrap: Hashable, Sendable {
  let path: String

  static func find(searchPath: String) -> Bubblewrap? {
    Toolchain.program("bwrap", in: searchPath).flatMap(realPath(of:)).map(Bubblewrap.init)
  }

  /// Its version, such as `bubblewrap 0.8.0`, or just its name where it does not say.
  var version: String {
    (try? ProgramVersion.read([path, "--version"])) ?? "bubblewrap"
  }

  /// Nothing shared, nobody's rights, no terminal, no /proc, and gone when the grader is.
  var rules: [String] {
    [
      "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--disable-userns",
      "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
      "--hostname", "backmark",
    ]
  }
}
