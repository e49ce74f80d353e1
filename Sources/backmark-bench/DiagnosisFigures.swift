import Answers
import Exercises
import Formulas
import LocatedJSON
import Marking

/// How long it takes to say why one step is wrong.
enum DiagnosisFigures: FigureGroup {
  static let name = "diagnosis"
  static let summary = "one wrong step marked and its reason looked for"

  static func figures(_ settings: Settings, in folder: String) throws -> [Figure] {
    try Case.all.map { try figure($0, settings) }
  }

  /// A wrong value of δ1 or of ∂L/∂W1, everything before it being right.
  private struct Case {
    let sizes: [Int]
    let step: String
    /// Whether δ1 was computed without σ′, or is a number without a reason.
    let hasReason: Bool
    /// Whether the exercise was never marked before, so that its edits have to be made.
    var isFirst = false
    let target: Double

    static let all = [
      Case(sizes: [10, 10, 10], step: "delta1", hasReason: true, target: 1e-3),
      Case(sizes: [10, 10, 10], step: "delta1", hasReason: false, target: 1e-3),
      Case(sizes: [10, 10, 10], step: "dW1", hasReason: true, target: 1e-3),
      Case(sizes: [10, 10, 10], step: "dW1", hasReason: false, target: 1e-3),
      Case(sizes: [784, 100, 10], step: "delta1", hasReason: true, isFirst: true, target: 1),
      Case(sizes: [784, 100, 10], step: "dW1", hasReason: true, isFirst: true, target: 1),
      Case(sizes: [784, 100, 10], step: "dW1", hasReason: false, isFirst: true, target: 1),
    ]

    var title: String {
      let network = sizes.map(String.init).joined(separator: "-")
      let reason = hasReason ? "a reason" : "no reason"
      return "\(network), wrong \(step) with \(reason)" + (isFirst ? ", first of all" : "")
    }

    var name: String {
      let network = sizes.map(String.init).joined(separator: "-")
      return "\(DiagnosisFigures.name)/\(network)-\(step)\(hasReason ? "" : "-no-reason")"
    }
  }

  private static func figure(_ item: Case, _ settings: Settings) throws -> Figure {
    let exercise = try NetworkExercise(sizes: item.sizes, asks: [item.step]).read()
    let fresh = Marker(exercise)
    let submission = try submission(item, exercise)
    var marker = fresh
    var found = false
    func mark() {
      let feedback = marker.mark(submission)
      found = feedback.steps[0].diagnosis != nil
    }
    let runs: [Double]
    if item.isFirst {
      runs = (0..<settings.runs(5)).map { _ in
        marker = fresh
        return Stopwatch.seconds(mark)
      }
    } else {
      mark()
      runs = Stopwatch.secondsEach(runs: settings.runs(21), mark)
    }
    return Figure(
      name: item.name, title: item.title, unit: .seconds, target: .atMost(item.target), runs: runs,
      note: found == item.hasReason ? nil : found ? "a reason was found" : "no reason was found")
  }

  private static func submission(_ item: Case, _ exercise: Exercise) throws -> Submission {
    var evaluation = exercise.evaluation()
    evaluation.run()
    let slots = ["delta1", "W2", "delta2", "x"].compactMap(exercise.program.slot(named:))
    let (delta1, W2) = (evaluation.value(of: slots[0]), evaluation.value(of: slots[1]))
    let (delta2, x) = (evaluation.value(of: slots[2]), evaluation.value(of: slots[3]))
    let count = delta1.shape.count
    let wrong = (0..<count).map { j in
      let sum = (0..<delta2.shape.count).reduce(0) { $0 + W2[$1 * count + j] * delta2[$1] }
      return item.hasReason ? sum : delta1[j] * (1.2 + 0.1 * Double(j % 7))
    }
    let value =
      item.step == "delta1"
      ? "\(wrong)" : "\(wrong.map { d in x.entries.map { d * $0 } })"
    return try Submission(
      reading: SourceText(name: "a.answers", text: "\(item.step) = \(value)\n"), as: .answers)
  }
}
