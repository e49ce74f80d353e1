import Backpropagation
import Formulas
import LocatedJSON
import Numerics

/// An exercise: a small program whose values are asked for step by step.
package struct Exercise: Sendable {
  package let id: String
  package let title: String
  package let origin: String?
  /// Where it stands in a course.
  package let place: CoursePlace
  /// What to do as the file has it, with `{{name}}` for the value of a given.
  let template: String
  /// What to do, in Markdown with `$…$` for mathematics.
  package internal(set) var statement = ""
  package let followThrough: FollowThrough
  package let coarse: CoarseAnswers
  package let repeatedSlips: RepeatedSlips
  /// The values the student chooses, such as initial weights.
  package let choices: [Choice]
  package let steps: [Step]
  package let remarks: [Remark]
  package let checks: [GradientCheck]
  package internal(set) var network: NetworkBlock?
  package let program: Program
  /// What the program's values are.
  package let quantities: Quantities
  /// The givens with their values, in the order of the file.
  package internal(set) var givens: [(slot: Program.Slot, value: Tensor)]
  /// What is drawn for each student, in the order of the file.
  package let draws: [Draw]
  /// Whose numbers the givens have; nil where everybody's are the same, or none have been dealt.
  package internal(set) var student: String?

  /// The text the exercise was read from.
  package let source: SourceText
  /// Where further formulas over the exercise's values can be compiled.
  package let builder: ProgramBuilder

  /// The number from which entries are counted, 1 or 0.
  package var indexBase: Int { program.indexBase }

  /// The steps that ask for a value of the program.
  package var valueSteps: [ValueStep] { steps.compactMap { $0.value } }

  package var outOf: Double { steps.reduce(0) { $0 + $1.points } }

  /// The step of that name; `δ1` and `delta1` are the same.
  package func step(named name: String) -> Step? {
    let name = Formula.canonicalName(name)
    return steps.first { $0.name == name }
  }

  /// An evaluation with the givens in place and the choices still to be made.
  package func evaluation() -> Evaluation {
    var evaluation = Evaluation(program)
    for given in givens { evaluation.set(given.slot, to: given.value) }
    return evaluation
  }

  /// Values for the choices, drawn at random but the same on every machine.
  package func drawnChoices(_ number: Int) -> [(slot: Program.Slot, value: Tensor)] {
    var generator = SplitMix64(seededBy: "\(id)/verification/\(number)")
    return choices.map { choice in
      let shape = program.shape(of: choice.slot)
      let entries = (0..<shape.count).map { _ in
        (generator.number(from: -1, to: 1) * 100).rounded() / 100
      }
      return (choice.slot, Tensor(shape: shape, entries: entries))
    }
  }
}

extension Exercise {
  /// A value the student chooses.
  package struct Choice: Sendable {
    package let name: String
    package let text: String
    package let slot: Program.Slot
  }

  /// How much a step earns that is right on the student's own, wrong earlier values.
  package enum FollowThrough: String, CaseIterable, Sendable {
    case full
    case half
    case none

    /// The share of the points.
    package var credit: Double {
      switch self {
      case .full: 1
      case .half: 0.5
      case .none: 0
      }
    }
  }

  /// How much a value earns that is right as far as it goes, but has too few digits.
  package enum CoarseAnswers: String, CaseIterable, Sendable {
    case half
    case none
    case full

    /// The share of the points.
    package var credit: Double {
      switch self {
      case .half: 0.5
      case .none: 0
      case .full: 1
      }
    }
  }

  /// Whether one slip that is made in several steps is charged once.
  package enum RepeatedSlips: String, CaseIterable, Sendable {
    case once
    case each
  }

  /// Something to say about chosen values, whatever the marks.
  package struct Remark: Sendable {
    /// The remark applies where this value is 0.
    package let when: Program.Slot
    package let says: String
  }
}
