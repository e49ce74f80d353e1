import Answers
import Diagnosis
import LocatedJSON
import Marking
import Numerics

/// The reasons found for wrong answers, and how often each.
struct MistakeTable: Sendable {
  /// A reason at a step.
  struct Mistake: Sendable {
    let step: Int
    let diagnosis: Explanation?
    /// What was said to the first student it befell.
    let words: String
    fileprivate(set) var count = 0
    /// The first students it befell.
    fileprivate(set) var students: [String] = []
  }

  private struct Key: Hashable, Sendable {
    let step: Int
    let kind: Explanation.Kind?
    let edits: [String]
    let source: String?
    /// The author's formula; other formulas differ only in what they were applied to.
    let formula: String?
    /// What the author says of a mistake in a function, which has no formula.
    let sentence: String?
  }

  private var mistakes: [Key: Mistake] = [:]
  /// Mistakes that came when the table was full.
  private(set) var others = 0

  private static let mostMistakes = Limits.reportMistakes
  private static let mostStudents = 3
  private static let longestWords = 300

  mutating func add(_ step: StepFeedback, at index: Int, by student: String) {
    guard step.status == .incorrect || step.status == .partial else { return }
    let diagnosis = step.diagnosis
    let key = Key(
      step: index, kind: diagnosis?.kind, edits: diagnosis?.edits ?? [], source: diagnosis?.step,
      formula: diagnosis?.kind == .mistake ? diagnosis?.formula : nil,
      sentence: diagnosis?.kind == .mistake && diagnosis?.formula == nil
        ? step.says.first?.text : nil)
    if mistakes[key] == nil {
      guard mistakes.count < MistakeTable.mostMistakes else {
        others += 1
        return
      }
      let words = step.says.joined(by: " ").text
      mistakes[key] = Mistake(
        step: index, diagnosis: diagnosis, words: words.cut(to: MistakeTable.longestWords))
    }
    mistakes[key]?.count += 1
    if let count = mistakes[key]?.students.count, count < MistakeTable.mostStudents {
      mistakes[key]?.students.append(student)
    }
  }

  /// The most frequent mistakes, the most frequent first.
  func commonest(_ most: Int) -> [Mistake] {
    Array(
      mistakes.values.sorted {
        ($1.count, $0.step, $0.words, $0.name) < ($0.count, $1.step, $1.words, $1.name)
      }.prefix(most))
  }
}

extension MistakeTable.Mistake {
  /// The reason in a few words.
  var name: String {
    guard let diagnosis else { return "no reason found" }
    if diagnosis.kind == .mistake { return "foreseen" }
    if !diagnosis.gists.isEmpty { return diagnosis.gists.texts.joined(separator: ", ") }
    return diagnosis.edits.map { String($0.map { $0 == "-" ? " " : $0 }) }.joined(separator: ", ")
  }
}

extension String {
  /// Whether there are more characters than that; no more than bytes, which are quickly counted.
  package func isLonger(than length: Int) -> Bool { utf8.count > length && count > length }

  /// The text, or its beginning up to the end of a word.
  func cut(to length: Int) -> String {
    guard isLonger(than: length) else { return self }
    let start = prefix(length)
    return start.prefix(upTo: start.lastIndex(of: " ") ?? start.endIndex) + " …"
  }
}
