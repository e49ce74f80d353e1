import Answers
import Exercises
import FunctionMarking
import LocatedJSON

/// Judges all functions of one Swift file: one compilation, one run, one verdict for each.
struct CodeJudge {
  let papers: [AnsweredStep<CodeTask>]
  let setting: MarkingContext

  func feedback() -> [StepFeedback] {
    guard let program = setting.submission.program else { return papers.map(unanswered) }
    #if arch(wasm32)
      // A page has no compiler, so that it need not have what judges functions either.
      return papers.map { $0.feedback(.notRun, says: [.noBench]) }
    #else
      guard let bench = setting.tools.code else {
        return papers.map { $0.feedback(.notRun, says: [.noBench]) }
      }
      return judged(program, bench)
    #endif
  }

  private func judged(_ program: SourceText, _ bench: FunctionRunner) -> [StepFeedback] {
    var plan = CodePlan()
    let all = papers.map { (name: $0.heading.name, task: $0.task) }
    for (_, task) in all { plan.add(task, among: all) }
    if let fault = plan.fault {
      return papers.map { $0.feedback(.notRun, says: ["\(authored: fault)"]) }
    }
    let report: FunctionReport
    do throws(FunctionRunner.Fault) {
      var job = FunctionJob(source: program.bytes, functions: plan.functions, calls: plan.calls)
      job.again = plan.again
      job.library = ReadyFunction.allCases.filter { function in
        papers.contains { $0.task.library.contains(function) }
      }
      report = try bench.report(on: job)
    } catch {
      return papers.map { $0.feedback(.notRun, says: ["\(visible: error.message)"]) }
    }
    var marks = verdicts(report, plan, program)
    // What is said of the file as a whole stands with the first of its functions.
    marks[0].says += remarks(on: report)
    return marks
  }

  private func unanswered(_ paper: AnsweredStep<CodeTask>) -> StepFeedback {
    if paper.answer == nil { return paper.feedback(.unanswered) }
    return paper.feedback(.unreadable, says: [.writeInFile(setting.exercise.id)])
  }

  private func verdicts(
    _ report: FunctionReport, _ plan: CodePlan, _ program: SourceText
  ) -> [StepFeedback] {
    if let sentences = CompilationWords(report.compilation, file: program.name).sentences {
      return papers.enumerated().map { index, paper in
        paper.feedback(
          .unreadable, says: index == 0 ? sentences : [.seeFirst(papers[0].heading.name)])
      }
    }
    var marks: [StepFeedback] = []
    var runs: [CodeRun?] = []
    for (index, paper) in papers.enumerated() {
      if let fault = report.functionFaults[index] {
        runs.append(nil)
        marks.append(verdict(on: fault, paper))
      } else {
        let run = CodeRun(paper.task, plan.parts[index], report)
        runs.append(run)
        marks.append(CodeVerdict(paper, run, in: program, explains: setting.explains).feedback)
      }
    }
    return followed(marks, runs)
  }

  private func verdict(
    on fault: FunctionReport.FunctionFault, _ paper: AnsweredStep<CodeTask>
  ) -> StepFeedback {
    switch fault {
    case .missing: paper.feedback(.unanswered, says: [.missing(paper.task.signature)])
    case .otherSignature(let found, let remedy):
      paper.feedback(.unreadable, says: [.otherSignature(paper.task.signature, found, remedy)])
    }
  }

  /// The most that the gradient of a loss earns which is no slip of the one that is asked for: the
  /// sum of all weights has a gradient of ones, and takes no knowledge.
  private static let unknownLossCredit = 0.1

  /// A wrong gradient that is the slope of a wrong loss of the student's own follows from it.
  private func followed(_ marks: [StepFeedback], _ runs: [CodeRun?]) -> [StepFeedback] {
    let isWrong = marks.map { [.incorrect, .partial].contains($0.status) }
    var marks = marks
    let isUnsteady = runs.map { $0?.isUnsteady == true }
    for (index, paper) in papers.enumerated() where isWrong[index] && !isUnsteady[index] {
      if let own = fromOwnFunctions(index, marks, runs, isWrong) {
        marks[index] = own
        continue
      }
      guard let check = paper.task.differences, let run = runs[index],
        let evidence = DifferenceEvidence(run)
      else { continue }
      let loss = papers.firstIndex { $0.heading.name == check.loss }
      // A mistake that was foreseen or a slip that was recognised: it is the loss but for that.
      let isSlip =
        loss.map { marks[$0].diagnosis != nil || 2 * marks[$0].points >= marks[$0].outOf } == true
      let credit = min(
        setting.exercise.followThrough.credit, isSlip ? 1 : CodeJudge.unknownLossCredit)
      if evidence.follows, loss.map({ isWrong[$0] }) == true,
        paper.heading.points * credit >= marks[index].points
      {
        marks[index] = paper.feedback(
          .followsThrough, credit: credit,
          says: [isSlip ? .slopeOfOwn(check.loss) : .slopeOfUnknown(check.loss)])
        marks[index].follows = [check.loss]
      } else if let sentence = evidence.sentence {
        marks[index].says.append(sentence)
      }
    }
    return marks
  }

  /// What is right but for the student's own earlier functions, which are wrong, follows from them.
  private func fromOwnFunctions(
    _ index: Int, _ marks: [StepFeedback], _ runs: [CodeRun?], _ isWrong: [Bool]
  ) -> StepFeedback? {
    guard let run = runs[index], run.isVaried, let steps = run.followed else { return nil }
    let wrong = steps.filter { step in
      papers.firstIndex { $0.heading.name == step }.map { isWrong[$0] } == true
    }
    let credit = setting.exercise.followThrough.credit
    guard !wrong.isEmpty, papers[index].heading.points * credit >= marks[index].points else {
      return nil
    }
    var feedback = papers[index].feedback(
      .followsThrough, credit: credit, says: [.ownFunctions(wrong)])
    feedback.follows = wrong
    return feedback
  }

  private func remarks(on report: FunctionReport) -> [Message] {
    var remarks = report.sourceNotes.map { Message([.quotation($0)]) }
    if report.isUnconfined { remarks.append(.unconfined) }
    let printed = PrintedOutput(report.output, isCut: report.isOutputCut)
    if let sentence = printed.sentence { remarks.append(sentence) }
    return remarks
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let noBench: Message =
    "Swift answers cannot be run here: no compiler was brought along."
  fileprivate static let unconfined: Message =
    "NOT SANDBOXED: this program ran without confinement, as --no-sandbox asks."

  fileprivate static func writeInFile(_ exercise: String) -> Message {
    """
    This is answered by a Swift file: hand in \(name: exercise + ".swift"), or name your file in a \
    line 'code: FILE.swift'.
    """
  }

  fileprivate static func seeFirst(_ name: String) -> Message {
    "The file could not be used; see \(name: name)."
  }

  fileprivate static func missing(_ signature: Signature) -> Message {
    "Your file has no function '\(name: signature.name)'. It is to be declared as: \(name: "\(signature)")"
  }

  fileprivate static func otherSignature(
    _ signature: Signature, _ found: String?, _ remedy: String?
  ) -> Message {
    let own: Message =
      found.map { " Yours is: \(visible: Quotation.visible($0.unicodeScalars))" } ?? ""
    let change: Message =
      remedy.map { ". To mend it, \(visible: Quotation.visible($0.unicodeScalars))." } ?? ""
    return """
      '\(name: signature.name)' cannot be called as declared in the exercise: \
      \(name: "\(signature)")\(own)\(change)
      """
  }

  fileprivate static func ownFunctions(_ steps: [String]) -> Message {
    "This follows from your \(Message.steps(steps)), which is where to look."
  }

  fileprivate static func slopeOfOwn(_ loss: String) -> Message {
    "This is the slope of your own \(name: loss), which is where to look."
  }

  fileprivate static func slopeOfUnknown(_ loss: String) -> Message {
    """
    This is the slope of your own \(name: loss), but that is too far from what is asked for to earn \
    more; it is where to look.
    """
  }
}
