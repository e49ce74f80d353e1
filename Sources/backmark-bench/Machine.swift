import Foundation

/// What the figures were measured on.
struct Machine: Sendable {
  let processor: String
  let cores: Int
  let system: String
  /// Whether the program was built with optimisation.
  let isOptimised: Bool

  var build: String { isOptimised ? "release" : "debug" }

  static var current: Machine {
    Machine(
      processor: namedProcessor ?? "unknown processor",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString, isOptimised: isReleaseBuild)
  }

  private static var isReleaseBuild: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  /// The name that Linux gives the processor; nil elsewhere.
  private static var namedProcessor: String? {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
      return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }
}

// MARK: - CustomStringConvertible

extension Machine: CustomStringConvertible {
  var description: String {
    "\(processor), \(cores) \(cores == 1 ? "core" : "cores"); \(system); \(build) build"
  }
}
