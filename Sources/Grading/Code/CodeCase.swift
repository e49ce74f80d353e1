import Signatures

/// One call of a student's function with what must come back.
struct CodeCase: Hashable, Sendable {
  let arguments: [FunctionValue]
  let expected: FunctionValue
}
