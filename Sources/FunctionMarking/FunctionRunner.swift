/// Where students' functions are compiled and run.
///
/// The room that marks asks for results through this and starts no process itself.
package struct FunctionRunner: Sendable {
  /// Why nothing could be run, which is never the student's fault: a sentence with what to do.
  package struct Fault: Error, Hashable, Sendable {
    package let message: String

    package init(_ message: String) {
      self.message = message
    }
  }

  private let findCompiler: @Sendable () -> String
  private let perform: @Sendable (FunctionJob) throws(Fault) -> FunctionReport

  /// - Parameter compiler: What tells the compiler from another one.
  package init(
    compiler: @escaping @Sendable () -> String = { "" },
    _ perform: @escaping @Sendable (FunctionJob) throws(Fault) -> FunctionReport
  ) {
    findCompiler = compiler
    self.perform = perform
  }

  /// What tells the compiler from another one, the same on every machine that has it; empty where
  /// there is none.
  package var compiler: String { findCompiler() }

  /// Compiles and runs; blocks until everything has come back or has run out of time.
  ///
  /// - Throws: ``Fault`` where the machine, and not the student, is to blame.
  package func report(on job: FunctionJob) throws(Fault) -> FunctionReport {
    try perform(job)
  }
}
