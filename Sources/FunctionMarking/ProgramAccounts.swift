import Answers
import Diagnosis

/// What a wrong program shows of itself: how Swift reads what was written as in NumPy.
///
/// Results say that something is wrong by a factor, or that biases are missing; only the program says
/// why. Nothing is said of a program whose results are otherwise accounted for.
package struct ProgramAccounts {
  private let code: String

  /// - Parameter program: The student's file.
  package init(_ program: String) {
    var code = ""
    for line in program.split(whereSeparator: { $0.isNewline }) {
      code += String(line).pieces(between: "//")[0] + "\n"
    }
    self.code = code
  }

  /// The account of a reason that has its cause in the program; nil where it has not.
  package func account(of edits: [String], _ signature: Signature) -> Account? {
    if edits.contains("factor") || edits.contains("wrong-function")
      || edits.contains("extra-factor"),
      let sign = looseOperator
    {
      return Account(id: "operator-precedence", says: .precedence(sign), isCause: true)
    }
    if edits.contains("no-biases") || edits.contains("drop-term"),
      let sum = concatenation(signature)
    {
      return Account(id: "list-concatenation", says: .concatenation(sum))
    }
    return nil
  }

  /// What to say instead, and under which name.
  package struct Account {
    package let id: String
    package let says: Message
    /// Whether it says why the results are what they are, rather than what else they could be.
    package var isCause = false
  }

  // MARK: Operators

  /// An operator for powers of the student's own, which binds no tighter than a product.
  private var looseOperator: String? {
    for sign in ["**", "^^", "↑"] {
      let parts = code.pieces(between: "infix operator \(sign)")
      guard parts.count > 1 else { continue }
      let rest = parts[1].drop { $0 == " " }
      guard rest.first == ":" else { return sign }
      let group = String(rest.dropFirst().drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber })
      let isLoose =
        group.hasSuffix("Precedence")
        && ["Multiplication", "Addition", "Default", "Assignment", "Comparison"]
          .contains { group == "\($0)Precedence" }
      if isLoose || !isHigher(group) { return sign }
    }
    return nil
  }

  /// Whether a precedence is that of powers: the system's for shifts, or a group above products.
  private func isHigher(_ group: String) -> Bool {
    if group == "BitwiseShiftPrecedence" { return true }
    let parts = code.pieces(between: "precedencegroup \(group)")
    guard parts.count > 1 else { return false }
    let body = parts[1].prefix { $0 != "}" }
    let above = String(body).pieces(between: "higherThan:")
    return above.count > 1
      && ["MultiplicationPrecedence", "BitwiseShiftPrecedence"].contains {
        above[1].drop { $0 == " " }.hasPrefix($0)
      }
  }

  // MARK: Sums

  /// A sum with one of the lists that were given, in a program that has no `+` for lists of its own.
  private func concatenation(_ signature: Signature) -> String? {
    if code.pieces(between: "func +").count > 1 { return nil }
    let lists = GivenLists(signature, in: code)
    for line in code.split(separator: "\n") {
      for right in String(line).pieces(between: " + ").dropFirst() {
        if let list = lists.list(beginning: right) { return "+ \(list)" }
      }
    }
    return nil
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func precedence(_ sign: String) -> Message {
    """
    Your operator \(visible: sign) binds no tighter than a product, so \(visible: "0.5 * d \(sign) 2") \
    is the square of 0.5 * d. Declare it with a precedence above products, \
    \(visible: "infix operator \(sign): BitwiseShiftPrecedence"), or write pow(d, 2).
    """
  }

  fileprivate static func concatenation(_ sum: String) -> Message {
    """
    With lists, \(visible: sum) puts one behind the other instead of adding them, and what stands \
    behind is lost later on. To add them, write \(visible: "zip(z, b).map(+)").
    """
  }
}
