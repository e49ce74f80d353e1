/// One call of a student's function with what must come back.
package struct CodeCase: Hashable, Sendable {
  package let arguments: [FunctionValue]
  let expected: FunctionValue
}
