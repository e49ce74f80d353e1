/// A student's Swift file with the calls to be made of its functions.
///
/// It holds inputs and nothing else: what the results ought to be is known only to whoever asks.
package struct FunctionJob: Hashable, Sendable {
  /// The bytes of the file, unchanged.
  package let source: [UInt8]
  /// The functions that the exercise declares.
  package let functions: [Signature]
  /// The calls, in the order in which they are made.
  package let calls: [Call]

  /// Ready functions that the file may call.
  package var library: [ReadyFunction] = []
  /// Calls, by their places, that are made once more after all others: whether they give the same.
  package var again: [Int] = []

  /// One call of one function.
  package struct Call: Hashable, Sendable {
    /// The function's place in ``FunctionJob/functions``.
    package let function: Int
    /// One argument for each parameter, of its type.
    package let arguments: [FunctionValue]

    package init(function: Int, arguments: [FunctionValue]) {
      self.function = function
      self.arguments = arguments
    }
  }

  package init(source: [UInt8], functions: [Signature], calls: [Call]) {
    self.source = source
    self.functions = functions
    self.calls = calls
  }
}
