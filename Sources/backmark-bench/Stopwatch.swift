import Foundation

/// Times work.
enum Stopwatch {
  /// The seconds that something takes once, by the clock on the wall.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// The seconds that something short takes, in several runs of so many repetitions that a run
  /// lasts about 5 ms.
  static func secondsEach(runs: Int, _ body: () throws -> Void) rethrows -> [Double] {
    var repetitions = 1
    // The first runs also warm everything up.
    while try seconds({ for _ in 0..<repetitions { try body() } }) < 5e-3 { repetitions *= 2 }
    return try (0..<runs).map { _ in
      try seconds { for _ in 0..<repetitions { try body() } } / Double(repetitions)
    }
  }

  /// The seconds of processor time that this program has used so far, on all cores together.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
