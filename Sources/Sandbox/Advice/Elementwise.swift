/// Arithmetic on lists as Swift has it: entry by entry, with map and zip.
enum Elementwise {
  typealias Shape = Complaint.Shape

  /// `left operation right` for numbers and lists of any shape, as NumPy means it.
  static func text(
    _ left: String, _ leftShape: Shape, _ operation: String, _ right: String, _ rightShape: Shape
  ) -> String {
    switch (leftShape, rightShape) {
    case (.number, .number): return "\(left) \(operation) \(right)"
    case (.vector, .number): return map(left) { "\($0) \(operation) \(right)" }
    case (.number, .vector): return map(right) { "\(left) \(operation) \($0)" }
    case (.vector, .vector): return zip(left, right) { "\($0) \(operation) \($1)" }
    case (.matrix, .number):
      return map(left) { row in map(row, "entry") { "\($0) \(operation) \(right)" } }
    case (.number, .matrix):
      return map(right) { row in map(row, "entry") { "\(left) \(operation) \($0)" } }
    case (.matrix, .vector):
      return map(left) { row in zip(row, right) { "\($0) \(operation) \($1)" } }
    case (.vector, .matrix):
      return map(right) { row in zip(left, row) { "\($0) \(operation) \($1)" } }
    case (.matrix, .matrix):
      return "zip(\(left), \(right)).map { zip($0, $1).map { $0 \(operation) $1 } }"
    }
  }

  /// A function of every number in a list.
  static func map(_ list: String, shape: Shape, _ body: (String) -> String) -> String {
    shape == .matrix ? map(list) { map($0, "entry", body) } : map(list, body)
  }

  /// `list.map { body }`, with a name for the entry where `$0` is taken already.
  private static func map(_ list: String, _ body: (String) -> String) -> String {
    let anonymous = body("$0")
    let isTaken = anonymous.contains("{") || body("").contains("$")
    return isTaken
      ? "\(list).map { row in \(body("row")) }" : "\(list).map { \(anonymous) }"
  }

  private static func map(_ list: String, _ name: String, _ body: (String) -> String) -> String {
    body("").contains("$")
      ? "\(list).map { \(name) in \(body(name)) }" : "\(list).map { \(body("$0")) }"
  }

  private static func zip(
    _ left: String, _ right: String, _ body: (String, String) -> String
  ) -> String {
    let isTaken = (left + right).contains("$")
    return isTaken
      ? "zip(\(left), \(right)).map { a, b in \(body("a", "b")) }"
      : "zip(\(left), \(right)).map { \(body("$0", "$1")) }"
  }

  /// The matrix times a vector, or the product of two vectors.
  static func product(_ left: String, _ leftShape: Shape, _ right: String, _ rightShape: Shape)
    -> String
  {
    switch (leftShape, rightShape) {
    case (.matrix, .matrix):
      "\(left).map { row in \(right)[0].indices.map { j in zip(row, \(right)).map { $0 * $1[j] }"
        + ".reduce(0, +) } }"
    case (.matrix, _): "\(left).map { row in zip(row, \(right)).map(*).reduce(0, +) }"
    default: "zip(\(left), \(right)).map(*).reduce(0, +)"
    }
  }
}
