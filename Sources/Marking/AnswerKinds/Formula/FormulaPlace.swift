import Answers
import Formulas
import Numerics

/// A sample point in words: "a = 0.3, y = 1".
struct FormulaPlace: CustomStringConvertible {
  let message: Message

  var description: String { message.text }

  /// - Parameter functions: They are only named, as any of them would do.
  init(_ point: [Tensor], of variables: [FormulaVariable], functions: [String] = []) {
    let values = zip(variables, point).map { variable, value -> Message in
      "\(name: variable.name) = \(formula: FormulaPlace.written(value), numbers: value.entries)"
    }
    let names = functions.map { name -> Message in "some smooth \(name: name)" }
    message = (values + names).joined(by: ", ")
  }

  /// A number to six digits, with the minus of the chapter.
  static func number(_ value: Double) -> String {
    value == 0 ? "0" : NumberText.withTrueMinus(NumberText.general(value, digits: 6))
  }

  private static func written(_ value: Tensor) -> String {
    let shown = 12
    guard value.shape.count > shown else { return value.written(number) }
    return "\(value.shape) from \(number(value[0])) to \(number(value[value.shape.count - 1]))"
  }
}
