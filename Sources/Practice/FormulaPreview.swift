import Answers
import Formulas
import LocatedJSON
import Reports

/// A formula that is being typed, as a page shows it: as mathematics, or what cannot be read in it.
package enum FormulaPreview {
  /// An object with `markup`, MathML, or with `says`, why there is none yet.
  package static func json(_ text: String) -> String {
    var json = JSONWriter()
    json.beginObject()
    do throws(FormulaError) {
      let formula = try read(text)
      json.member("markup", Mathematics(latex(formula.expression)).markup)
    } catch {
      json.member("says", error.description)
    }
    json.endObject()
    return json.text
  }

  /// The formula as LaTeX; empty where it is none.
  static func latex(_ text: String) -> String {
    (try? read(text)).map { latex($0.expression) } ?? ""
  }

  /// The formula, in the spelling of formulas or in another that is brought into it.
  private static func read(_ text: String) throws(FormulaError) -> Formula {
    do throws(FormulaError) {
      return try Formula(text)
    } catch {
      let reading = FormulaSpelling.reading(of: text) { Function(rawValue: $0) == nil }
      if case .formulas(let sides) = reading {
        for side in sides { if let formula = try? Formula(side) { return formula } }
      }
      throw error
    }
  }

  /// How tightly an expression holds together: a comparison, a sum, a negation, a product, an atom.
  private static func bond(_ expression: Expression) -> Int {
    switch expression.node {
    case .binary(let symbol, _, _) where symbol.isComparison: -1
    case .binary(.add, _, _), .binary(.subtract, _, _): 0
    case .negate: 1
    case .binary(.multiply, _, _), .binary(.matrixProduct, _, _): 2
    // A fraction bar and a power hold their parts together by themselves.
    case .binary, .number, .name, .call, .derivative, .applied, .transpose, .index, .span, .all,
      .list, .gradient:
      3
    }
  }

  private static let comparisons: [Expression.Operator: String] = [
    .less: "<", .greater: ">", .lessOrEqual: "\\le", .greaterOrEqual: "\\ge", .equal: "=",
    .notEqual: "\\ne",
  ]

  /// The expression as LaTeX, in brackets where it holds together less than `least`.
  private static func latex(_ expression: Expression, least: Int) -> String {
    let text = latex(expression)
    return bond(expression) < least ? "\\left(\(text)\\right)" : text
  }

  private static func latex(_ expression: Expression) -> String {
    switch expression.node {
    case .number(_, let digits): return digits
    case .name(let name): return symbol(name)
    case .negate(let inner): return "-\(latex(inner, least: 2))"
    case .binary(.add, let left, let right):
      return "\(latex(left, least: 0)) + \(latex(right, least: 1))"
    case .binary(.subtract, let left, let right):
      return "\(latex(left, least: 0)) - \(latex(right, least: 2))"
    case .binary(.multiply, let left, let right):
      return "\(latex(left, least: 2)) \\cdot \(latex(right, least: 2))"
    case .binary(.matrixProduct, let left, let right):
      return "\(latex(left, least: 2)) \\, \(latex(right, least: 3))"
    case .binary(.divide, let above, let below): return "\\frac{\(latex(above))}{\(latex(below))}"
    case .binary(.power, let base, let exponent):
      return "{\(bracketed(base))}^{\(latex(exponent))}"
    case .binary(let symbol, let left, let right):
      return "\(latex(left, least: 0)) \(comparisons[symbol] ?? "") \(latex(right, least: 0))"
    case .call(.square, let arguments) where arguments.count == 1:
      return "{\(bracketed(arguments[0]))}^{2}"
    case .call(.sqrt, let arguments) where arguments.count == 1:
      return "\\sqrt{\(latex(arguments[0]))}"
    case .call(let function, let arguments): return "\(name(function))\(list(arguments))"
    case .derivative(let function, let argument): return "\(name(function))'\(list([argument]))"
    case .applied(let name, let argument, let isSlope):
      return "\(symbol(name))\(isSlope ? "'" : "")\(list([argument]))"
    case .transpose(let inner): return "{\(bracketed(inner))}^\\top"
    case .index(let base, let indices):
      return "{\(bracketed(base))}_{\(indices.map { latex($0) }.joined(separator: ", "))}"
    case .span(let first, let last):
      return "\(latex(first, least: 0)) \\ldots \(latex(last, least: 0))"
    case .all: return ":"
    case .list(let items):
      return "\\left[\(items.map { latex($0) }.joined(separator: ", "))\\right]"
    case .gradient(let loss, let parameter, _):
      return "\\frac{\\partial \(latex(loss))}{\\partial \(latex(parameter))}"
    }
  }

  /// What an exponent or an index may stand at: a symbol or a number, anything else in brackets.
  private static func bracketed(_ expression: Expression) -> String {
    switch expression.node {
    case .name, .number, .list: latex(expression)
    default: "\\left(\(latex(expression))\\right)"
    }
  }

  private static func list(_ arguments: [Expression]) -> String {
    "\\left(\(arguments.map { latex($0) }.joined(separator: ", "))\\right)"
  }

  private static func name(_ function: Function) -> String {
    switch function {
    case .sigmoid: "\\sigma"
    case .log: "\\ln"
    default: "\\operatorname{\(function.rawValue)}"
    }
  }

  private static let greek: Set<String> = ["delta", "eta", "pi"]

  /// `delta2` as δ₂, `ai` as it is.
  private static func symbol(_ name: String) -> String {
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    let word = String(letters)
    let stem =
      greek.contains(word) ? "\\\(word)" : word.count == 1 ? word : nil
    guard let stem, digits.allSatisfy({ $0.isNumber }) else {
      return name.utf8.allSatisfy { $0 != UInt8(ascii: "_") } ? "\\text{\(name)}" : plain(name)
    }
    return digits.isEmpty ? stem : "\(stem)_{\(digits)}"
  }

  /// A name with its lines below the letters, which would make an index of what follows.
  private static func plain(_ name: String) -> String {
    var text = ""
    for character in name { text += character == "_" ? "\\_" : String(character) }
    return "\\text{\(text)}"
  }
}
