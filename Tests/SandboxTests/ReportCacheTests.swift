import FunctionMarking
import Testing

@testable import Sandbox

@Suite("Reports that are kept")
struct ReportCacheTests {
  private static func job(_ number: Int) -> FunctionJob {
    FunctionJob(source: Array("// \(number)".utf8), functions: [.number], calls: [])
  }

  private static func report(of size: Int) -> FunctionReport {
    var report = FunctionReport(.succeeded)
    report.outcomes = [.returned(.array(Array(repeating: .double(1), count: size)))]
    return report
  }

  @Test("are the latest ones, as many as a bound on all they hold allows")
  func bounded() {
    var cache = ReportCache()
    let size = ReportCache.largest / 10
    for number in 0..<30 { cache.keep(Self.report(of: size), on: Self.job(number)) }
    let kept = (0..<30).filter { cache[Self.job($0)] != nil }
    #expect(kept == Array(21..<30))
    #expect(cache.size <= ReportCache.largest)
    cache.keep(Self.report(of: ReportCache.largest), on: Self.job(99))
    #expect(cache[Self.job(99)] == nil)
    #expect(cache[Self.job(29)] != nil)
  }

  @Test("are 256 at most, and one that comes again is counted once")
  func counted() {
    var cache = ReportCache()
    for number in 0..<300 { cache.keep(Self.report(of: 3), on: Self.job(number)) }
    #expect(cache[Self.job(43)] == nil)
    #expect(cache[Self.job(44)] != nil)
    let size = cache.size
    cache.keep(Self.report(of: 3), on: Self.job(299))
    #expect(cache.size == size)
  }
}
