import Exercises
import Formulas
import LearnersSlips
import TestSupport

@testable import Answers
@testable import Diagnosis
@testable import Marking

/// Wrong submissions written out by hand, with what should be said about them.
struct Corpus {
  /// A wrong submission and the step in question.
  struct Sample: CustomStringConvertible {
    let paper: AnsweredStep
    /// Where the flaws are.
    let part: AnsweredStep.Part
    let flaws: [Flaw]
    /// Each flaw's possible names, in the flaws' order.
    let namings: [[Naming]]
    /// Where it shows.
    let asked: AnsweredStep.Part
    let typing: Typing
    /// Whether only the step in which it shows is handed in.
    let isAlone: Bool
    let answers: String

    var description: String {
      let names = flaws.map { "\($0)" }.joined(separator: " and ")
        .replacing(/\w+\.Curve\./, with: "")
      let place = part == asked ? "" : " seen in \(paper.name(asked))\(isAlone ? " alone" : "")"
      return "\(paper), \(paper.name(part)): \(names)\(place), \(typing)"
    }
  }

  let typing: Typing
  /// Whether the student goes on with the rounded numbers.
  let carriesRounded: Bool

  /// Every flaw alone, everything handed in.
  var singles: [Sample] { AnsweredStep.all.flatMap(singles) }

  func singles(of paper: AnsweredStep) -> [Sample] {
    paper.parts.flatMap { part in
      paper.flaws(in: part).map { flaw, namings in
        sample(paper, part, [flaw], [namings], asked: part) { _ in true }
      }
    }
  }

  /// Everything handed in, and right.
  func rightAnswers(_ paper: AnsweredStep) -> String {
    sample(paper, .loss, [], [], asked: .loss) { _ in true }.answers
  }

  /// Every two flaws of one step that touch different parts of it and both show.
  var pairs: [Sample] {
    AnsweredStep.all.flatMap { paper in
      paper.parts.flatMap { part -> [Sample] in
        let flaws = paper.flaws(in: part)
        return flaws.indices.flatMap { first in
          flaws.indices.compactMap { second in
            guard first < second,
              paper.showsBoth([flaws[first].flaw, flaws[second].flaw], in: part)
            else { return nil }
            return sample(
              paper, part, [flaws[first].flaw, flaws[second].flaw],
              [flaws[first].namings, flaws[second].namings], asked: part
            ) { _ in true }
          }
        }
      }
    }
  }

  /// Every flaw in a step that is not handed in: the next steps show it, or a gradient alone does.
  var hidden: [Sample] {
    AnsweredStep.all.flatMap { paper in
      paper.parts.flatMap { part in
        paper.flaws(in: part).flatMap { flaw, namings -> [Sample] in
          let later = paper.parts.drop { $0 != part }.dropFirst()
          let next = later.first { paper.reads($0).contains(part) }
          guard let next else { return [] }
          var samples = [sample(paper, part, [flaw], [namings], asked: next) { $0 != part }]
          if let gradient = paper.gradient(showing: part) {
            samples.append(
              sample(paper, part, [flaw], [namings], asked: gradient) { $0 == gradient })
          }
          return samples
        }
      }
    }
  }

  func sample(
    _ paper: AnsweredStep, _ part: AnsweredStep.Part, _ flaws: [Flaw], _ namings: [[Naming]],
    asked: AnsweredStep.Part, handingIn isHandedIn: (AnsweredStep.Part) -> Bool
  ) -> Sample {
    var known = paper.givens
    var text = paper.chosen
    for step in paper.parts {
      let value = paper.worked(step, from: known, step == part ? flaws : [])
      let name = paper.name(step)
      // A wrong shape leads no further.
      guard value.isPossible else { continue }
      if isHandedIn(step) { text += "\(name) = \(typing.text(value, rank: paper.rank(step)))\n" }
      known[name] = isHandedIn(step) && carriesRounded ? typing.rounded(value) : value
    }
    return Sample(
      paper: paper, part: part, flaws: flaws, namings: namings, asked: asked, typing: typing,
      isAlone: paper.parts.count(where: isHandedIn) == 1, answers: text)
  }
}

extension AnsweredStep {
  /// What a quantity is worked out from.
  func reads(_ part: Part) -> [Part] {
    switch part {
    case .z(let l): l > 1 ? [.a(l - 1)] : []
    case .a(let l): [.z(l)]
    case .loss: [.a(last)]
    case .delta(last): [.a(last), .z(last)]
    case .delta(let l): [.delta(l + 1), .z(l)]
    case .dW(let l): [.delta(l)] + (l > 1 ? [.a(l - 1)] : [])
    case .db(let l): [.delta(l)]
    case .newW(let l): [.dW(l)]
    case .newB(let l): [.db(l)]
    }
  }

  /// Whether two flaws touch different parts, and neither is without effect beside the other.
  fileprivate func showsBoth(_ flaws: [Flaw], in part: Part) -> Bool {
    if flaws[0].part == flaws[1].part { return false }
    var known = givens
    for step in parts.prefix(while: { $0 != part }) {
      known[name(step)] = worked(step, from: known)
    }
    let both = worked(part, from: known, flaws)
    return !flaws.contains { worked(part, from: known, [$0]).isNear(both) }
  }

  /// The weight gradient in which a slip in forward pass or error signals shows, handed in alone.
  fileprivate func gradient(showing part: Part) -> Part? {
    switch part {
    case .delta: .dW(1)
    case .z, .a: .dW(last)
    default: nil
    }
  }
}

/// What came of a sample.
enum Outcome: Hashable {
  /// The right words are the only ones, or the first of several.
  case named
  /// The right words are among several that the numbers cannot tell apart.
  case amongSeveral
  /// Other words.
  case misnamed
  /// Other words, for a computation that gives the same whatever the numbers.
  case equivalent
  /// No reason is given.
  case unexplained
  /// The slip does not show: the answer is right, or follows from another one.
  case noEffect
}

extension Corpus.Sample {
  /// What feedback says of the step.
  func outcome(_ marker: inout Marker) throws -> (outcome: Outcome, step: StepFeedback) {
    let feedback = marker.mark(try Submission(answers: answers))
    let name = paper.name(asked)
    guard let step = feedback.step(name) else { return (.noEffect, feedback.steps[0]) }
    guard step.status == .incorrect || step.status == .partial else { return (.noEffect, step) }
    guard let diagnosis = step.diagnosis else { return (.unexplained, step) }
    let says = step.says.texts.joined(separator: " ")
    let accounts = Corpus.accounts(in: says)
    let first = accounts[0]
    let isHere = diagnosis.step == (part == asked ? nil : paper.name(part))
    if matches(first), isHere, diagnosis.edits.count == flaws.count, hasEdits(diagnosis.edits) {
      return (.named, step)
    }
    if accounts.dropFirst().contains(where: matches) { return (.amongSeveral, step) }
    return (try isEquivalent(diagnosis) ? .equivalent : .misnamed, step)
  }

  /// Whether the formula that is named gives what the flaws give on other numbers as well.
  fileprivate func isEquivalent(_ diagnosis: Explanation) throws -> Bool {
    let origin = diagnosis.step ?? paper.name(asked)
    guard origin == paper.name(part), let text = diagnosis.formula else { return false }
    for seed in 1...2 {
      let other = paper.renumbered(seed: UInt64(seed))
      let exercise = try Exercise.sample(other.members)
      var builder = exercise.builder
      let slot = try builder.side(try Formula(text))
      var evaluation = Evaluation(builder.build())
      for (name, grid) in other.givens {
        guard let slot = exercise.program.slot(named: name) else { continue }
        let shape = exercise.program.shape(of: slot)
        evaluation.set(slot, to: Tensor(shape: shape, entries: grid.entries))
      }
      for given in exercise.givens { evaluation.set(given.slot, to: given.value) }
      evaluation.run()
      evaluation.run(slot)
      var known = other.givens
      for step in other.parts { known[other.name(step)] = other.worked(step, from: known) }
      let flawed = other.worked(part, from: known, flaws)
      let named = evaluation.value(of: slot).entries
      guard named.count == flawed.entries.count,
        zip(named, flawed.entries).allSatisfy({ abs($0 - $1) <= 1e-9 * max(1, abs($0)) })
      else { return false }
    }
    return true
  }

  private func matches(_ account: String) -> Bool {
    let origin = AnsweredStep.shown(paper.name(part))
    let isThere =
      part == asked
      ? !account.contains(" computed ")
      : account.contains("\(origin) is computed ") || account.contains("\(origin) was computed ")
    return isThere
      && namings.allSatisfy { list in
        list.contains { naming in
          // Within a sentence the first letter is small.
          account.contains((part == asked ? naming.words : naming.condition).dropFirst())
        }
      }
  }

  private func hasEdits(_ edits: [String]) -> Bool {
    namings.allSatisfy { $0.contains { edits.contains($0.edit) } }
  }
}

extension Corpus {
  /// The accounts that feedback offers, one or several.
  static func accounts(in says: String) -> [String] {
    says.split(separator: "; or ").map(String.init)
  }
}
