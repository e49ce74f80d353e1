import Answers
import Diagnosis
import Exercises
import Formulas
import FunctionMarking
import LocatedJSON

/// The verdict on one function, from what it did on every input.
struct CodeVerdict {
  private let paper: AnsweredStep<CodeTask>
  private let run: CodeRun
  /// Whether the function is the one that was handed out.
  private let isUnchanged: Bool
  /// What can be told by looking at the file.
  private let program: ProgramAccounts
  private let explains: Bool

  init(
    _ paper: AnsweredStep<CodeTask>, _ run: CodeRun, in program: SourceText, explains: Bool = true
  ) {
    self.explains = explains
    self.paper = paper
    self.run = run
    isUnchanged = paper.task.starter?.isUnchanged(paper.task.signature, in: program) ?? false
    self.program = ProgramAccounts(String(decoding: program.bytes, as: UTF8.self))
  }

  var feedback: StepFeedback {
    // What the author has written earns nothing, however much of it is right; nor is it explained.
    if isUnchanged {
      let words = CodeFailureWords(run).sentences
      return paper.feedback(.incorrect, says: [.unchanged] + words)
    }
    // What changes from call to call has no value to be shown, and the same verdict every time.
    if run.isUnsteady { return paper.feedback(.incorrect, says: [.unsteady]) }
    let count = run.cases.count
    if run.rightCount == count { return paper.feedback(.correct, credit: 1) }
    let words = CodeFailureWords(run)
    if let mistake = mistake {
      var feedback = paper.feedback(
        mistake.credit > 0 ? .partial : .incorrect, credit: mistake.credit,
        says: ["\(authored: mistake.says)"] + words.sentences)
      feedback.diagnosis = Explanation(kind: .mistake)
      return feedback
    }
    let reason = explains ? CodeDiagnosis(run).reason : nil
    let account = reason?.diagnosis.flatMap { diagnosis in
      program.account(of: diagnosis.edits, paper.task.signature)
    }
    let told = account?.isCause == false ? nil : reason?.says
    let says = [told, account?.says].compactMap { $0 } + words.sentences + brokenProperties
    let share = paper.task.allowsPartialCredit ? Double(run.rightCount) / Double(count) : 0
    let credit = max(share, worth(of: reason))
    var feedback = paper.feedback(
      credit > 0 ? .partial : .incorrect, credit: credit, says: says)
    feedback.diagnosis =
      account.map { Explanation(kind: .slip, edits: [$0.id]) } ?? reason?.diagnosis
    return feedback
  }

  /// What the author gives for a slip that was found: where it is one, and every input came to
  /// something that it explains.
  private func worth(of reason: CodeDiagnosis.Reason?) -> Double {
    guard let reason, reason.diagnosis != nil, reason.isOneSlip,
      run.cases.indices.allSatisfy({ run.isFinite($0) })
    else { return 0 }
    return paper.task.slipCredit
  }

  /// The first mistake of the author's that gives every result that is not right.
  ///
  /// Right ones may differ from it: a slip may be made on one of two ways through the function.
  private var mistake: CodeTask.Mistake? {
    paper.task.mistakes.first { mistake in
      var evaluator = CodeKey.Evaluator(
        mistake.key, paper.task.signature, indexBase: paper.task.indexBase)
      return run.cases.indices.allSatisfy { index in
        if run.isRight(index) { return true }
        guard let value = run.returned(index),
          case .success(let wrong) = evaluator.value(of: run.cases[index].arguments)
        else { return false }
        return ValueDifference(
          value, from: wrong, type: paper.task.signature.result, paper.task.tolerance,
          indexBase: paper.task.indexBase) == nil
      }
    }
  }

  // MARK: Properties

  /// The properties that do not hold, each at the first input where it does not.
  ///
  /// Every property holds of the right results, so only wrong ones are looked at.
  private var brokenProperties: [Message] {
    let task = paper.task
    var formulas = FormulaKey(parameters: task.signature.parameters, indexBase: task.indexBase)
    return task.properties.compactMap { property in
      for index in run.cases.indices where !run.isRight(index) {
        let arguments = run.cases[index].arguments
        guard let value = run.returned(index),
          let found = try? formulas.value(
            of: property.formula, arguments, results: task.signature.named(value)),
          found.isFinite, !task.isZero(found, beside: value)
        else { continue }
        return .broken(property.says, task.signature.message(of: arguments))
      }
      return nil
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let unchanged: Message =
    "This is the function as it was handed out: it is for you to change."

  fileprivate static let unsteady: Message = """
    It gives different results for the same input, so no verdict on them would hold. Leave out what \
    changes by itself: random numbers, the time, and what is kept from one call to the next.
    """

  fileprivate static func broken(_ property: String, _ arguments: Message) -> Message {
    "It should hold that \(authored: property), but for \(arguments) it does not."
  }
}
