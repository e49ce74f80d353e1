/// Swift's own trace of a crash, which shows addresses of the runner and helps no student.
enum StackTrace {
  private static let beginning = Array("Current stack trace:\n".utf8)

  /// The bytes without any trace: the line that begins one, and the numbered lines behind it.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard bytes.firstRange(of: beginning) != nil else { return bytes }
    var kept: [UInt8] = []
    var isInside = false
    var rest = bytes[...]
    while let first = rest.first {
      let end = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      if line.elementsEqual(beginning) {
        isInside = true
      } else if !isInside || !(48...57).contains(first) || line.firstRange(of: " 0x".utf8) == nil {
        isInside = false
        kept += line
      }
      rest = rest[end...]
    }
    return kept
  }
}
