import FunctionMarking

/// Errors as they are told: each cause once, with what to do about it.
///
/// The compiler finds an undeclared name wherever it stands, and after what is no Swift it stumbles
/// along the line; whoever mends the first has mended them all.
struct ErrorCauses {
  private(set) var errors: [FunctionReport.CompilerError] = []
  private let program: [Substring]
  /// The place in ``errors`` of each thing that advice was given about.
  private var told: [String: Int] = [:]
  /// The lines about which all is said.
  private var settled: Set<Int> = []
  /// Names that are not what they should be, since their own line has an error.
  private var doubtful: Set<String> = []

  /// - Parameter errors: In the order of the file.
  init(_ errors: [FunctionReport.CompilerError], in program: [Substring]) {
    self.program = program
    var rest = errors[...]
    while let line = rest.first?.line {
      add(rest.prefix { $0.line == line })
      rest = rest.drop { $0.line == line }
    }
  }

  /// Adds the errors of a line: of those that are known the first, or else all that may be causes.
  private mutating func add(_ errors: ArraySlice<FunctionReport.CompilerError>) {
    guard let first = errors.first, !settled.contains(first.line) else { return }
    let known = errors.compactMap { error in
      CompilerAdvice.on(Complaint(error, in: program)).map { (error, $0) }
    }
    if let (error, advice) = known.min(by: { $0.1.rank < $1.1.rank }) { return add(error, advice) }
    let follows = settled.contains(first.line - 1) && ErrorCauses.leadsAstray(first.message)
    if follows || !doubtful.isDisjoint(with: words(of: first.line)) { return }
    for error in ErrorCauses.leadsAstray(first.message) ? errors.prefix(1) : errors {
      let name = ErrorCauses.unknownName(in: error)
      if let name, told[name] != nil { continue }
      self.errors.append(error)
      if let name { told[name] = self.errors.count - 1 }
    }
  }

  private mutating func add(
    _ error: FunctionReport.CompilerError, _ advice: CompilerAdvice.Found
  ) {
    settled.insert(error.line)
    settled.formUnion(advice.remedy.lines)
    doubtful.formUnion(declaredNames(in: error.line))
    let subject = advice.remedy.subject
    // What is imported, and what is Python, is one cause whatever the names in it.
    let isWhole = ["foundation", "def"].contains(advice.name)
    let key = isWhole ? advice.name : subject.isEmpty ? nil : "\(advice.name) \(subject)"
    let keys = [key, ErrorCauses.unknownName(in: error)].compactMap(\.self)
    if let first = keys.compactMap({ told[$0] }).first {
      errors[first].advice?.further.append(error.line)
      return
    }
    var error = error
    error.advice = advice.remedy.advice
    errors.append(error)
    for key in keys { told[key] = errors.count - 1 }
    // Behind Python's declaration the compiler understands nothing for a while.
    if advice.name == "def" {
      settled.formUnion(error.line...program.count)
    }
  }

  /// The name that the compiler does not find, as a key of its own.
  private static func unknownName(in error: FunctionReport.CompilerError) -> String? {
    Complaint.parts(of: error.message, "cannot find '*' in scope").map { "name \($0[0])" }
  }

  private func words(of line: Int) -> [String] {
    guard program.indices.contains(line - 1) else { return [] }
    return program[line - 1].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  private func declaredNames(in line: Int) -> [String] {
    let words = words(of: line)
    return zip(words, words.dropFirst()).filter { ["let", "var"].contains($0.0) }.map(\.1)
  }

  /// Whether the compiler did not understand the line, so that the rest it says of it is guesswork.
  private static func leadsAstray(_ message: String) -> Bool {
    message.hasPrefix("expected ") || message.hasPrefix("consecutive statements on a line")
      || message.hasPrefix("extraneous ")
  }
}

extension CompilerAdvice.Remedy {
  /// The remedy as it is reported.
  fileprivate var advice: FunctionReport.Advice {
    FunctionReport.Advice(
      sentence: Visible.text(sentence, longest: 400), lines: lines,
      mended: mended.isEmpty ? "" : Visible.text(lines: mended))
  }
}
