/// Where students' functions are compiled and run.
///
/// The room that marks asks for results through this and starts no process itself.
package struct CodeBench: Sendable {
  /// Why nothing could be run, which is never the student's fault: a sentence with what to do.
  package struct Fault: Error, Hashable, Sendable {
    package let message: String

    package init(_ message: String) {
      self.message = message
    }
  }

  private let perform: @Sendable (CodeJob) throws(Fault) -> CodeReport

  package init(_ perform: @escaping @Sendable (CodeJob) throws(Fault) -> CodeReport) {
    self.perform = perform
  }

  /// Compiles and runs; blocks until everything has come back or has run out of time.
  ///
  /// - Throws: ``Fault`` where the machine, and not the student, is to blame.
  package func report(on job: CodeJob) throws(Fault) -> CodeReport {
    try perform(job)
  }
}
