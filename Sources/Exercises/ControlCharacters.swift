import LocatedJSON

/// Characters in an author's texts that terminals and pages would act on instead of showing them.
///
/// An exercise may come from anywhere, and its title is printed as it stands: with an escape it could
/// rewrite what stands on the screen, with a bidirectional control what is read of a formula.
struct ControlCharacters {
  let report: ProblemReport

  /// Reports the first such character of every text, keys included.
  func refuse(in root: LocatedValue) {
    var waiting = [root]
    while let value = waiting.popLast() {
      switch value.kind {
      case .string(let text):
        check(text, spelledBy: LocatedString(text: text, range: value.range))
      case .array(let items): waiting += items.reversed()
      case .object(let members):
        for member in members {
          check(
            member.name, spelledBy: LocatedString(text: member.name, range: member.nameRange))
        }
        waiting += members.reversed().map { $0.value }
      default: break
      }
    }
  }

  private func check(_ text: String, spelledBy string: LocatedString) {
    let scalars = Array(text.unicodeScalars)
    let place = scalars.indices.first { index in
      ControlCharacters.isActive(scalars[index])
        && !ControlCharacters.endsLine(at: index, of: scalars)
    }
    guard let place else { return }
    report.report(
      .active(scalars[place]), at: report.range(ofCharacter: place, in: string))
  }

  /// Whether a carriage return stands before a new line, as on Windows.
  private static func endsLine(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
  }

  /// Whether a character is a control, or changes the direction of what follows.
  ///
  /// Marks of direction change only that of their neighbours, and are needed.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func active(_ scalar: Unicode.Scalar) -> String {
    "the control character U+\(scalar.value.hexadecimalSpelling(digits: 4)) must not stand in a text: "
      + "terminals and pages would act on it"
  }
}
