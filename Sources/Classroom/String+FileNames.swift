import Answers
import Foundation
import Gradebooks
import Grading
import Numerics

extension String {
  /// A name less the `-1` or ` (1)` that a system puts behind a second file of the same name.
  var withoutCopyNumber: String {
    let isBracketed = utf8.last == UInt8(ascii: ")")
    let mark = (isBracketed ? " (" : "-").utf8
    let numbered = utf8.dropLast(isBracketed ? 1 : 0)
    guard let last = numbered.lastIndex(where: { !$0.isDigit }) else { return self }
    let head = numbered[...last]
    guard head.count < numbered.count, head.count > mark.count,
      head.suffix(mark.count).elementsEqual(mark)
    else { return self }
    return String(Substring(head.dropLast(mark.count)))
  }
}

extension StringProtocol {
  /// Whether there is nothing but digits from 0 to 9, and at least one.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
