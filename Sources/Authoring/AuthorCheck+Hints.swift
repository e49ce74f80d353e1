import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorCheck {
  /// The hints in which the formula stands that another step asks for.
  static func hints(in exercise: Exercise) -> [AuthorFinding] {
    let answers = exercise.steps.compactMap { step -> (step: Step, formula: WrittenFormula)? in
      guard let task = step.formulaTask, task.reference.expression.hasOperator else { return nil }
      return (step, WrittenFormula(task.reference.text))
    }
    let statement = WrittenFormula(exercise.statement)
    return exercise.steps.flatMap { step -> [AuthorFinding] in
      step.hints.compactMap { hint in
        let words = WrittenFormula(hint)
        let given = answers.first { answer in
          answer.step.name != step.name && words.holds(answer.formula)
            && !statement.holds(answer.formula)
        }
        return given.map { answer in
          AuthorFinding(
            .hint, .hintGives(step.name, answer.step.name, hint), at: step.place.lowerBound)
        }
      }
    }
  }
}

/// A text as a row of names, numbers and signs, however they are spaced and spelled.
struct WrittenFormula {
  private var tokens: [String] = []

  init(_ text: String) {
    var word = ""
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { tokens.append(word) }
      word = ""
      switch scalar {
      case "−", "–": tokens.append("-")
      case "′": tokens.append("'")
      // Products are written with all sorts of signs, and with none.
      case "*", "·", "×", "⊙", "\\", "$", "`", " ", "\n", "{", "}": break
      default: tokens.append(String(scalar))
      }
    }
    if !word.isEmpty { tokens.append(word) }
  }

  /// Whether the formula stands in the text, as more than a part of another.
  func holds(_ formula: WrittenFormula) -> Bool {
    let sought = formula.tokens
    guard !sought.isEmpty, tokens.count >= sought.count else { return false }
    return (0...tokens.count - sought.count).contains { start in
      let end = start + sought.count
      guard tokens[start..<end].elementsEqual(sought) else { return false }
      let before = start > 0 ? tokens[start - 1] : ""
      let after = end < tokens.count ? tokens[end] : ""
      return !["+", "-", "/", "^", "@"].contains(before)
        && !["+", "-", "/", "^", "@", "'"].contains(after)
    }
  }
}

extension Expression {
  fileprivate var hasOperator: Bool {
    if case .binary = node { return true }
    return children.contains { $0.hasOperator }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func hintGives(_ step: String, _ other: String, _ hint: String) -> String {
    "a hint of '\(step)' holds the answer of '\(other)': '\(hint)'"
  }
}
