import SystemCalls
import Testing

@Suite("Work on all cores")
struct ConcurrentTests {
  @Test("results stand in the order of the elements")
  func order() {
    #expect((0..<1000).map { $0 }.concurrentMap { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect([Int]().concurrentMap { $0 } == [])
  }
}
