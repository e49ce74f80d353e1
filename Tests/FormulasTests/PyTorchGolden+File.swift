import Foundation
import TestSupport
import Testing

extension PyTorchGolden {
  /// Formulas over some inputs, each a step that later ones may name, with PyTorch's values of them.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Step: Decodable, Sendable {
      let name: String
      let formula: String
      let value: String
    }

    let name: String
    let inputs: [String: String]
    let steps: [Step]

    var testDescription: String { name }
  }

  /// What `Tests/Autograd/make_golden.py` has written.
  static func cases() throws -> [Case] {
    let text = try ProjectFolder.text(of: "Tests/FormulasTests/Golden/pytorch.json")
    return try JSONDecoder().decode([Case].self, from: Data(text.utf8))
  }
}
