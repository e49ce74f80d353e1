import Formulas

/// A formula over the parameters of a function as a Swift function: every entry as it is calculated.
///
/// It is what a worked solution shows, written to be read rather than to be fast. Formulas with a
/// part that has no such spelling have none as a whole.
struct SwiftReference {
  private let signature: Signature
  private let formulas: [Formula]
  private let indexBase: Int
  /// The lines before the result.
  private var lines: [String] = []
  /// What has a name already, by what is written of it.
  private var named: [String: Value] = [:]
  private var count = 0

  /// A value: how long it is in each direction, and an entry of it.
  private struct Value {
    let sizes: [String]
    let entry: ([String]) -> String

    static func number(_ text: String) -> Value { Value(sizes: []) { _ in text } }

    /// The entry at some of the indices of a larger value, as NumPy broadcasts it.
    func broadcast(_ indices: [String]) -> String {
      let own = indices.suffix(sizes.count)
      return entry(zip(own, sizes).map { $1 == "1" ? "0" : $0 })
    }
  }

  init(_ signature: Signature, _ formulas: [Formula], indexBase: Int) {
    self.signature = signature
    self.formulas = formulas
    self.indexBase = indexBase
  }

  /// The function, or nil where it cannot be spelled.
  var text: String? {
    var writer = self
    var results: [String] = []
    for (part, formula) in zip(signature.results, formulas) {
      guard let value = writer.value(formula.expression),
        let result = SwiftReference.result(value, part.type)
      else { return nil }
      results.append(part.label.map { "\($0): \(result)" } ?? result)
    }
    let result = signature.isTuple ? "(\(results.joined(separator: ", ")))" : results.joined()
    let spelled = formulas.map { $0.text }.joined(separator: ", ")
    return
      (["import Foundation", "", "// Entry by entry: \(spelled)", "\(signature) {"]
      + (writer.lines + ["return \(result)"]).map { "  " + $0 } + ["}"]).joined(separator: "\n")
  }

  private static func result(_ value: Value, _ type: ValueType) -> String? {
    switch (type, value.sizes.count) {
    case (.double, 0): return value.entry([]).withoutOuterBrackets
    case (.array(.double), 1):
      return "(0..<\(value.sizes[0])).map { i in \(value.entry(["i"]).withoutOuterBrackets) }"
    case (.array(.array(.double)), 2):
      let entry = value.entry(["i", "j"]).withoutOuterBrackets
      return "(0..<\(value.sizes[0])).map { i in (0..<\(value.sizes[1])).map { j in \(entry) } }"
    default: return nil
    }
  }

  // MARK: Expressions

  private mutating func value(_ expression: Expression) -> Value? {
    switch expression.node {
    case .number(_, let spelling): return .number(spelling)
    case .name(let name): return named(name)
    case .negate(let inner): return value(inner).map { each($0) { "(-\($0))" } }
    case .binary(.matrixProduct, let left, let right):
      guard let a = value(left), let b = value(right) else { return nil }
      return product(a, b)
    case .binary(let symbol, let left, let right):
      guard let a = value(left), let b = value(right) else { return nil }
      return combined(a, b) { SwiftReference.spelled(symbol, $0, $1) }
    case .call(let function, let arguments): return call(function, arguments)
    case .derivative(let function, let argument):
      return value(argument).flatMap { slope(function, $0) }
    case .transpose(let inner): return value(inner).map(SwiftReference.transposed)
    case .applied, .index, .span, .all, .list, .gradient: return nil
    }
  }

  private func named(_ name: String) -> Value? {
    guard
      let parameter = signature.parameters.first(where: {
        Formula.canonicalName($0.name) == name
      })
    else { return name == "pi" ? .number("Double.pi") : nil }
    let text = parameter.name
    switch parameter.type {
    case .double: return .number(text)
    case .int: return .number("Double(\(text))")
    case .array(.double): return Value(sizes: ["\(text).count"]) { "\(text)[\($0[0])]" }
    case .array(.array(.double)):
      return Value(sizes: ["\(text).count", "\(text)[0].count"]) { "\(text)[\($0[0])][\($0[1])]" }
    default: return nil
    }
  }

  private static func spelled(
    _ symbol: Expression.Operator, _ a: String, _ b: String
  ) -> String {
    switch symbol {
    case .power: "pow(\(a.withoutOuterBrackets), \(b.withoutOuterBrackets))"
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      "(\(a) \(symbol.rawValue) \(b) ? 1 : 0)"
    default: "(\(a) \(symbol.rawValue) \(b))"
    }
  }

  private func each(_ value: Value, _ write: @escaping (String) -> String) -> Value {
    Value(sizes: value.sizes) { write(value.entry($0)) }
  }

  private func combined(
    _ a: Value, _ b: Value, _ write: @escaping (String, String) -> String
  ) -> Value? {
    let (long, short) = a.sizes.count >= b.sizes.count ? (a, b) : (b, a)
    // Of two directions the one that is not repeated says how long the result is.
    let offset = long.sizes.count - short.sizes.count
    let sizes = long.sizes.enumerated().map { place, size in
      size == "1" && place >= offset ? short.sizes[place - offset] : size
    }
    return Value(sizes: sizes) { write(a.broadcast($0), b.broadcast($0)) }
  }

  private static func transposed(_ value: Value) -> Value {
    guard value.sizes.count == 2 else { return value }
    return Value(sizes: value.sizes.reversed()) { value.entry($0.reversed()) }
  }

  // MARK: Sums

  /// A sum over so many terms, under an index of its own.
  private mutating func sum(_ size: String, _ term: (String) -> String) -> String {
    count += 1
    let index = "k\(count)"
    return "(0..<\(size)).reduce(0.0) { sum, \(index) in sum + \(term(index)) }"
  }

  private mutating func product(_ a: Value, _ b: Value) -> Value? {
    count += 1
    let index = "k\(count)"
    func summed(_ size: String, _ term: String) -> String {
      "((0..<\(size)).reduce(0.0) { sum, \(index) in sum + \(term) })"
    }
    switch (a.sizes.count, b.sizes.count) {
    case (1, 1):
      return .number(summed(a.sizes[0], "\(a.entry([index])) * \(b.entry([index]))"))
    case (2, 1):
      return Value(sizes: [a.sizes[0]]) {
        summed(a.sizes[1], "\(a.entry([$0[0], index])) * \(b.entry([index]))")
      }
    case (1, 2):
      return Value(sizes: [b.sizes[1]]) {
        summed(a.sizes[0], "\(a.entry([index])) * \(b.entry([index, $0[0]]))")
      }
    case (2, 2):
      return Value(sizes: [a.sizes[0], b.sizes[1]]) {
        summed(a.sizes[1], "\(a.entry([$0[0], index])) * \(b.entry([index, $0[1]]))")
      }
    default: return nil
    }
  }

  /// The sum over all entries.
  private mutating func total(_ value: Value) -> String? {
    switch value.sizes.count {
    case 0: return value.entry([])
    case 1: return sum(value.sizes[0]) { value.entry([$0]) }
    case 2:
      let inner = count + 1
      count += 1
      let row = "k\(inner)"
      let columns = sum(value.sizes[1]) { value.entry([row, $0]) }
      return "(0..<\(value.sizes[0])).reduce(0.0) { sum, \(row) in sum + \(columns) }"
    default: return nil
    }
  }

  // MARK: Functions

  private mutating func call(_ function: Function, _ arguments: [Expression]) -> Value? {
    if function == .softmax { return softmax(arguments[0]) }
    let text = Expression(.call(function, arguments)).text
    guard let first = value(arguments[0]) else { return nil }
    switch function {
    case .exp, .log, .sqrt, .abs, .tanh:
      return each(first) { "\(function.rawValue)(\($0.withoutOuterBrackets))" }
    case .sigmoid: return each(first) { "(1 / (1 + exp(-\($0))))" }
    case .relu: return each(first) { "max(0, \($0.withoutOuterBrackets))" }
    case .square: return each(first) { "pow(\($0.withoutOuterBrackets), 2)" }
    case .identity: return first
    case .softplus: return each(first) { "log(1 + exp(\($0.withoutOuterBrackets)))" }
    case .max where arguments.count == 2, .min where arguments.count == 2:
      guard let second = value(arguments[1]) else { return nil }
      return combined(first, second) {
        "\(function.rawValue)(\($0.withoutOuterBrackets), \($1.withoutOuterBrackets))"
      }
    case .sum: return total(first).map { Value.number("(\($0))") }
    case .mean where first.sizes.count == 1:
      return total(first).map { Value.number("(\($0) / Double(\(first.sizes[0])))") }
    case .norm:
      let squares = each(first) { "pow(\($0.withoutOuterBrackets), 2)" }
      return total(squares).map { name("sqrt(\($0))", as: "norm", for: text) }
    case .dot:
      guard let second = value(arguments[1]), first.sizes.count == 1 else { return nil }
      return product(first, second).map { name($0.entry([]), as: "product", for: text) }
    case .outer:
      guard let second = value(arguments[1]), first.sizes.count == 1, second.sizes.count == 1
      else { return nil }
      return Value(sizes: first.sizes + second.sizes) {
        "(\(first.entry([$0[0]])) * \(second.entry([$0[1]])))"
      }
    case .diag where first.sizes.count == 1:
      return Value(sizes: [first.sizes[0], first.sizes[0]]) {
        "(\($0[0]) == \($0[1]) ? \(first.entry([$0[0]])) : 0)"
      }
    case .column where first.sizes.count == 1:
      return Value(sizes: [first.sizes[0], "1"]) { first.entry([$0[0]]) }
    case .row where first.sizes.count == 1:
      return Value(sizes: ["1", first.sizes[0]]) { first.entry([$0[1]]) }
    case .transpose: return SwiftReference.transposed(first)
    case .rowSums, .rowMeans: return alongRows(first, isMean: function == .rowMeans)
    case .columnSums, .columnMeans:
      return alongRows(SwiftReference.transposed(first), isMean: function == .columnMeans)
    default: return nil
    }
  }

  private mutating func alongRows(_ value: Value, isMean: Bool) -> Value? {
    guard value.sizes.count == 2 else { return nil }
    count += 1
    let index = "k\(count)"
    return Value(sizes: [value.sizes[0]]) {
      let sum =
        "(0..<\(value.sizes[1])).reduce(0.0) { sum, \(index) in sum + \(value.entry([$0[0], index])) }"
      return isMean ? "(\(sum) / Double(\(value.sizes[1])))" : "(\(sum))"
    }
  }

  private func slope(_ function: Function, _ value: Value) -> Value? {
    switch function {
    case .sigmoid:
      each(value) { "(1 / (1 + exp(-\($0))) * (1 - 1 / (1 + exp(-\($0)))))" }
    case .tanh: each(value) { "(1 - pow(tanh(\($0.withoutOuterBrackets)), 2))" }
    case .relu: each(value) { "(\($0) > 0 ? 1 : 0)" }
    case .exp: each(value) { "exp(\($0.withoutOuterBrackets))" }
    case .log: each(value) { "(1 / \($0))" }
    case .square: each(value) { "(2 * \($0))" }
    case .identity: each(value) { _ in "1" }
    default: nil
    }
  }

  /// The shares of the exponentials, without overflow.
  private mutating func softmax(_ argument: Expression) -> Value? {
    let text = "softmax(\(argument.text))"
    if let known = named[text] { return known }
    guard let logits = value(argument), logits.sizes.count == 1 else { return nil }
    count += 1
    let number = named.isEmpty ? "" : "\(count)"
    let size = logits.sizes[0]
    lines += [
      "let logits\(number) = (0..<\(size)).map { i in "
        + "\(logits.entry(["i"]).withoutOuterBrackets) }",
      "// The largest is taken off first: the shares stay what they are, and no exponential overflows.",
      "let largest\(number) = logits\(number).max() ?? 0",
      "let powers\(number) = logits\(number).map { exp($0 - largest\(number)) }",
      "let total\(number) = powers\(number).reduce(0, +)",
      "let shares\(number) = powers\(number).map { $0 / total\(number) }",
    ]
    let value = Value(sizes: ["shares\(number).count"]) { "shares\(number)[\($0[0])]" }
    named[text] = value
    return value
  }

  /// A number that gets a name, since it is the same for every entry.
  private mutating func name(_ calculation: String, as name: String, for text: String) -> Value {
    if let known = named[text] { return known }
    count += 1
    let word = "\(name)\(count)"
    lines.append("let \(word) = \(calculation.withoutOuterBrackets)")
    let value = Value.number(word)
    named[text] = value
    return value
  }
}

extension String {
  /// The text without brackets around all of it.
  fileprivate var withoutOuterBrackets: String {
    guard first == "(", last == ")" else { return self }
    var depth = 0
    for (place, character) in enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, place < count - 1 { return self }
    }
    return String(dropFirst().dropLast())
  }
}
