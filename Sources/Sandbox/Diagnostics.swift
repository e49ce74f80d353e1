import Foundation
import FunctionMarking

/// The errors in what the compiler wrote: those in the student's file, with the notes on them, and
/// the adapters that could not be compiled.
struct Diagnostics {
  /// How many errors are passed on, and how long their words may be.
  private static let mostErrors = 20
  private static let longestMessage = 400
  private static let longestExcerpt = 400

  var errors: [FunctionReport.CompilerError] = []
  /// The adapters' places.
  var adapters: Set<Int> = []
  /// Errors without a place in a file, as they may be shown.
  var elsewhere: [String] = []
  /// Whether an error speaks of a module that was compiled before and is there no longer as it was.
  private(set) var findsStaleModules = false

  /// Whether all errors are that the types of an expression took too long to find.
  private(set) var isOutOfPatience = false

  /// The lines in which statements begin that stand outside all functions.
  private(set) var statementsOutside: [Int] = []

  private static let mostElsewhere = 20

  /// Reads `path:line:column: error: words` and leaves everything else.
  ///
  /// - Parameter modules: The folder of the system's modules, whose path is nobody's business.
  init(_ messages: [UInt8], lines: [Substring], modules: String = "") {
    let text = String(decoding: messages, as: UTF8.self)
    // Whether the notes that follow are on an error that is kept.
    var isOfLast = false
    for diagnostic in PrintedDiagnostic.all(in: text) {
      let whole = String(diagnostic.message)
      let message = modules.isEmpty ? whole : whole.replacing(modules, with: "…")
      if diagnostic.place.first == "submission.swift", let row = diagnostic.line,
        let column = diagnostic.column, lines.indices.contains(row - 1)
      {
        let marks = diagnostic.marks.map { Diagnostics.shown($0) }
        if diagnostic.kind == .error {
          isOfLast = add(message, line: row, column: column, excerpt: lines[row - 1], marks)
        } else if isOfLast {
          addNote(message, line: row, column: column, excerpt: lines[row - 1], marks)
        }
      } else if diagnostic.kind == .note {
        continue
      } else if let adapter = Diagnostics.adapter(diagnostic.place.first) {
        adapters.insert(adapter)
        isOfLast = false
      } else {
        isOfLast = false
        if !modules.isEmpty, Diagnostics.namesModule(whole, in: modules) {
          findsStaleModules = true
        }
        if elsewhere.count < Diagnostics.mostElsewhere {
          elsewhere.append(Visible.text(message, longest: Diagnostics.longestMessage))
        }
      }
    }
    // Beside an error that is one, what is said of the time blames a right line.
    let others = errors.filter { !$0.isOfTime }
    isOutOfPatience = others.isEmpty && !errors.isEmpty
    if !others.isEmpty { errors = others }
    // With an error in the file, a message may be the student's own.
    if !errors.isEmpty { findsStaleModules = false }
    errors.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    statementsOutside = errors.filter(Diagnostics.isOutside).map(\.line)
    errors = ErrorCauses(errors, in: lines).errors
  }

  /// Whether the error is one more.
  private mutating func add(
    _ message: String, line: Int, column: Int, excerpt: Substring, _ marks: [String]
  ) -> Bool {
    var error = FunctionReport.CompilerError(
      line: line, column: column,
      message: Visible.text(
        Diagnostics.translate(message), longest: Diagnostics.longestMessage),
      excerpt: String(excerpt.prefix(Diagnostics.longestExcerpt)))
    let isKnown = errors.contains {
      ($0.line, $0.column, $0.message) == (error.line, error.column, error.message)
    }
    guard errors.count < Diagnostics.mostErrors, !isKnown else { return false }
    error.marks = marks
    errors.append(error)
    return true
  }

  private mutating func addNote(
    _ message: String, line: Int, column: Int, excerpt: Substring, _ marks: [String]
  ) {
    let note = FunctionReport.Note(
      line: line, column: column,
      message: Visible.text(message, longest: Diagnostics.longestMessage),
      excerpt: String(excerpt.prefix(Diagnostics.longestExcerpt)), marks: marks)
    // Which declarations the compiler considered helps nobody who did not write them.
    let isOfOverloads = Diagnostics.idleNotes.contains { message.contains($0) }
    guard let last = errors.indices.last, !isOfOverloads,
      errors[last].notes.count < Diagnostics.mostNotes
    else { return }
    errors[last].notes.append(note)
  }

  private static let mostNotes = 5
  private static let idleNotes = [
    "exist with these partially matching parameter lists", "found candidate with type",
    "arguments to generic parameter",
  ]

  /// Marks without the compiler's own brackets around what the writer has to fill in.
  private static func shown(_ marks: Substring) -> String {
    Visible.text(
      String(marks.replacing("<#", with: "").replacing("#>", with: "")), longest: longestExcerpt)
  }

  private static func isOutside(_ error: FunctionReport.CompilerError) -> Bool {
    ["expressions", "statements"].contains { kind in
      error.message.hasPrefix("\(kind) are not allowed at the top level")
    }
  }

  private static func adapter(_ name: Substring?) -> Int? {
    guard let name, name.hasPrefix("adapter"), name.hasSuffix(".swift") else { return nil }
    return Int(name.dropFirst(7).dropLast(6))
  }

  /// Whether the compiler found a module that was compiled before to be out of date or broken: it
  /// names a file that is there already, instead of one for an import that never was.
  private static func namesModule(_ message: String, in folder: String) -> Bool {
    guard let start = message.firstRange(of: "'\(folder)/") else { return false }
    let name = message[start.upperBound...].prefix { $0 != "'" }
    let isModule = name.hasSuffix(".pcm") || name.hasSuffix(".swiftmodule")
    guard isModule, !name.contains("..") else { return false }
    return access("\(folder)/\(name)", F_OK) == 0
  }

  /// The compiler's words where they would mislead here.
  private static func translate(_ message: String) -> String {
    for prefix in ["no such module '", "cannot load underlying module for '"]
    where message.hasPrefix(prefix) && message.hasSuffix("'") {
      return unavailable(message.dropFirst(prefix.count).dropLast())
    }
    return message
  }

  static func unavailable(_ module: Substring) -> String {
    "import \(module) is not available here"
  }
}
