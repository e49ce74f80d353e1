import Answers
import Gradebooks
import LocatedJSON

extension StudentRecord {
  /// Takes over what the class folder knows of the student.
  mutating func add(_ student: ClassFolder.Student) {
    name = String(student.name.unicodeScalars.prefix(StudentRecord.longestName)).shownOnOneLine
    if student.name == id { name = "" }
    aliases = student.aliases
    isLate = student.isLate
    origin = student.files.first?.path.first ?? ""
    remarks = student.remarks
    problems = student.problems
  }
}
