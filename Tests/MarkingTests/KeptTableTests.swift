import Synchronization
import Testing

@testable import Diagnosis

@Suite("A table of what was worked out")
struct KeptTableTests {
  @Test("a value is worked out once for all copies, as long as there is room")
  func once() {
    let table = KeptTable<Int, String>()
    let copy = table
    let made = Mutex(0)
    func value(_ table: KeptTable<Int, String>, _ key: Int) -> String {
      table.value(of: key) {
        made.withLock { $0 += 1 }
        return "\(key)"
      }
    }
    #expect(value(table, 1) == "1" && value(copy, 1) == "1" && copy[1] == "1" && table[2] == nil)
    #expect(made.withLock { $0 } == 1)
    // Whatever else is asked for, what comes back is the key's own value.
    for key in 0..<3000 { #expect(value(table, key) == "\(key)") }
    #expect(table[0] == nil && table[2999] == "2999")
    #expect(value(copy, 0) == "0")
  }
}
