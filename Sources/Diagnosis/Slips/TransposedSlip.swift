import Answers
import Formulas

/// Rows and columns are exchanged.
package enum TransposedSlip: SlipDefinition {
  package static let id = "transposed"
  package static let gist: Message = "exchanged rows and columns"
  package static let examples = [
    SlipExample(
      expected: "[[0.11, 0.22], [0.33, 0.44]]", submitted: "[[0.11, 0.33], [0.22, 0.44]]",
      applies: true),
    SlipExample(
      expected: "[[1.1, 2.2, 3.3], [4.4, 5.5, 6.6], [7.7, 8.8, 9.9]]",
      submitted: "[[1.1, 4.4, 7.7], [2.2, 5.5, 8.8], [3.3, 6.6, 9.9]]", applies: true),
    SlipExample(
      expected: "[[0.11, 0.22], [0.33, 0.44]]", submitted: "[[0.11, 0.22], [0.44, 0.33]]",
      applies: false),
    SlipExample(expected: "0.5", submitted: "0.6", applies: false),
  ]

  package static func explain(_ attempt: Attempt) -> SlipExplanation? {
    guard case .matrix(let rows, let columns) = attempt.expected.shape, rows == columns, rows > 1,
      !attempt.wrong.isEmpty
    else { return nil }
    let turned = attempt.expected.transposed
    let fits = attempt.value.tensor.entries.indices.allSatisfy {
      attempt.agrees($0, with: turned[$0])
    }
    guard fits else { return nil }
    return SlipExplanation(
      says: .transposed(attempt.name), versions: 1, bits: 2.3,
      edit: { Expression(.transpose($0)) })
  }
}

extension Message {
  fileprivate static func transposed(_ name: String) -> Message {
    "\(name: name) is transposed: rows and columns are exchanged."
  }
}
