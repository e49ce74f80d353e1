import Answers
import Exercises
import LocatedJSON
import Marking

/// What is done with something that was pasted: it answers a step of every shape and kind.
enum PastedProbe {
  /// What is put into pasted forms, LaTeX among them.
  static let words: [String] = [
    "array(", "tensor(", "np.", "dtype=float32", "grad_fn=<", "Matrix{Float64}", "\\begin{pmatrix}",
    "\\end{pmatrix}", "\\begin{", "\\end{", "\\left(", "\\right)", "\\frac{", "\\hat{", "\\cdot",
    "\\delta^{(2)}", "_{", "^{", "&", "\\\\", "$$", "$", "\\", "{", "}", "[", "]", "(", ")", ",",
    ";", "|", "=", "≈", "·10⁻³", "10^", "⁻", "²", "ᵀ", "−", "0.5", "0,5", ".5", "5.", "1e308",
    "1/3", "nan", "...", "…", "\u{FF10}", "\u{FEFF}", "\u{0}", "\u{202E}", "x", "W1", "%", "*", "#",
  ]

  private static let exercise = try? Exercise(
    reading: SourceText(
      name: "fuzz.json",
      text: """
        { "id": "fuzz", "title": "t", "statement": "s", "given": { "u": [0.1, -0.2, 0.3] }, "steps": [
          { "name": "v", "formula": "1 * u" }, { "name": "M", "formula": "outer([1, 2], u)" },
          { "name": "s", "formula": "sum(u)" }, { "name": "n", "kind": "count", "formula": "3" },
          { "name": "f", "kind": "formula", "formula": "(a - y) * n", "variables": {
            "a": { "from": 0.05, "to": 0.95 }, "y": { "from": 0, "to": 1 }, "n": { "from": 1, "to": 9 } } } ] }
        """), kinds: AnswerKinds.steps)

  static func reads(_ bytes: [UInt8]) throws(FuzzFault) -> Bool {
    guard let exercise else { throw FuzzFault(description: "the probe's own exercise is broken") }
    let text = String(decoding: bytes, as: UTF8.self)
    let sheet = ["v", "M", "s", "n", "f"].map { "\($0) = \(text)\n" }.joined()
    let source = SourceText(name: "fuzz.answers", text: sheet)
    guard let submission = try? Submission(reading: source, as: .answers) else { return false }
    var marker = Marker(exercise)
    let feedback = marker.mark(submission)
    try SheetProbe.expectDocumented(feedback)
    return feedback.steps.contains { ![.unreadable, .unanswered].contains($0.status) }
  }
}
