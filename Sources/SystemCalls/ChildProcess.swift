import Foundation

/// A program to be run to its end, with what it is given and how much it may take.
///
/// It is the leader of a session and of a process group of its own, and of this process's
/// descriptors it gets none. When it has ended, or is ended, so is whatever is left of its group.
package struct ChildProcess: Sendable {
  /// The path of the program; no shell sees it, nor the words.
  package var program: String
  package var words: [String]
  /// The whole environment as `NAME=value`; nil for this process's own.
  package var environment: [String]?
  /// The working directory; nil for this process's own.
  package var folder: String?
  /// What it can read from its standard input.
  package var input: [UInt8]
  /// When it is ended, whether it is done or not.
  package var deadline: ContinuousClock.Instant?
  package var output = Output.kept(atMost: .max)
  /// Whether at its end whatever is left of its session is ended as well.
  ///
  /// What leaves the group, as coreutils' `timeout` does, mostly stays in that. Only Linux can be
  /// asked who is in it.
  package var endsSession = false
  /// How much of what it writes to standard error is kept: the beginning.
  package var errorsKept = 4 << 10
  /// Who is shown what it has written so far, about once a second while it takes its time.
  package var observer: (@Sendable ([UInt8]) -> Void)?

  /// What becomes of what it writes.
  package enum Output: Hashable, Sendable {
    /// What it writes to standard output is kept, and it is ended when that is more.
    case kept(atMost: Int)
    /// Nobody reads it, nor what it writes to standard error.
    case discarded
  }

  package init(
    _ program: String, _ words: some Sequence<String>, environment: [String]? = nil,
    folder: String? = nil, input: [UInt8] = [], deadline: ContinuousClock.Instant? = nil
  ) {
    self.program = program
    self.words = Array(words)
    self.environment = environment
    self.folder = folder
    self.input = input
    self.deadline = deadline
  }

  /// How a process came to its end.
  package enum Manner: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
    /// It was ended at its deadline.
    case timeOut
    /// It was ended since it wrote more than it may.
    case flood
    /// Nobody knows: the system was told to keep the ends of processes to itself.
    case lost
  }

  /// What there is when a process has ended.
  package struct End: Sendable {
    package let manner: Manner
    package let output: [UInt8]
    /// The beginning of what it wrote to standard error.
    package let errors: [UInt8]
    /// The seconds of processor time that it and what it waited for used.
    package let processorSeconds: Double
    /// The most memory it held at once, in bytes, as the system counts it (`ru_maxrss`).
    package let peakMemory: Double

    /// Whether it had to be ended.
    package var wasStopped: Bool { manner == .timeOut || manner == .flood }
  }

  /// Starts the program and waits until it has ended or is ended.
  ///
  /// - Throws: Why there is no process.
  package func run() throws(SystemError) -> End {
    var streams = Streams()
    try streams.open(for: self)
    let id = try start(with: streams)
    Cleanup.add(group: id)
    defer { Cleanup.forget(group: id) }
    streams.closeTheirs()
    var watch = ProcessWatch(id, output: streams.output.ours, errors: streams.errors.ours)
    return watch.end(of: self)
  }
}
