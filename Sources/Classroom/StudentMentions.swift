import Answers
import Exercises
import Formulas
import Gradebooks
import Grading
import Marking

/// What a student is known by, wherever it is said on that student's pages.
///
/// A message says itself where it speaks of a student's file or shows what was typed; its numbers,
/// formulas and names are never touched. In what was typed a mention has to be told from what merely
/// looks like it: an id may be `1`, `0.5` or `a1` where a number or a step is meant.
struct StudentMentions {
  private let label: String
  /// The words that can be nothing but a name, wherever they stand.
  private let names: [String]
  private let id: String

  /// - Parameters:
  ///   - label: What stands for the student.
  ///   - exercise: The exercise whose names, numbers and formulas may be meant in what was typed.
  init(of record: StudentRecord, calledAs label: String, in exercise: Exercise) {
    self.label = label
    id = record.id
    names = [record.id, record.name].filter { !$0.isEmpty && !$0.hasMeaning(in: exercise) }
  }

  /// The feedback with another name for the student.
  func hidden(in feedback: Feedback) -> Feedback {
    var feedback = feedback
    feedback.notes = feedback.notes.map(hidden)
    for index in feedback.steps.indices {
      feedback.steps[index].says = feedback.steps[index].says.map(hidden)
      if case .text(let text)? = feedback.steps[index].given {
        feedback.steps[index].given = .text(hidden(inTyped: text))
      }
    }
    return feedback
  }

  private func hidden(in message: Message) -> Message {
    Message(
      message.parts.map { part in
        switch part {
        case .file(let name): .file(hidden(inTyped: name))
        case .quotation(let text): .quotation(hidden(inTyped: text))
        case .listing(let line, let caret): .listing(hidden(inTyped: line), caret: caret)
        case .words, .name, .number, .formula, .authored, .place, .heading: part
        }
      })
  }

  private func hidden(inTyped text: String) -> String {
    names.reduce(hiddenFiles(in: text)) { $0.replacingWord($1, with: label) }
  }

  /// A file that is called as the student is a mention, whatever else the word may mean.
  private func hiddenFiles(in text: String) -> String {
    var text = text
    for ending in [".answers", ".json", ".swift", ".txt", ".zip"] where text.contains(id + ending) {
      text = text.replacingWord(id + ending, with: label + ending)
    }
    return text
  }
}

extension String {
  /// Whether the word may be a number, or a name in a formula of an exercise.
  fileprivate func hasMeaning(in exercise: Exercise) -> Bool {
    if !contains(where: \.isLetter) || Double(self) != nil { return true }
    if Function(rawValue: self) != nil || exercise.step(named: self) != nil { return true }
    return exercise.program.slot(named: self) != nil || isSymbol
  }

  /// Whether the word is written as symbols in formulas are: one letter or two, and a number.
  private var isSymbol: Bool {
    let letters = prefix(while: \.isLetter)
    return letters.count <= 2 && dropFirst(letters.count).allSatisfy(\.isASCIIDigit)
  }

  /// The text with a name in it replaced, where the name stands by itself.
  func replacingWord(_ name: String, with other: String) -> String {
    if name.isEmpty || !contains(name) { return self }
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: name) {
      let before = rest[..<range.lowerBound].last ?? result.last
      let after = rest[range.upperBound...].first
      let isWord = [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
      result += rest[..<range.lowerBound] + (isWord ? other : name)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
