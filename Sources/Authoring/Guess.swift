import Exercises
import Formulas
import FunctionMarking
import Marking
import Numerics

/// A way of filling in a sheet that takes no knowledge at all.
struct Guess: Sendable {
  /// What is done, as in "who only … earns two points".
  let words: String
  /// At how many steps it may be right by luck: once for each number that it is made of.
  var luckySteps = 1
  /// What is written for a value of some shape, at a step of the sheet, counted from 0; nil leaves it out.
  var value: @Sendable (Shape, _ step: Int) -> AuthorTrial.Written? = { _, _ in nil }
  /// What is written where a formula is asked for.
  var formula: String?
  /// What is written where a person reads the answer.
  var text: String?
  /// What is picked of what a page offers; nil leaves it out.
  var pick: @Sendable (AnswerControl) -> String? = { _ in nil }
  /// What functions return.
  var function: GuessedFunction?

  /// Every guess that is tried on an exercise.
  static func all(for exercise: Exercise) -> [Guess] {
    [0, 1, -1, 0.5].map { Guess.constant($0) }
      + [0, -1, 0.5].flatMap { [inTurn(1, $0), inTurn($0, 1)] }
      + [identity, notANumber, nearlyOne, nearlyNothing, pasted(exercise.statement)]
      + copies(in: exercise) + picks
      + (exercise.steps.contains(where: \.isAnsweredInSwift) ? GuessedFunction.all : [])
      .map { Guess(words: $0.words, function: $0) }
  }

  private static func constant(_ number: Double) -> Guess {
    let text = NumberText.shortest(number)
    return Guess(
      words: "writes \(text) everywhere",
      value: { shape, _ in
        .value(Tensor(shape: shape, entries: Array(repeating: number, count: shape.count)))
      },
      formula: text, function: .constant(number))
  }

  /// Ones on the diagonal, and nothing where there is none.
  private static let identity = Guess(
    words: "writes the identity everywhere",
    value: { shape, _ in
      guard case .matrix(let rows, let columns) = shape, rows > 1, columns > 1 else { return nil }
      let entries = (0..<shape.count).map { $0 / columns == $0 % columns ? 1.0 : 0 }
      return .value(Tensor(shape: shape, entries: entries))
    }, function: .identity)

  private static let notANumber = Guess(
    words: "writes nan everywhere", value: { _, _ in .text("nan") }, formula: "0/0",
    function: .constant(.nan))

  /// No two alike, but so near that a mean or a copy of any is any.
  private static let nearlyOne = numbers("writes nearly 1 everywhere") { 1 + Double($0) * 1e-9 }

  /// No two alike, but all so small that what is computed from any is as good as 0.
  private static let nearlyNothing = numbers("writes next to nothing everywhere") {
    Double($0) * 1e-13
  }

  /// One answer or entry this, the next one that.
  private static func inTurn(_ first: Double, _ second: Double) -> Guess {
    let words = "\(NumberText.shortest(first)) and \(NumberText.shortest(second))"
    var guess = numbers("writes \(words) in turn") { $0.isMultiple(of: 2) ? second : first }
    guess.luckySteps = 2
    return guess
  }

  /// The statement, where words are asked for.
  private static func pasted(_ statement: String) -> Guess {
    Guess(words: "pastes the statement everywhere", text: statement)
  }

  /// Values of numbers by their places on the sheet, from 1 on.
  private static func numbers(
    _ words: String, _ number: @escaping @Sendable (Int) -> Double
  ) -> Guess {
    Guess(
      words: words,
      value: { shape, step in
        let entries = (0..<shape.count).map { number(step + $0 + 1) }
        return .value(Tensor(shape: shape, entries: entries))
      })
  }

  /// Each given by itself, wherever something of its shape is asked for.
  private static func copies(in exercise: Exercise) -> [Guess] {
    exercise.givens.map { given in
      let name = exercise.program.name(of: given.slot)
      return Guess(
        words: "copies \(name) everywhere",
        value: { shape, _ in shape == given.value.shape ? .value(given.value) : nil },
        formula: name)
    }
  }
}
