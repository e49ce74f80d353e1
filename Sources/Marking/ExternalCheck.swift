/// A way to run an instructor's own checker; this room itself starts no process.
package struct ExternalCheck: Sendable {
  /// A checker with what it is to read.
  package struct Job: Sendable {
    /// The program and its arguments.
    package let command: [String]
    /// How long it may take.
    package let seconds: Double
    /// What it reads: one JSON object.
    package let input: [UInt8]
    /// The exercise file, to whose folder paths are relative.
    package let exerciseFile: String

    package init(command: [String], seconds: Double, input: [UInt8], exerciseFile: String) {
      self.command = command
      self.seconds = seconds
      self.input = input
      self.exerciseFile = exerciseFile
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// What it wrote before it ended well.
    case output([UInt8])
    /// Why there is no such thing, in words that go on after a colon.
    case failed(String)
  }

  package let run: @Sendable (Job) -> Outcome
  /// What tells a checker, which is named by its command, from what stood there before.
  package let identity: @Sendable (_ command: [String], _ exerciseFile: String) -> String

  package init(
    identity: @escaping @Sendable ([String], String) -> String = { _, _ in "" },
    _ run: @escaping @Sendable (Job) -> Outcome
  ) {
    self.identity = identity
    self.run = run
  }
}
