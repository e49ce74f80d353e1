import Numerics

/// A formula of the exercise language: NumPy's meaning, the chapter's names.
///
/// A formula is read once and compiled into a ``Program``, which evaluates it many times.
package struct Formula: Sendable {
  /// The formula as it was written; nil where it was made.
  private let written: String?
  /// The formula as a tree.
  package let expression: Expression

  /// The most characters a formula may have.
  package static let longest = Limits.formulaCharacters
  /// How deeply brackets and operators may be nested.
  package static let deepest = Limits.formulaNesting
  /// The most entries a value may have.
  package static let largest = Limits.entries

  /// Reads a formula.
  ///
  /// - Parameter functions: Names of functions beside those of the language; see ``SmoothFunction``.
  /// - Throws: A `FormulaError` with the column of the first thing that cannot be read.
  package init(_ text: String, functions: [String] = []) throws(FormulaError) {
    written = text
    var parser = try Parser(text, functions: functions)
    expression = try parser.formula()
  }

  /// A formula made from a tree; its text is written from it when it is asked for.
  package init(_ expression: Expression) {
    written = nil
    self.expression = expression
  }

  /// The formula as it was written, or as it would be.
  package var text: String { written ?? expression.text }

  /// The spelling under which a name is known: `δ1` is `delta1`, `η` is `eta`, `λ` is `lambda`.
  package static func canonicalName(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    switch name {
    case "σ": return "sigmoid"
    case "π": return "pi"
    default: return GreekLetter.spelledOut(name) ?? name
    }
  }

  /// The number that a name stands for where no value has it: π.
  package static func constant(named name: String) -> Double? { name == "pi" ? .pi : nil }

  /// Whether a text can serve as the name of a value.
  package static func isName(_ text: String) -> Bool {
    guard let tokens = try? Token.read(text), tokens.count == 2 else { return false }
    if case .name = tokens[0].kind { return true } else { return false }
  }
}

extension Formula: Hashable {
  /// Formulas are equal when they say the same, whatever the spaces.
  package static func == (left: Formula, right: Formula) -> Bool {
    left.expression == right.expression
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(expression) }
}
