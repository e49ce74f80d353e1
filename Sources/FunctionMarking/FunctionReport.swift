/// What came of a ``FunctionJob``: what the compiler said, and what every call came to.
package struct FunctionReport: Hashable, Sendable {
  package var compilation: Compilation
  /// What keeps single functions from being called, by their places in the job.
  package var functionFaults: [Int: FunctionFault] = [:]
  /// One outcome for each call of the job; none where nothing was compiled.
  package var outcomes: [Outcome] = []
  /// What calls came to that were made once more, by their places, where it is something else.
  package var changed: [Int: Outcome] = [:]
  /// What the program printed, whole or its beginning; raw, so not yet safe to show.
  package var output: [UInt8] = []
  /// Whether there was more output than was kept.
  package var isOutputCut = false
  /// What a reader of the source should know of it, such as invisible or misleading characters.
  package var sourceNotes: [String] = []
  /// Whether the program ran without confinement, because somebody said so.
  package var isUnconfined = false

  package init(_ compilation: Compilation) {
    self.compilation = compilation
  }

  /// What the compiler made of the file.
  package enum Compilation: Hashable, Sendable {
    case succeeded
    /// Errors in the student's file, in its order; at least one.
    case failed([CompilerError])
    /// The file itself was refused before compiling, with the reason as a sentence.
    case refused(String)
    /// The compiler took longer, or more memory, than it may; a sentence.
    case exceeded(String)
    /// The compiler itself broke down on this file; a sentence.
    case brokeDown(String)
  }

  /// Why a function cannot be called though the file is sound.
  package enum FunctionFault: Hashable, Sendable {
    /// The file declares nothing of that name.
    case missing
    /// It is declared otherwise; the student's own declaration where it was found, and what to
    /// change in it where that is one thing.
    case otherSignature(found: String?, remedy: String? = nil)
  }

  /// What a call came to.
  package enum Outcome: Hashable, Sendable {
    case returned(FunctionValue)
    /// The program broke off in this call; Swift's own message where it gave one.
    case crashed(String?)
    /// The call took longer than it may; the limit in words.
    case timedOut(String)
    case outOfMemory
    /// The program ended itself instead of returning.
    case exited(Int)
    /// What came back is no value of the result's type, or is larger than may be; a sentence.
    case malformed(String)
    /// The call was not made, since the function is at fault or too many calls before broke off.
    case notMade
  }
}
