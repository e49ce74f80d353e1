import Answers
import Formulas
import LocatedJSON
import Marking
import Numerics

extension WorkTrace {
  /// The most entries of one answer that are looked at.
  private static let mostEntries = 40
  private static let longestLabel = 60

  /// What there is in a sheet to tell it by.
  ///
  /// - Parameters:
  ///   - feedback: What was said about it, with what the student handed in.
  ///   - program: The student's Swift; nil where there is none.
  ///   - template: What students were given to begin with.
  package static func all(
    in feedback: Feedback, program: [UInt8]?, template: SwiftShape
  ) -> [WorkTrace] {
    let answers = feedback.steps.enumerated().flatMap { traces(of: $1, at: $0) }
    let shape = program.map { SwiftShape($0).prints(beyond: template) } ?? []
    return answers + shape.sorted().map { WorkTrace(.shape, step: -1, key: $0, label: "") }
  }

  private static func traces(of step: StepFeedback, at place: Int) -> [WorkTrace] {
    // What follows from an earlier answer shows nothing that this has not shown.
    guard step.status == .incorrect || step.status == .partial else { return [] }
    if let diagnosis = step.diagnosis {
      let reason = diagnosis.edits + [diagnosis.step ?? "", diagnosis.formula ?? ""]
      let words = diagnosis.gists.isEmpty ? diagnosis.edits : diagnosis.gists.texts
      return [trace(.slip, reason, place, "\(step.name): \(words.joined(separator: ", "))")]
    }
    switch step.given {
    case .text(let text):
      let bare = text.filter { !$0.isWhitespace }
      return bare.isEmpty ? [] : [trace(.text, [bare], place, "\(step.name) = \(text)")]
    case .value(let value):
      return value.entries.prefix(mostEntries).enumerated().map { index, number in
        let text = NumberText.shortest(number)
        let sort: Sort = significantDigits(text) > 2 ? .digits : .fewDigits
        let entry = value.entries.count == 1 ? "" : "[\(index + 1)]"
        return trace(sort, ["\(index)", text], place, "\(step.name)\(entry) = \(text)")
      }
    case nil: return []
    }
  }

  private static func trace(
    _ sort: Sort, _ parts: [String], _ place: Int, _ label: String
  ) -> WorkTrace {
    var hash = FNV1a()
    hash.add(UInt64(sort.rawValue))
    hash.add(UInt64(place))
    for part in parts {
      hash.add(part.utf8)
      hash.add([0])
    }
    return WorkTrace(
      sort, step: place, key: hash.value, label: String(label.shownOnOneLine.prefix(longestLabel)))
  }

  /// How many digits a number has from the first that is not 0 to the last that is not.
  private static func significantDigits(_ text: String) -> Int {
    let mantissa = text.prefix { $0 != "e" }.filter(\.isASCIIDigit)
    let digits = mantissa.drop { $0 == "0" }
    return digits.count - digits.reversed().prefix { $0 == "0" }.count
  }
}
