import Signatures

/// Compiles and runs students' functions, confined, on this machine.
///
/// Nothing is started before the first answer. Copies share what they found, and
/// may be used by several threads at once.
package struct SnippetBench: Sendable {
  private let workshop: Workshop

  package init(_ settings: BenchSettings = BenchSettings()) {
    workshop = Workshop(settings)
  }

  /// The bench as whoever marks sees it.
  package var bench: CodeBench {
    CodeBench(compiler: { [workshop] in workshop.compiler }) {
      [workshop] job throws(CodeBench.Fault) in
      try workshop.report(on: job)
    }
  }

  /// What holds a student's program on this machine, tried out with a program that attempts to
  /// get out.
  ///
  /// - Throws: why nothing can be run, with what to do.
  package func selfTest() throws(CodeBench.Fault) -> Confinement {
    try workshop.confinement()
  }
}
