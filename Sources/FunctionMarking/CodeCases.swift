import Exercises
import Numerics

/// The calls that a function is judged by, made once, when first asked for.
///
/// Copies of a task share them, on whatever threads they mark.
package final class CodeCases: Sendable {
  private let inputs: [CodeInput]
  private let key: CodeKey
  private let signature: Signature
  private let base: Int
  private let place: Range<Int>
  private let kept = Kept<Result<[CodeCase], AssignmentFault>?>(nil)

  /// The most calls of one function: enough for a proof, few enough for a class.
  static let most = Limits.calls

  /// - Parameter place: Where the key stands in the exercise file.
  init(
    _ inputs: [CodeInput], _ key: CodeKey, _ signature: Signature, indexBase: Int,
    at place: Range<Int>
  ) {
    self.inputs = inputs
    self.key = key
    self.signature = signature
    base = indexBase
    self.place = place
  }

  /// The calls, or what keeps the key from having a value for one of them.
  func made() -> Result<[CodeCase], AssignmentFault> {
    kept.update { kept in
      if let kept { return kept }
      let result = make()
      kept = result
      return result
    }
  }

  private func make() -> Result<[CodeCase], AssignmentFault> {
    var evaluator = CodeKey.Evaluator(key, signature, indexBase: base)
    var cases: [CodeCase] = []
    for input in inputs {
      for arguments in input.arguments(for: signature) {
        switch evaluator.value(of: arguments) {
        case .failure(let fault):
          let shown = signature.text(of: arguments)
          return .failure(AssignmentFault("for \(shown): \(fault.message)", at: place))
        case .success(let value) where value.numbers.contains { !$0.isFinite }:
          let shown = signature.text(of: arguments)
          return .failure(AssignmentFault("for \(shown) the key is not finite", at: place))
        case .success(let value): cases.append(CodeCase(arguments: arguments, expected: value))
        }
      }
    }
    return .success(cases)
  }
}
