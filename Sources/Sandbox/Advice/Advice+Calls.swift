/// Functions that are given what they do not take.
extension CompilerAdvice {
  static let calls = [
    functionOfList, initialiserOfList, missingLabel, extraLabel, wrongLabel, order,
    missingArgument, address,
  ]

  private static let functionOfList = CompilerAdvice(
    "function-of-list",
    [
      .body(
        "_ z: [Double]) -> [Double]", "  let e = exp(z)\n  return e",
        mends: "  let e = z.map { exp($0) }"),
      .body(
        "_ z: [Double]) -> [Double]", "  return pow(z, 2)", mends: "  return z.map { pow($0, 2) }"),
      .body(
        "_ z: [Double]) -> [Double]", "  return max(0, z)", mends: "  return z.map { max(0, $0) }"),
      .body("_ z: [Double]) -> [Double]", "  return abs(z)", mends: "  return z.map { abs($0) }"),
      .program(
        """
        import Foundation
        func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
        func f(_ z: [Double]) -> [Double] {
          return sigmoid(z)
        }

        """, mends: "  return z.map { sigmoid($0) }"),
      .body(
        "_ z: [Double]) -> [Double]", "  let e = exp(-z)\n  return e",
        mends: "  let e = z.map { exp(-$0) }"),
    ]
  ) { complaint in
    guard let (call, list, shape) = complaint.callWithList else { return nil }
    let line = complaint.line
    let name = line.text(call.name)
    let entries = line.text(list)
    let isNegative = entries.hasPrefix("-")
    let sentence = "'\(name)' takes a number; for every entry of a list, use map"
    let body = { (entry: String) -> String in
      let arguments = call.arguments.map {
        $0 == list ? (isNegative ? "-" : "") + entry : line.text($0)
      }
      return "\(name)(\(arguments.joined(separator: ", ")))"
    }
    return complaint.mended(
      sentence, about: name, call.whole,
      with: Elementwise.map(isNegative ? String(entries.dropFirst()) : entries, shape: shape, body))
  }

  private static let initialiserOfList = CompilerAdvice(
    "numbers-from-list",
    [
      .body(
        "_ n: [Int]) -> [Double]", "  return Double(n)", mends: "  return n.map { Double($0) }")
    ]
  ) { complaint in
    guard complaint.error.message.hasPrefix("no exact matches in call to initializer"),
      let call = complaint.line.call(at: complaint.place), call.arguments.count == 1
    else { return nil }
    let argument = complaint.line.text(call.arguments[0])
    let shape = complaint.shape(of: argument)
    if shape == .number { return nil }
    let name = complaint.line.text(call.name)
    return complaint.mended(
      "\(name)(…) makes one number; for every entry of a list, use map", call.whole,
      with: Elementwise.map(argument, shape: shape) { "\(name)(\($0))" })
  }

  // MARK: Labels

  private static let missingLabel = CompilerAdvice(
    "missing-label",
    [
      .program(
        """
        func square(z: Double) -> Double { z * z }
        func f(_ x: Double) -> Double {
          return square(x)
        }

        """, mends: "  return square(z: x)"),
      .program(
        """
        func scaled(_ z: Double, by factor: Double) -> Double { z * factor }
        func f(_ x: Double) -> Double {
          return scaled(x, 2)
        }

        """, mends: "  return scaled(x, by: 2)"),
    ]
  ) { complaint in
    guard let found = complaint.fits("missing argument label '*' in call") else { return nil }
    // Where it is missing the compiler shows under the line, if not at the place itself.
    let shown = complaint.error.marks.last.flatMap { CodeLine($0).range(of: found[0]) }
    let place = min(shown?.lowerBound ?? complaint.place, complaint.line.count)
    return complaint.mended(
      "A parameter without '_' before its name is given with that name", about: found[0],
      place..<place, with: "\(found[0]) ")
  }

  private static let extraLabel = CompilerAdvice(
    "extra-label",
    [
      .program(
        """
        func square(_ z: Double) -> Double { z * z }
        func f(_ x: Double) -> Double {
          return square(z: x)
        }

        """, mends: "  return square(x)")
    ]
  ) { complaint in
    guard let found = complaint.fits("extraneous argument label '*' in call"),
      let label = complaint.line.range(of: found[0], from: max(0, complaint.place - 1))
    else { return nil }
    let end = complaint.line.nextCharacter(from: label.upperBound) ?? label.upperBound
    return complaint.mended(
      "A parameter declared with '_' is given without a name", about: found[0],
      label.lowerBound..<end, with: "")
  }

  private static let wrongLabel = CompilerAdvice(
    "wrong-label",
    [
      .program(
        """
        func scaled(_ z: Double, by factor: Double) -> Double { z * factor }
        func f(_ x: Double) -> Double {
          return scaled(x, factor: 2)
        }

        """, mends: "  return scaled(x, by: 2)")
    ]
  ) { complaint in
    guard
      let found = complaint.fits("incorrect argument label in call (have '*', expected '*')")
        ?? complaint.fits("incorrect argument labels in call (have '*', expected '*')"),
      let call = complaint.line.call(at: complaint.place)
        ?? complaint.line.call(around: complaint.place + 1)
        ?? complaint.line.call(around: complaint.place)
    else { return nil }
    let labels = found[1].split(separator: ":").map(String.init)
    guard labels.count == call.arguments.count else { return nil }
    let arguments = zip(labels, call.arguments).map { label, range -> String in
      let argument = complaint.line.text(range)
      let value = argument.split(separator: ":", maxSplits: 1)
      let hasLabel = value.count == 2 && value[0].allSatisfy { $0.isLetter || $0.isNumber }
      let bare = hasLabel ? String(value[1].drop { $0 == " " }) : argument
      return label == "_" ? bare : "\(label): \(bare)"
    }
    return complaint.mended(
      "Arguments are given with the names in the declaration, '_' being none", call.whole,
      with: "\(complaint.line.text(call.name))(\(arguments.joined(separator: ", ")))")
  }

  private static let order = CompilerAdvice(
    "argument-order",
    [
      .program(
        """
        func difference(a: Double, b: Double) -> Double { a - b }
        func f(_ x: Double) -> Double {
          return difference(b: 1, a: x)
        }

        """, mends: "  return difference(a: x, b: 1)")
    ]
  ) { complaint in
    guard let found = complaint.fits("argument '*' must precede argument '*'"),
      let call = complaint.line.call(around: complaint.place)
    else { return nil }
    var arguments = call.arguments.map { complaint.line.text($0) }
    guard let later = arguments.firstIndex(where: { $0.hasPrefix("\(found[0]):") }),
      let earlier = arguments.firstIndex(where: { $0.hasPrefix("\(found[1]):") })
    else { return nil }
    arguments.insert(arguments.remove(at: later), at: earlier)
    return complaint.mended(
      "Named arguments keep the order of the declaration; Python lets them change places",
      call.whole,
      with: "\(complaint.line.text(call.name))(\(arguments.joined(separator: ", ")))")
  }

  private static let missingArgument = CompilerAdvice(
    "missing-argument",
    [
      .program(
        """
        func difference(_ a: Double, _ b: Double = 1) -> Double { a - b }
        func g(_ a: Double, _ b: Double) -> Double { a + b }
        func f(_ x: Double) -> Double {
          return g(x)
        }

        """, mends: "")
    ]
  ) { complaint in
    guard let found = complaint.fits("missing argument for parameter *in call") else { return nil }
    let which = found[0].split(separator: " ").first.map(String.init) ?? ""
    let declaration = complaint.error.notes.first.map { " as declared in line \($0.line)" } ?? ""
    return complaint.told(
      "The call needs one more argument\(which.isEmpty ? "" : ", number or name \(which)")\(declaration)"
    )
  }

  private static let address = CompilerAdvice(
    "inout-argument",
    [
      .program(
        """
        func step(_ w: inout [Double]) { w[0] = 1 }
        func f(_ z: [Double]) -> [Double] {
          var w = z
          step(w)
          return w
        }

        """, mends: "  step(&w)")
    ]
  ) { complaint in
    guard
      complaint.fits("passing value of type '*' to an inout parameter requires explicit '&'") != nil
    else { return nil }
    return complaint.mended(
      "What a function may change is handed over with '&' before it",
      complaint.place..<complaint.place, with: "&")
  }
}

extension Complaint {
  /// A call one of whose arguments is a list where a number is wanted.
  fileprivate var callWithList: (CodeLine.Call, list: Range<Int>, Shape)? {
    if fits("no exact matches in call to global function '*'") != nil,
      let call = line.call(at: place),
      let list = call.arguments.first(where: { shape(of: unsigned($0)) != .number })
    {
      return (call, list, shape(of: unsigned(list)))
    }
    if fits("unary operator '-' cannot be applied to an operand of type '[*") != nil,
      let call = line.call(around: place), NumPyFunction.ofNumbers.contains(line.text(call.name)),
      let list = call.arguments.first(where: { $0.lowerBound == place })
    {
      return (call, list, shape(of: unsigned(list)))
    }
    guard let (list, shape) = unwantedList, let call = line.call(around: place) else { return nil }
    let argument = call.arguments.first {
      $0 == list || ($0.lowerBound == list.lowerBound - 1 && $0.upperBound == list.upperBound)
    }
    return argument.map { (call, $0, shape) }
  }

  private func unsigned(_ range: Range<Int>) -> String {
    let text = line.text(range)
    return text.hasPrefix("-") ? String(text.dropFirst()) : text
  }
}
