import Formulas
import LocatedJSON

/// Reads an exercise file into an ``Exercise``, reporting everything that is wrong with it.
struct ExerciseReader {
  let report: ProblemReport
  let kinds: [StepKind]

  func read(_ root: LocatedValue) -> Exercise? {
    guard SizeBounds(report: report).hold(for: root) else { return nil }
    ControlCharacters(report: report).refuse(in: root)
    guard
      let object = ObjectReader(
        root, describing: "an exercise", keys: ExerciseKeys.all, report: report)
    else { return nil }
    let id: LocatedString? = object.required(ExerciseKeys.id)
    if let id { checkID(id) }
    let title: String? = object.required(ExerciseKeys.title)
    let statement: String? = object.required(ExerciseKeys.statement)
    let origin: String? = object.optional(ExerciseKeys.source)
    let place = CoursePlace(object, report: report)
    let _: String? = object.optional(ExerciseKeys.schema)
    let tolerance = object.value(ExerciseKeys.tolerance).flatMap {
      Tolerance($0, report: report)
    }
    let word: LocatedString? = object.optional(ExerciseKeys.followThrough)
    let followThrough = word.flatMap {
      Exercise.FollowThrough($0, calling: "a way of following through", report)
    }
    let coarseWord: LocatedString? = object.optional(ExerciseKeys.coarse)
    let coarse = coarseWord.flatMap {
      Exercise.CoarseAnswers($0, calling: "what a coarse answer earns", report)
    }
    let repeatedWord: LocatedString? = object.optional(ExerciseKeys.repeatedSlips)
    let repeated = repeatedWord.flatMap {
      Exercise.RepeatedSlips($0, calling: "a way of charging repeated slips", report)
    }
    let network = object.value(ExerciseKeys.network).flatMap {
      NetworkBlock($0, report: report)
    }
    var values = ValueTable(
      report: report, indexBase: indexBase(object),
      network: network.map { NetworkExpansion(block: $0) })
    values.declareGivens(object.value(ExerciseKeys.given))
    values.declareChoices(object.value(ExerciseKeys.choose))
    var repetitions = RepeatedItems(report: report)
    values.noteHelpers(repetitions.helpers(object.value(ExerciseKeys.define)))
    let items = repetitions.steps(
      values.passages.steps(stepItems(object.requiredValue(ExerciseKeys.steps))))
    let notes = items.compactMap { StepNote($0, kinds: kinds, report: report) }
    let block = object.value(ExerciseKeys.network)
    if block != nil && network == nil || repetitions.isBroken {
      // Steps would be reported for names that the network, or the repetition, would have defined.
      return nil
    }
    values.noteSteps(notes)
    values.noteBrokenSteps(items)
    values.defineNetwork(at: block?.range ?? object.range)
    let steps = notes.compactMap { values.step($0, exercise: tolerance, id: id?.text ?? "") }
    values.finishHelpers()
    let remarks = values.remarks(object.value(ExerciseKeys.remarks))
    let checks = values.checks(repetitions.checks(object.value(ExerciseKeys.checks)))
    guard report.isEmpty, let id, let title, let statement else { return nil }
    let draws = (values.draws + (network?.draws ?? [])).sorted {
      $0.place.lowerBound < $1.place.lowerBound
    }
    let program = values.builder.build()
    values.quantities.enterNames(of: program, steps.compactMap { $0.value })
    let exercise = Exercise(
      id: id.text, title: title, origin: origin, place: place, template: statement,
      followThrough: followThrough ?? .full, coarse: coarse ?? .half,
      repeatedSlips: repeated ?? .once, choices: values.choices, steps: steps,
      remarks: remarks, checks: checks, network: network, program: program,
      quantities: values.quantities, givens: values.givens, draws: draws, source: report.source,
      builder: values.builder)
    WorkBounds(exercise).hold(report, statement: object.value(ExerciseKeys.statement)?.range)
    guard report.isEmpty else { return nil }
    return exercise.numbered(for: "")
  }

  private func checkID(_ id: LocatedString) {
    if !Exercise.isID(id.text) { report.report(Exercise.idRule, at: id.range) }
  }

  private func indexBase(_ object: ObjectReader) -> Int {
    guard let base: Int = object.optional(ExerciseKeys.indexFrom) else { return 1 }
    if base == 0 || base == 1 { return base }
    report.report(
      "'indexFrom' must be 0 or 1",
      at: object.value(ExerciseKeys.indexFrom) ?? .init(.null, range: object.range))
    return 1
  }

  private func stepItems(_ value: LocatedValue?) -> [LocatedValue] {
    guard let value else { return [] }
    guard case .array(let items) = value.kind, !items.isEmpty else {
      report.report("'steps' must be a list of at least one step", at: value)
      return []
    }
    return items
  }
}

extension Exercise {
  /// Whether a text may be the id of an exercise: it is also the name of files.
  package static func isID(_ text: String) -> Bool {
    let isPlain = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
    }
    return isPlain && !text.isEmpty && !text.hasPrefix(".") && !text.hasPrefix("-")
  }

  /// What an id may be, in words.
  package static let idRule =
    "an id is made of letters, digits, '.', '_' and '-', as in 16.2 or worked-3-2-2-1"
}
