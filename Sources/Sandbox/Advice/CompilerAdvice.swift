import FunctionMarking

/// What to say to somebody who thinks in NumPy of an error that the Swift compiler found.
///
/// Each knows the errors that it is about, says in a sentence what Swift wants there, and shows
/// the line as it should be; its examples are compiled by a test, broken and mended.
struct CompilerAdvice: Sendable {
  let name: String
  let examples: [Example]
  let remedy: @Sendable (Complaint) -> Remedy?

  init(
    _ name: String, _ examples: [Example], _ remedy: @escaping @Sendable (Complaint) -> Remedy?
  ) {
    (self.name, self.examples, self.remedy) = (name, examples, remedy)
  }

  /// A program with an error, and the lines that mend it.
  struct Example: Sendable {
    let program: String
    let mended: String
  }

  /// What Swift wants, and the lines that have it.
  struct Remedy {
    /// What the advice is about; said once of each thing.
    var subject = ""
    let sentence: String
    /// The lines to be replaced, counted from 1.
    let lines: ClosedRange<Int>
    /// What is to stand there; empty where nobody but the writer can know.
    let mended: String
  }

  /// All advice, the particular before the general.
  static let all: [CompilerAdvice] =
    python + declarations + names + changes + calls + arithmetic + numbers + values

  /// A remedy, whose it is, and how particular.
  struct Found {
    let name: String
    let rank: Int
    let remedy: Remedy
  }

  /// The first that knows the error.
  static func on(_ complaint: Complaint) -> Found? {
    for (rank, advice) in all.enumerated() {
      if let remedy = advice.remedy(complaint) {
        return Found(name: advice.name, rank: rank, remedy: remedy)
      }
    }
    return nil
  }
}

extension CompilerAdvice.Example {
  /// A program whose first line is `import Foundation` and whose function has this body.
  static func body(
    _ head: String, _ body: String, mends mended: String
  ) -> CompilerAdvice.Example {
    CompilerAdvice.Example(
      program: "import Foundation\nfunc f(\(head) {\n\(body)\n}\n", mended: mended)
  }

  static func program(_ program: String, mends mended: String) -> CompilerAdvice.Example {
    CompilerAdvice.Example(program: program, mended: mended)
  }
}

extension Complaint {
  /// The line of the error as it should be.
  func mended(
    _ sentence: String, about subject: String = "", _ mended: String
  ) -> CompilerAdvice.Remedy {
    CompilerAdvice.Remedy(
      subject: subject, sentence: sentence, lines: error.line...error.line, mended: mended)
  }

  /// The line with other text in one place.
  func mended(
    _ sentence: String, about subject: String = "", _ range: Range<Int>, with text: String
  ) -> CompilerAdvice.Remedy {
    mended(sentence, about: subject, line.replacing(range, with: text))
  }

  /// Another line than that of the error.
  func mended(
    _ sentence: String, about subject: String = "", line number: Int, _ mended: String
  ) -> CompilerAdvice.Remedy {
    CompilerAdvice.Remedy(
      subject: subject, sentence: sentence, lines: number...number, mended: mended)
  }

  /// A sentence alone, where only the writer knows what was meant.
  func told(_ sentence: String, about subject: String = "") -> CompilerAdvice.Remedy {
    mended(sentence, about: subject, "")
  }
}
