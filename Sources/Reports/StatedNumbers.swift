import Exercises

/// The numbers that an answer sheet states it was made for, where everyone has others.
package struct StatedNumbers {
  /// The line that they stand under.
  static let heading = "# Your numbers, drawn for the student above."

  private let own: [(name: String, value: String)]

  /// - Parameter exercise: The exercise with the numbers of the student.
  package init(of exercise: Exercise) {
    own = exercise.ownNumbers.map { ($0.name, $0.value.inDecimals) }
  }

  /// The lines of a sheet.
  var lines: [String] { own.map { "# \($0.name) = \($0.value)" } }

  /// The first number that a sheet states otherwise than it is drawn now, as after a change to the
  /// exercise; nil where all agree, or none is stated.
  package func stranger(in sheet: [UInt8]) -> (name: String, stated: String, own: String)? {
    var isBehindHeading = false
    for line in sheet.split(separator: 0x0A) {
      let text = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
      if text == StatedNumbers.heading {
        isBehindHeading = true
        continue
      }
      guard isBehindHeading else { continue }
      // What stands behind the numbers are questions and answers.
      guard let (name, stated) = StatedNumbers.parts(of: text) else { return nil }
      guard let number = own.first(where: { $0.name == name }) else { return nil }
      if number.value != stated { return (name, stated, number.value) }
    }
    return nil
  }

  /// The name and the value of a line `# NAME = VALUE`.
  private static func parts(of line: String) -> (name: String, stated: String)? {
    let words = line.split(separator: " ", maxSplits: 3)
    guard words.count == 4, words[0] == "#", words[2] == "=" else { return nil }
    var stated = words[3]
    while stated.last == " " { stated.removeLast() }
    return (String(words[1]), String(stated))
  }
}
