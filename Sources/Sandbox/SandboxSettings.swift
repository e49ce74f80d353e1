import Foundation

/// What whoever sets up a sandbox may decide; everything else is found on the machine.
package struct SandboxSettings: Sendable {
  package var limits = SandboxLimits()
  /// Whether bubblewrap is used where it is there; the built-in jail holds either way.
  package var usesBubblewrap: Bool
  /// Whether students' programs are run even where the machine cannot confine them.
  package var allowsUnconfined = false
  /// The folders in which programs are looked for, separated by colons.
  package var searchPath: String
  /// The runner; nil for the one beside this executable.
  package var runner: String?
  /// The folder for what is kept between runs; nil for the usual one.
  package var cacheFolder: String?
  /// The folder in which every answer has a folder of its own while it is handled.
  package var temporaryFolder: String
  /// Who is told how far an answer has come, about once a second where it takes longer than that.
  package var observer: (@Sendable (JobProgress) -> Void)?
  let home: String?
  let userCache: String?

  /// The settings that the environment asks for: `BACKMARK_BUBBLEWRAP=off` leaves bubblewrap out.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    usesBubblewrap = environment["BACKMARK_BUBBLEWRAP"] != "off"
    searchPath = environment["PATH"] ?? ""
    temporaryFolder = NSTemporaryDirectory()
    home = environment["HOME"]
    userCache = environment["XDG_CACHE_HOME"]
  }
}
