import Foundation

enum Environment {
  /// Whether the misses of the corpora are listed.
  static let showsMisses = ProcessInfo.processInfo.environment["BACKMARK_MISSES"] != nil

  /// Whether every corpus is tried with and without rounded numbers carried on.
  static let isThorough = ProcessInfo.processInfo.environment["BACKMARK_THOROUGH"] != nil

  /// How many random answers of each kind are tried.
  static let repetitions =
    ProcessInfo.processInfo.environment["BACKMARK_REPETITIONS"].flatMap(Int.init) ?? 1
}
