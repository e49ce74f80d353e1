import Foundation

/// How the tests are run.
package enum TestRun {
  /// Whether what is missing on this machine is a failure instead of a reason to skip a test.
  package static let requiresAll =
    ProcessInfo.processInfo.environment["BACKMARK_REQUIRE_ALL"] == "1"

  /// The folder of what was built with the tests.
  package static var folder: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundlePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
