import Answers
import Foundation
import Gradebooks
import Grading

extension String {
  /// A name less the `-1` or ` (1)` that a system puts behind a second file of the same name.
  var withoutCopyNumber: String {
    let isBracketed = hasSuffix(")")
    let digits = (isBracketed ? dropLast() : self[...]).reversed().prefix(while: \.isASCIIDigit)
    let head = dropLast(digits.count + (isBracketed ? 1 : 0))
    let mark = isBracketed ? " (" : "-"
    guard !digits.isEmpty, head.hasSuffix(mark), head.count > mark.count else { return self }
    return String(head.dropLast(mark.count))
  }
}

extension StringProtocol {
  /// Whether there is nothing but digits from 0 to 9, and at least one.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
