import Numerics

/// How much time, memory and text a student's file may take, while compiled and while run.
package struct SandboxLimits: Hashable, Sendable {
  /// For the compiler and the linker together, by the clock.
  package var compileTime = Duration.seconds(Limits.compileSeconds)
  package var compileProcessorTime = Duration.seconds(Limits.compileProcessorSeconds)
  package var compileMemory = Int(Limits.compileMemory)
  /// The largest file the compiler may write.
  package var compiledFile = Limits.compiledFile
  /// How much of the compiler's messages is read.
  package var messages = 64 << 10
  /// For one call, by the clock, while it waits.
  ///
  /// A busy machine, which lets it have but an eighth of a processor, costs it nothing. Half of it
  /// after each call that did not return, so that endless loops cost less than two of them
  /// together, however many there are.
  package var callTime = Duration.milliseconds(Limits.callMilliseconds)
  package var callProcessorTime = Duration.seconds(Limits.callProcessorSeconds)
  /// For all calls of a job together, of processor time, and as `callTime` by the clock.
  package var runTime = Duration.seconds(Limits.runSeconds)
  package var runMemory = Limits.runMemory
  /// How much of what is printed is kept; the rest is thrown away.
  package var outputKept = Limits.printingKept
  /// The most bytes of one result, eight for each number.
  package var result = Limits.result
  /// The most bytes of all results of a job.
  package var results = Limits.results
  /// How often a program that broke off is started again for the next call.
  package var restarts = 8
  /// How many calls of a function may run out of time before it is not called again.
  package var hangs = 2
  /// The most bytes of a source file.
  package var source = Limits.swiftSource

  package init() {}
}

extension Duration {
  /// Whole milliseconds, as the runner counts time.
  var milliseconds: UInt64 {
    let (seconds, attoseconds) = components
    return UInt64(max(0, seconds)) * 1000 + UInt64(max(0, attoseconds)) / 1_000_000_000_000_000
  }

  /// The time in words: `2.5 seconds`.
  var words: String {
    switch milliseconds {
    case 1000: "1 second"
    case let time where time % 1000 == 0: "\(time / 1000) seconds"
    case let time: "\(Double(time) / 1000) seconds"
    }
  }
}
