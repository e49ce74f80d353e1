extension FunctionReport {
  /// An error in the student's file, with what the compiler and the grader have to say of it.
  package struct CompilerError: Hashable, Sendable {
    package let line: Int
    package let column: Int
    /// The compiler's words.
    package let message: String
    /// The line of the file, as it is.
    package let excerpt: String
    /// What the compiler sets under the line: marks, and what it would write there.
    package var marks: [String] = []
    /// What the compiler adds, about places in the same file.
    package var notes: [Note] = []
    /// What Swift wants there, for somebody who comes from elsewhere.
    package var advice: Advice?

    package init(line: Int, column: Int, message: String, excerpt: String) {
      self.line = line
      self.column = column
      self.message = message
      self.excerpt = excerpt
    }

    /// Whether the line is not wrong, but took the compiler too long to understand.
    package var isOfTime: Bool {
      message.hasPrefix("the compiler is unable to type-check this expression in reasonable time")
    }
  }

  /// A remark of the compiler's on an error.
  package struct Note: Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let message: String
    package let excerpt: String
    package var marks: [String]

    package init(line: Int, column: Int, message: String, excerpt: String, marks: [String]) {
      self.line = line
      self.column = column
      self.message = message
      self.excerpt = excerpt
      self.marks = marks
    }
  }

  /// What to do about an error.
  package struct Advice: Hashable, Sendable {
    /// What Swift wants, without a full stop.
    package let sentence: String
    /// The lines that are to be replaced, counted from 1.
    package let lines: ClosedRange<Int>
    /// What is to stand there; empty where only the writer can know.
    package let mended: String
    /// Further lines that have the same cause.
    package var further: [Int] = []

    package init(sentence: String, lines: ClosedRange<Int>, mended: String) {
      self.sentence = sentence
      self.lines = lines
      self.mended = mended
    }
  }
}
