import Formulas
import LocatedJSON
import Numerics

/// How much calculating an exercise asks for, counted before any of it is done.
///
/// Students' own formulas have such a bound too. Without one a single file could keep a class
/// waiting for minutes: fifty gradients of matrices of 200×200, or a chain of products of 1000×1000.
struct WorkBounds {
  private let exercise: Exercise
  private let program: Program

  /// The most additions and multiplications in all: a second or two.
  private static let most = Limits.verification
  /// The most numbers that are put into the statement in the place of `{{name}}`.
  private static let mostShown = Limits.shown

  init(_ exercise: Exercise) {
    (self.exercise, program) = (exercise, exercise.program)
  }

  /// Reports what goes beyond the bounds.
  func hold(_ report: ProblemReport, statement: Range<Int>?) {
    let items = values + gradients
    let total = items.reduce(0) { $0 + $1.work } * Double(rounds)
    if total > WorkBounds.most, let largest = items.max(by: { $0.work < $1.work }) {
      report.report(
        .tooMuchWork(largest.name, total, WorkBounds.most, rounds), at: largest.place)
    }
    let shown = numbersShown
    if shown > WorkBounds.mostShown {
      report.report(.tooMuchShown(shown, WorkBounds.mostShown), at: statement ?? 0..<0)
    }
  }

  /// For how many draws everything is calculated before anybody is marked.
  private var rounds: Int {
    (exercise.hasOwnNumbers ? Verification.mostVariants : 1)
      * (exercise.choices.isEmpty ? 1 : Verification.mostDraws)
  }

  private struct Item {
    let name: String
    let place: Range<Int>
    let work: Double
  }

  /// What it takes to calculate every value once, and what stands beside it.
  private var values: [Item] {
    let steps = exercise.valueSteps.map { step in
      let slots = step.routes + (step.also + step.mistakes).map { $0.slot }
      return Item(
        name: step.name, place: step.place,
        work: slots.reduce(0) { $0 + program.work(of: $1) })
    }
    let asked = Set(exercise.valueSteps.map { $0.slot })
    let helpers = program.definitions.filter { !asked.contains($0) }.map { slot in
      Item(name: program.name(of: slot), place: 0..<0, work: program.work(of: slot))
    }
    return steps + helpers
  }

  /// What it takes to prove every gradient by reverse mode and by differences.
  private var gradients: [Item] {
    exercise.gradientChecks.compactMap { check in
      guard let loss = program.slot(named: check.loss),
        let parameter = program.slot(named: check.parameter)
      else { return nil }
      let sources = sources(of: loss)
      let moved = sources.intersection(program.dependents(of: parameter))
      func work(_ slots: Set<Program.Slot>) -> Double {
        slots.reduce(0) { $0 + program.work(of: $1) }
      }
      let differences = 2 * min(program.shape(of: parameter).count, Verification.mostDifferences)
      // Entry by entry, each is a loss of its own, and moves one entry.
      let losses = Double(check.lossEntries?.count ?? 1)
      return Item(
        name: check.gradient, place: check.place,
        work: 4 * losses * work(sources) + max(losses, Double(differences)) * work(moved))
    }
  }

  /// A value and everything that it is computed from.
  private func sources(of slot: Program.Slot) -> Set<Program.Slot> {
    var found: Set<Program.Slot> = []
    var waiting = [slot]
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += program.reads(of: next) }
    }
    return found
  }

  private var numbersShown: Int {
    exercise.givens.reduce(0) { sum, given in
      let name = "{{\(program.name(of: given.slot))}}"
      return sum + given.value.entries.count * exercise.template.count(of: name)
    }
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func count(of text: String) -> Int {
    let (bytes, sought) = (Array(utf8), Array(text.utf8))
    guard bytes.count >= sought.count else { return 0 }
    return (0...bytes.count - sought.count).count { start in
      bytes[start] == sought[0] && bytes[start..<start + sought.count].elementsEqual(sought)
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func tooMuchWork(
    _ name: String, _ total: Double, _ most: Double, _ rounds: Int
  ) -> String {
    let often = rounds > 1 ? ", \(rounds) draws of the numbers included" : ""
    return "this exercise needs about \(millions(total)) million operations before anybody is "
      + "marked\(often), most of them for '\(name)'; the most is \(millions(most)) million"
  }

  private static func millions(_ count: Double) -> String {
    NumberText.shortest((count / 1e6).rounded())
  }

  fileprivate static func tooMuchShown(_ count: Int, _ most: Int) -> String {
    "\(count) numbers would stand in the statement in the place of {{…}}; the most is \(most)"
  }
}
