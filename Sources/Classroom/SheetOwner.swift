import Answers
import Exercises
import Gradebooks
import LocatedJSON
import Marking
import Reports

/// Whoever handed in sheets, against whom is held what these say of themselves.
///
/// Whose work it is, the class folder and the roster say; the name on a sheet moves no points
/// anywhere.
struct SheetOwner: Sendable {
  /// What the student is known by, the id first, and those who handed in the same work.
  private var names: [String]
  /// The names that the sheets have borne so far.
  private var signatures: Set<String> = []

  init(_ student: ClassFolder.Student) {
    names = [student.id]
    for name in [student.name] + student.aliases + student.partners
    where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
  }

  /// A remark on a sheet that bears somebody else's name, once for each name.
  mutating func remark(on submission: Submission, in file: String) -> Message? {
    guard let name = submission.student, !name.isEmpty, signatures.insert(name).inserted,
      !names.contains(where: { $0.maySign(as: name) })
    else { return nil }
    return .isSigned(file, name)
  }

  /// What is odd about whose sheet it is, where everyone has another one.
  func problems(
    with submission: Submission, in file: String, of exercise: Exercise
  ) -> [Message] {
    let isNumbers = exercise.hasOwnNumbers
    guard isNumbers || exercise.steps.contains(where: \.hasOwnOrder) else { return [] }
    let name = submission.student ?? ""
    var problems: [Message] = []
    if !name.isEmpty {
      if !names.contains(where: { $0.isSame(as: name) }) {
        problems.append(.isElses(file, name, isNumbers: isNumbers))
      }
    } else if isNumbers, names.count > 1 {
      // Letters of a sheet without a name are in the order of the file. Numbers may have been drawn
      // for any of several names.
      problems.append(.namesNobody(file, names[0]))
    }
    if isNumbers {
      let numbers = StatedNumbers(of: exercise.dealt(to: name.isEmpty ? names[0] : name))
      if let stranger = numbers.stranger(in: submission.source.bytes) {
        problems.append(.hasOtherNumbers(file, stranger))
      }
    }
    return problems
  }
}

extension Step {
  /// Whether its letters mean something else for every student.
  fileprivate var hasOwnOrder: Bool {
    assignment?.remark("x") != nil
  }
}

extension String {
  /// Whether two names are the same person's: the same id, or the same words in any order.
  ///
  /// Moodle puts a team and a hyphen before the name.
  fileprivate func isSame(as name: String) -> Bool {
    let (own, other) = (matchingKey, name.matchingKey)
    return own == other || own.hasSuffix("-" + other)
      || (!nameKey.isEmpty && nameKey == name.nameKey)
  }

  /// Whether somebody of this name may well sign as another: with words left out, or with more.
  fileprivate func maySign(as name: String) -> Bool {
    // Nearly every sheet bears the name as it is.
    if self == name || isSame(as: name) { return true }
    func words(_ text: String) -> Set<Substring> {
      Set(text.nameKey.split(separator: " ").filter { $0.count > 1 })
    }
    let (own, other) = (words(self), words(name))
    return !own.isEmpty && !other.isEmpty && (own.isSubset(of: other) || other.isSubset(of: own))
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func isSigned(_ file: String, _ name: String) -> Message {
    "\(file: file) is signed \(Quotation(name))"
  }

  fileprivate static func namesNobody(_ file: String, _ id: String) -> Message {
    "\(file: file) names no student, and is marked on the numbers of \(Quotation(id))"
  }

  fileprivate static func isElses(_ file: String, _ name: String, isNumbers: Bool) -> Message {
    "\(file: file) is the sheet of \(Quotation(name)), and is marked "
      + (isNumbers ? "on those numbers" : "in that order")
  }

  fileprivate static func hasOtherNumbers(
    _ file: String, _ number: (name: String, stated: String, own: String)
  ) -> Message {
    "\(file: file) was made for other numbers: \(name: number.name) is \(Quotation(number.stated)) "
      + "there, and now \(words: number.own), on which it is marked"
  }
}
