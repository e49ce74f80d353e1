#if !arch(wasm32)
  import Synchronization
#endif

/// Something worked out once and kept for all copies of whatever asked for it.
///
/// On a machine copies may be on several threads, and one waits while another works it out. A page
/// has one thread.
package final class Kept<Value: Sendable>: Sendable {
  #if arch(wasm32)
    private nonisolated(unsafe) var value: Value
  #else
    private let value: Mutex<Value>
  #endif

  package init(_ value: Value) {
    #if arch(wasm32)
      self.value = value
    #else
      self.value = Mutex(value)
    #endif
  }

  /// Looks at what is kept, and may change it.
  package func update<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    #if arch(wasm32)
      return body(&value)
    #else
      return value.withLock { value in body(&value) }
    #endif
  }
}
