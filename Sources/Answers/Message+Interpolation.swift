import Formulas
import LocatedJSON
import Numerics

extension Message: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { self.init(words: words) }

  package init(stringInterpolation interpolation: Interpolation) { self = interpolation.message }

  /// The literals and values of a message as it is written in a program.
  package struct Interpolation: StringInterpolationProtocol {
    private(set) var message = Message()

    package init(literalCapacity: Int, interpolationCount: Int) {
      message.reserve(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) { message.append(.words(literal)) }

    /// Words that are chosen among several.
    package mutating func appendInterpolation(_ words: String) { message.append(.words(words)) }

    /// Words that another room has put together.
    package mutating func appendInterpolation(words: String) { message.append(.words(words)) }

    /// A message within another.
    package mutating func appendInterpolation(_ other: Message) { message += other }

    /// A count.
    package mutating func appendInterpolation(_ count: Int) {
      message.append(.number(String(count)))
    }

    /// A number in its shortest form.
    package mutating func appendInterpolation(number: Double) {
      message.append(.number(NumberText.shortest(number)))
    }

    /// A number as it has been written.
    package mutating func appendInterpolation(written number: String) {
      message.append(.number(number))
    }

    /// The name of a step or a value, as it is to be shown.
    package mutating func appendInterpolation(name: String) { message.append(.name(name)) }

    /// What was typed, in quotes and shortened.
    package mutating func appendInterpolation(_ quotation: Quotation) {
      message.append(.quotation(quotation.description))
    }

    /// What was typed, as it has been made visible.
    package mutating func appendInterpolation(visible text: String) {
      message.append(.quotation(text))
    }

    /// The words of an author's.
    package mutating func appendInterpolation(authored words: String) {
      message.append(.authored(words))
    }

    /// The name of a file that a student handed in.
    package mutating func appendInterpolation(file: String) { message.append(.file(file)) }

    /// Part of a formula, or values, as they have been written.
    package mutating func appendInterpolation(formula text: String, numbers: [Double]) {
      message.append(.formula(text, numbers: numbers))
    }

    /// A place in a file.
    package mutating func appendInterpolation(line: Int, column: Int) {
      message.append(.place(line: line, column: column))
    }

    /// A shape: "a number", "a vector of 3".
    package mutating func appendInterpolation(_ shape: Shape) {
      message.append(.words(shape.description))
    }
  }
}
