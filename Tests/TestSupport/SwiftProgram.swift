import Foundation

/// A program of the corpus in `Tests/SwiftPrograms`: what somebody might hand in, and what they are told.
///
/// A file of the corpus holds many, each like this:
///
///     ==== np-exp: 16.4-jacobian
///     softmaxJacobian unreadable
///     | 'exp' is a function of its own in Swift
///     ----
///     import Foundation
///     …
///
/// A line with a bar is part of what is said of the step above it.
package struct SwiftProgram: Sendable {
  package let name: String
  package let exercise: String
  package var expectations: [Expectation] = []
  package var source = ""

  /// What is to come of a step.
  package struct Expectation: Sendable {
    package let step: String
    package let status: String
    /// Parts of what is said.
    package var says: [String] = []
  }

  /// The programs of a text, in its order.
  package static func all(in text: String) -> [SwiftProgram] {
    var programs: [SwiftProgram] = []
    var isHead = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("==== ") {
        let words = line.dropFirst(5).split(separator: ":").map { $0.drop { $0 == " " } }
        programs.append(SwiftProgram(name: String(words[0]), exercise: String(words[1])))
        isHead = true
      } else if isHead {
        if line == "----" {
          isHead = false
        } else if line.hasPrefix("| "), let last = programs.last?.expectations.indices.last {
          programs[programs.count - 1].expectations[last].says.append(String(line.dropFirst(2)))
        } else {
          let words = line.split(separator: " ")
          programs[programs.count - 1].expectations.append(
            Expectation(step: String(words[0]), status: String(words[1])))
        }
      } else if !programs.isEmpty {
        programs[programs.count - 1].source += line + "\n"
      }
    }
    return programs
  }

  /// All programs of the corpus.
  package static func corpus() throws -> [SwiftProgram] {
    let folder = URL(fileURLWithPath: ProjectFolder.path)
      .appendingPathComponent("Tests/SwiftPrograms")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .flatMap { name in
        all(in: try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      }
  }
}
