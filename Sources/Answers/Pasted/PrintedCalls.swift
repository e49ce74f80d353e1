/// The names of types and functions that printers put around values: `tensor(…, dtype=…)`.
struct PrintedCalls {
  private let text: PastedText
  private var output: [Unicode.Scalar] = []
  private var place = 0

  /// Takes them out; false where one of them does something to the value.
  static func drop(_ text: inout PastedText) -> Bool {
    guard text.scalars.contains(where: { $0.isLetter }) else { return true }
    var reader = PrintedCalls(text)
    guard reader.read(until: text.scalars.count) else { return false }
    text.scalars = reader.output
    return true
  }

  private init(_ text: PastedText) { self.text = text }

  private mutating func read(until end: Int) -> Bool {
    while place < end {
      // A letter within a number is its exponent.
      guard let word = text.word(at: place), text[place - 1]?.isDigit != true else {
        output.append(text.scalars[place])
        place += 1
        continue
      }
      let last = text.spelling(word).split(separator: ".").last.map { $0.lowercased() } ?? ""
      var next = word.upperBound
      if text[next] == "{", let close = text.closing(of: next) { next = close + 1 }
      guard PrintedCalls.names.contains(last), let open = text[next] else {
        output += text.scalars[word]
        place = word.upperBound
        continue
      }
      if open == "[" {
        place = next
        continue
      }
      guard open == "(", let close = text.closing(of: next), close < end else { return false }
      guard call(next, close) else { return false }
      place = close + 1
    }
    return true
  }

  private mutating func call(_ open: Int, _ close: Int) -> Bool {
    var values: [Range<Int>] = []
    for argument in arguments(open, close) {
      let range = text.trimmed(argument)
      if range.isEmpty { continue }
      if let word = text.word(at: range.lowerBound) {
        let next = text.skippingBlanks(from: word.upperBound)
        if next < range.upperBound, text[next] == "=" {
          guard PrintedCalls.options.contains(text.spelling(word)) else { return false }
          continue
        }
        // A type, such as np.float32.
        if word.upperBound == range.upperBound { continue }
      }
      values.append(range)
    }
    guard !values.isEmpty else { return false }
    if values.count > 1 { output.append("[") }
    for (index, value) in values.enumerated() {
      if index > 0 { output += [",", " "] }
      place = value.lowerBound
      guard read(until: value.upperBound) else { return false }
    }
    if values.count > 1 { output.append("]") }
    return true
  }

  /// What stands between the commas of a call.
  private func arguments(_ open: Int, _ close: Int) -> [Range<Int>] {
    var arguments: [Range<Int>] = []
    var start = open + 1
    var depth = 0
    var quote: Unicode.Scalar?
    for place in open + 1..<close {
      let scalar = text.scalars[place]
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case "'": quote = "'"
      case "(", "[", "{", "<": depth += 1
      case ")", "]", "}", ">": depth -= 1
      case "," where depth == 0:
        arguments.append(start..<place)
        start = place + 1
      default: break
      }
    }
    return arguments + [start..<close]
  }

  private static let names: Set<String> = [
    "array", "asarray", "tensor", "matrix", "mat", "ndarray", "devicearray", "eagertensor",
    "parameter", "variable", "constant", "vector", "list", "tuple", "c", "rbind", "float",
    "float16", "float32", "float64", "double", "cgfloat", "int", "int32", "int64", "vec", "print",
    "series", "dataframe",
  ]
  private static let options: Set<String> = [
    "dtype", "device", "grad_fn", "requires_grad", "shape", "name", "numpy", "weak_type", "ndmin",
    "copy", "size", "sharding", "backend",
  ]
}
