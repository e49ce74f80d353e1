import Foundation

/// The program bubblewrap, which gives a process name spaces of its own.
struct Bubblewrap: Hashable, Sendable {
  let path: String

  static func find(searchPath: String) -> Bubblewrap? {
    Toolchain.program("bwrap", in: searchPath).flatMap(realPath).map(Bubblewrap.init)
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
