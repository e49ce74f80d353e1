import Numerics

/// The names in a program that stand for lists: parameters, and what is taken from them.
struct GivenLists {
  /// How many brackets it takes to get at a number of each.
  private var depths: [String: Int] = [:]

  init(_ signature: Signature, in code: String) {
    for parameter in signature.parameters { depths[parameter.name] = parameter.type.depth }
    for line in code.split(separator: "\n") { take(String(line)) }
  }

  /// Takes the names that a line gives to lists: `let b = biases[l]`, `for (W, b) in zip(…)`.
  private mutating func take(_ line: String) {
    for word in ["let ", "var "] {
      let parts = line.pieces(between: word)
      guard parts.count > 1 else { continue }
      let sides = parts[1].pieces(between: " = ")
      guard sides.count == 2, let depth = depth(of: GivenLists.operand(sides[1])) else { continue }
      depths[GivenLists.operand(sides[0])] = depth
    }
    let loop = line.pieces(between: " in zip(")
    guard loop.count == 2, let names = loop[0].pieces(between: "for (").last else { return }
    let values = String(loop[1].prefix { $0 != ")" }).pieces(between: ",")
    for (name, value) in zip(names.pieces(between: ","), values) {
      guard let depth = depth(of: GivenLists.operand(value)), depth > 0 else { continue }
      depths[GivenLists.operand(name)] = depth - 1
    }
  }

  /// The operand that a text begins with, where it is a list.
  func list(beginning text: String) -> String? {
    let operand = GivenLists.operand(text)
    return depth(of: operand).map { $0 > 0 } == true ? operand : nil
  }

  private func depth(of operand: String) -> Int? {
    let name = String(operand.prefix { $0 != "[" })
    return depths[name].map { $0 - operand.count { $0 == "[" } }
  }

  /// The name that a text begins with, and the entry of it that is meant.
  private static func operand(_ text: String) -> String {
    var depth = 0
    var operand = ""
    for character in text.drop(while: { $0 == " " || $0 == "(" }) {
      if character == "[" { depth += 1 }
      let isPart = character.isLetter || character.isNumber || character == "_"
      if depth == 0, !isPart { break }
      operand.append(character)
      if character == "]" { depth -= 1 }
    }
    return operand
  }
}

extension ValueType {
  /// How many brackets it takes to get at a number.
  fileprivate var depth: Int {
    if case .array(let element) = self { element.depth + 1 } else { 0 }
  }
}
