import FunctionMarking

/// A Swift file that calls one of the student's functions from outside.
///
/// It is compiled with the student's file, so whatever the student declares could stand in the
/// way: standard names are written with their module, no operator is used, and the function is
/// assigned to a constant of exactly the declared type, so that any other is an error right here.
struct Adapter {
  let signature: Signature
  /// The function's place in the job.
  package let place: Int
  /// How it is called where it is not declared quite as it should be; nil for its own name.
  var call: Call?

  /// A call of a function that is declared in another way, and can be called all the same.
  struct Call: Hashable {
    /// Its name, with the types that it stands in.
    let name: String
    /// The label of each argument, nil for none; empty where no argument has one.
    let labels: [String?]
    /// Which arguments the function may change.
    let isInout: [Bool]
  }

  var fileName: String { "adapter\(place).swift" }

  /// How a compiler names what is the standard library's own.
  enum Standard: String, CaseIterable {
    /// Nothing that a student declares can hide it; since Swift 6.3.
    case selector = "Swift::"
    /// Hidden by a type of the name `Swift`.
    case member = "Swift."
  }

  func source(_ standard: Standard) -> String {
    source.replacing("Swift::", with: standard.rawValue)
  }

  /// A file that declares the function and no more; nil where it is called in another way.
  func stub(_ standard: Standard) -> String? {
    guard call == nil else { return nil }
    let parameters = signature.parameters.enumerated().map { index, parameter in
      let label = parameter.label.map { "`\($0)`" } ?? "_"
      return "\(label) __p\(index): \(Adapter.spell(parameter.type))"
    }
    let text = """
      func `\(signature.name)`(\(parameters.joined(separator: ", "))) \
      -> \(Adapter.spell(signature.result)) { Swift::fatalError() }

      """
    return text.replacing("Swift::", with: standard.rawValue)
  }

  private var source: String {
    var lines = [
      "@_cdecl(\"backmark_call_\(place)\")",
      "public func __backmark_call_\(place)(",
      "  _ __read: @convention(c) (Swift::UnsafeMutableRawPointer?, Swift::Int, Swift::Int) -> Swift::Void,",
      "  _ __write: @convention(c) (Swift::UnsafeRawPointer, Swift::Int, Swift::Int) -> Swift::Void",
      ") {",
    ]
    if call == nil { lines.append(function) }
    for (index, parameter) in signature.parameters.enumerated() {
      lines += Adapter.read(parameter.type, into: "__a\(index)")
    }
    if let call {
      lines += result(of: call)
    } else {
      let list = signature.parameters.indices.map { "__a\($0)" }.joined(separator: ", ")
      lines.append("  let __result = __function(\(list))")
    }
    lines += Adapter.write(signature.result, from: "__result", depth: 0)
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// The function as a constant of exactly its type, which is compiled fastest.
  private var function: String {
    let types = signature.parameters.map { Adapter.spell($0.type) }.joined(separator: ", ")
    let labels = signature.parameters.map { "\($0.label ?? "_"):" }.joined()
    let name = "`\(signature.name)`" + (labels.isEmpty ? "" : "(\(labels))")
    return "  let __function: (\(types)) -> \(Adapter.spell(signature.result)) = \(name)"
  }

  /// What the function gives back, called as it is declared; one that throws ends the program.
  private func result(of call: Call) -> [String] {
    var lines: [String] = []
    let arguments = signature.parameters.indices.map { index -> String in
      let label = index < call.labels.count ? call.labels[index].map { "`\($0)`: " } ?? "" : ""
      guard index < call.isInout.count, call.isInout[index] else { return "\(label)__a\(index)" }
      lines.append("  var __c\(index) = __a\(index)")
      return "\(label)&__c\(index)"
    }
    return lines + [
      "  let __result: \(Adapter.spell(signature.result))",
      "  do { __result = try \(call.name)(\(arguments.joined(separator: ", "))) }",
      "  catch { Swift::fatalError(\"'\(signature.name)' throws an error\") }",
    ]
  }

  // MARK: - Types

  private static func spell(_ type: ValueType) -> String {
    switch type {
    case .int: "Swift::Int"
    case .bool: "Swift::Bool"
    case .double: "Swift::Double"
    case .array(let element): "Swift::Array<\(spell(element))>"
    case .tuple(let members):
      "(" + members.map { "`\($0.label)`: \(spell($0.type))" }.joined(separator: ", ") + ")"
    }
  }

  /// The bytes of a number, and what to begin with; nil for what has parts.
  private static func number(_ type: ValueType) -> (size: Int, start: String)? {
    switch type {
    case .int: (8, "0")
    case .bool: (1, "false")
    case .double: (8, "0")
    case .array, .tuple: nil
    }
  }

  // MARK: - Reading

  // What follows is what this compiler compiles fastest of all that means the same; an adapter
  // written as anybody would costs a third of the whole compilation.

  private static func read(_ type: ValueType, into name: String) -> [String] {
    if let number = number(type) {
      return [
        "var \(name): \(spell(type)) = \(number.start)", "__read(&\(name), 1, \(number.size))",
      ].map(indent)
    }
    guard case .array(let element) = type else { return [] }
    if let number = number(element) {
      let count = "\(name)n"
      return [
        "var \(count): Swift::Int = 0", "__read(&\(count), 1, 8)",
        "let \(name) = \(spell(type))(unsafeUninitializedCapacity: \(count)) { __b, __c in",
        "  __read(__b.baseAddress, \(count), \(number.size))", "  __c = \(count)", "}",
      ].map(indent)
    }
    let (inner, more) = ("\(name)e", "\(name)m")
    let begin = [
      "var \(name) = \(spell(type))()", "var \(more): Swift::Bool = false",
      "__read(&\(more), 1, 1)", "while \(more) {",
    ]
    let end = ["  \(name).append(\(inner))", "  __read(&\(more), 1, 1)", "}"]
    return (begin + read(element, into: inner) + end).map(indent)
  }

  // MARK: - Writing

  private static func write(_ type: ValueType, from name: String, depth: Int) -> [String] {
    if let number = number(type) {
      let copy = "__w\(depth)"
      return [
        "do {", "  var \(copy): \(spell(type)) = \(name)",
        "  __write(&\(copy), 1, \(number.size))", "}",
      ].map(indent)
    }
    if case .tuple(let members) = type {
      return members.enumerated().flatMap { index, member in
        write(member.type, from: "\(name).\(index)", depth: depth)
      }
    }
    guard case .array(let element) = type else { return [] }
    if let number = number(element) {
      let count = "__n\(depth)"
      return [
        "do {", "  var \(count): Swift::Int = \(name).count", "  __write(&\(count), 1, 8)",
        "  __write(\(name), \(count), \(number.size))", "}",
      ].map(indent)
    }
    let (inner, more) = ("__e\(depth)", "__m\(depth)")
    let begin = [
      "do {", "  var \(more): Swift::Bool = true", "  for \(inner) in \(name) {",
      "    __write(&\(more), 1, 1)",
    ]
    let end = ["  }", "  \(more) = false", "  __write(&\(more), 1, 1)", "}"]
    return (begin + write(element, from: inner, depth: depth + 1) + end).map(indent)
  }

  private static func indent(_ line: String) -> String { "  \(line)" }
}
