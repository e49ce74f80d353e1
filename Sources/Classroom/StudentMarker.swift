import Answers
import Exercises
import Formulas
import Gradebooks
import Grading
import LocatedJSON
import Marking
import Numerics
import Reports

/// Marks everything one student after the other has handed in; every thread has its own.
struct StudentMarker: Sendable {
  let library: ExerciseLibrary
  private let marks: ClassMarks?
  /// By whose rules one of several attempts counts; nil where the last does.
  private let assignment: ClassAssignment?
  private var grader: Grader
  /// The student who is being marked.
  private var owner: SheetOwner?
  /// What an earlier run made of the student who is being marked.
  private var earlier: EarlierWork?
  /// For each exercise of which there are several files the one that is the best so far.
  private var best: [String: String] = [:]
  private var templates: [String: SwiftShape] = [:]
  /// For each exercise the file that counts so far.
  private var names: [String: String] = [:]

  /// - Parameters:
  ///   - reveals: Whether the right values go into the results.
  ///   - tools: What there is to mark with.
  ///   - marks: What a person decided.
  ///   - assignment: What says which of several attempts counts.
  init(
    library: ExerciseLibrary, reveals: Bool, tools: MarkingTools = MarkingTools(),
    marks: ClassMarks? = nil, assignment: ClassAssignment? = nil
  ) {
    self.assignment = assignment
    self.library = library
    self.marks = marks
    grader = Grader(library, tools: tools, reveals: reveals)
  }

  /// Marks a student's work; nothing in it can keep the result from being made.
  ///
  /// - Parameters:
  ///   - result: The result, of which nothing is known yet but whose it is.
  ///   - earlier: What an earlier run made of it; nil where nothing is kept.
  mutating func mark(
    _ student: ClassFolder.Student, _ files: StudentFiles, _ result: inout StudentResult,
    earlier: EarlierWork? = nil
  ) {
    self.earlier = earlier
    (best, names) = ([:], [:])
    defer { self.earlier = nil }
    result.record.add(student)
    marks?.apply(to: &result.record)
    owner = SheetOwner(student)
    for group in files.groups {
      mark(group, &result)
      result.record.problems += group.problems
      result.record.faults += group.faults
    }
    for (exercise, file) in best.sorted(by: { $0.key < $1.key }) {
      result.record.remarks.append(
        "several attempts at \(name: exercise); the best counts, \(file: file)")
    }
    let isBlank = result.record.results.isEmpty && result.record.faults.isEmpty
    if isBlank, result.record.ruling?.isExcused != true,
      result.record.problems.count == student.problems.count
    {
      result.record.problems.append("nothing handed in")
    }
    addMarked(&result)
    result.record.results.sort { $0.exercise < $1.exercise }
    result.record.remarks += result.record.overruled
  }

  /// Adds what a person decided on exercises that were not handed in.
  private func addMarked(_ result: inout StudentResult) {
    let record = result.record
    for id in marks?.exercises(of: record.id) ?? []
    where !record.results.contains(where: { $0.exercise == id }) {
      guard case .sound(let exercise)? = library[id] else { continue }
      let steps = exercise.steps.map {
        StepFeedback(name: $0.name, status: .unanswered, points: 0, outOf: $0.points)
      }
      var feedback = Feedback(exercise: id, student: record.id, steps: steps)
      marks?.apply(to: &feedback, of: exercise)
      let isRuled = feedback.ruling != nil || feedback.steps.contains { $0.ruling != nil }
      if isRuled { result.record.results.append(feedback) }
      if isRuled, feedback.ruling?.isExcused != true {
        result.record.problems.append("there are marks for \(name: id), which was not handed in")
      }
    }
  }

  /// Marks files that lie together, Swift files with the answers they belong to.
  private mutating func mark(_ group: StudentFiles.Group, _ result: inout StudentResult) {
    var taken: Set<String> = []
    // Swift files come last, for they may belong to a file of answers.
    for file in group.files.filter({ $0.format != .swift })
      + group.files.filter({ $0.format == .swift })
    where !taken.contains(file.name) {
      taken.formUnion(mark(file, beside: group.files, &result))
    }
  }

  /// Marks a file.
  ///
  /// - Parameter others: The files that lie with it, of which one may belong to it.
  /// - Returns: The names of the Swift files that were taken with it.
  private mutating func mark(
    _ file: StudentFile, beside others: [StudentFile], _ result: inout StudentResult
  ) -> [String] {
    do throws(StudentSubmission.Fault) {
      var programs: [String] = []
      for var sheet in try StudentSubmission(file, library).parts {
        let program = attach(to: &sheet, from: others)
        mark(sheet, &result)
        if let program { programs.append(program) }
      }
      return programs
    } catch {
      switch error {
      case .unread(let fault) where fault.isMachineFault:
        result.record.faults.append("\(file: file.shown) \(words: "\(fault)")")
      case .unread(let fault):
        result.record.problems.append("\(file: file.shown) \(words: "\(fault)")")
      case .isNone:
        result.record.problems.append(
          file.isArchive ? .isPackedTwice(file.shown) : .isNone(file.shown))
      case .isExercise:
        result.record.problems.append("\(file: file.shown): \(AnswerFault.isExercise.message)")
      case .malformed(let sentence): refuse(file, sentence, &result)
      }
      return []
    }
  }

  /// Adds the Swift file that belongs to a sheet, of the files that lie with it.
  ///
  /// - Returns: The file's name.
  private func attach(
    to sheet: inout StudentSubmission, from files: [StudentFile]
  ) -> String? {
    // Most work has none, and names none.
    if sheet.submission.code == nil, !files.contains(where: { $0.format == .swift }) { return nil }
    var digest: Digest?
    let program = ProgramFile.attach(
      to: &sheet.submission, stems: [sheet.submission.exercise, sheet.stem].compactMap { $0 }
    ) { (name) throws(SubmissionFile.Fault) in
      // Only what is the student's own.
      guard let own = files.first(where: { $0.name == name }) else { throw .isMissing }
      digest = own.digest
      return try own.read()
    }
    sheet.programDigest = program == nil ? nil : digest
    return program
  }

  private mutating func mark(_ sheet: StudentSubmission, _ result: inout StudentResult) {
    let submission = sheet.submission
    let file = sheet.file
    guard let id = sheet.exercise else {
      noteSignature(of: submission, file, &result)
      result.record.problems.append("\(file: file.shown) does not say which exercise it answers")
      return
    }
    let exercise: Exercise
    do {
      exercise = try grader.exercise(id)
    } catch {
      noteSignature(of: submission, file, &result)
      passOver(file, answering: id, error, &result)
      return
    }
    if id != sheet.stem, !sheet.isPart, library[sheet.stem] != nil {
      result.record.problems.append(
        "\(file: file.shown) says that it answers \(name: id), and is marked as that")
    }
    let problems = owner?.problems(with: submission, in: file.shown, of: exercise) ?? []
    result.record.problems += problems
    if problems.isEmpty { noteSignature(of: submission, file, &result) }
    let key = earlier?.key(of: sheet, to: id) ?? .nothing
    if let (feedback, provenance) = earlier?.marks(for: id, under: key) {
      add(feedback, provenance, of: file, to: &result)
    } else if let feedback = feedback(on: submission, of: result.record.id, exercise) {
      add(feedback, .init(key: key), of: file, to: &result)
    }
  }

  private mutating func noteSignature(
    of submission: Submission, _ file: StudentFile, _ result: inout StudentResult
  ) {
    if let remark = owner?.remark(on: submission, in: file.shown) {
      result.record.remarks.append(remark)
    }
  }

  private mutating func feedback(
    on submission: Submission, of student: String, _ exercise: Exercise
  ) -> Feedback? {
    guard
      var feedback = try? grader.mark(submission, answering: exercise.id, of: student)
    else { return nil }
    feedback.student = student
    feedback.traces = WorkTrace.all(
      in: feedback, program: submission.program?.bytes, template: template(of: exercise))
    marks?.apply(to: &feedback, of: exercise)
    return feedback
  }

  /// What students were given to begin their programs with.
  private mutating func template(of exercise: Exercise) -> SwiftShape {
    if let template = templates[exercise.id] { return template }
    let text = ProgramText(exercise)?.text(student: "") ?? ""
    let template = SwiftShape(Array(text.utf8))
    templates[exercise.id] = template
    return template
  }

  /// Adds marks; where there are some for the exercise already, the later file counts: loose ones
  /// come behind folders and archives, Swift files behind answers, copies with a number behind those
  /// without, and the rest by name.
  mutating func add(
    _ feedback: Feedback, _ provenance: StudentResult.Provenance = .init(), of file: StudentFile,
    to result: inout StudentResult
  ) {
    let exercise = feedback.exercise
    if let index = result.record.results.firstIndex(where: { $0.exercise == exercise }) {
      let other = result.record.results[index]
      let time = result.record.times[exercise] ?? HandInTime()
      if let attempts = assignment, attempts.takesBest {
        let worth = attempts.worth(of: feedback, handedIn: file.time, by: result.record)
        let isBetter = worth >= attempts.worth(of: other, handedIn: time, by: result.record)
        if isBetter || best[exercise] == nil {
          best[exercise] = isBetter ? file.shown : names[exercise] ?? file.shown
        }
        if !isBetter { return }
      } else if let isTooLate = isTooLate(file, beside: time, for: exercise, result.record) {
        // What came when nothing was taken any more takes nobody's earlier work away.
        let refused = isTooLate ? file.shown : names[exercise] ?? file.shown
        result.record.remarks.append(.isTooLate(refused, of: exercise))
        if isTooLate { return }
      } else {
        // Of three files only one counts.
        if let other = names[exercise] {
          let said = Message.counts(other, of: exercise).text
          result.record.problems.removeAll { $0.text == said }
        }
        result.record.problems.append(.counts(file.shown, of: exercise))
      }
      result.record.results.remove(at: index)
    }
    names[exercise] = file.shown
    result.record.times[exercise] = file.time.isUnknown ? nil : file.time
    result.record.results.append(feedback)
    result.provenance[exercise] = provenance
    if !feedback.steps.isEmpty, feedback.steps.allSatisfy({ $0.status == .unanswered }) {
      result.record.problems.append("\(file: file.shown) answers no step of \(name: exercise)")
    }
    for step in feedback.steps where step.status == .notRun {
      result.record.faults.append("\(name: exercise): \(step.says.joined(by: " "))")
    }
  }

  /// Whether of two attempts at an exercise it is this one that came when nothing was taken any more;
  /// nil where both did, or none.
  private func isTooLate(
    _ file: StudentFile, beside other: HandInTime, for exercise: String, _ record: StudentRecord
  ) -> Bool? {
    guard let assignment else { return nil }
    let isTooLate = assignment.refuses(exercise, handedIn: file.time, by: record)
    return isTooLate == assignment.refuses(exercise, handedIn: other, by: record) ? nil : isTooLate
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func isNone(_ name: String) -> Message {
    "\(file: name) is not a submission (*.answers, *.json or *.swift, or a *.zip of these)"
  }

  fileprivate static func counts(_ file: String, of exercise: String) -> Message {
    "several files for \(name: exercise); \(file: file) counts"
  }

  fileprivate static func isTooLate(_ file: String, of exercise: String) -> Message {
    "of several attempts at \(name: exercise) what came when nothing was taken any more does not "
      + "count: \(file: file)"
  }

  fileprivate static func isPackedTwice(_ name: String) -> Message {
    "\(file: name) is an archive within an archive, which is not looked into"
  }
}
