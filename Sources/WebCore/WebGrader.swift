import Answers
import Exercises
import Exploration
import LocatedJSON
import Marking
import Practice
import Reports
import Training

/// The grader as a web page calls it: one exercise, and bytes in and out.
///
/// On a machine the same calls give the same bytes, which is how the two are held together.
package struct WebGrader: Sendable {
  private var opened: Opened?
  /// The training in progress, whatever the exercise.
  var training: TrainingRun?

  /// An exercise as it was opened; that of the marker has the numbers of the student marked last.
  struct Opened {
    let exercise: Exercise
    var marker: Marker
    /// Its network as it is looked at, once that has been asked for.
    var scene: Scene?
  }

  /// Without an exercise; ``Call/open`` gives it one.
  package init() {}

  /// What can be asked; the raw value is how a page names it.
  package enum Call: Int32, CaseIterable, Sendable {
    /// Takes an exercise's JSON; its id and title come back.
    case open = 0
    /// The question as text.
    case question
    /// Takes a sheet, the name of its file in the first line; the feedback comes back as text.
    case markAsText
    /// The same as JSON.
    case markAsJSON
    /// The same as a page of HTML.
    case markAsPage
    /// The worked solution as text, of an exercise that leaves nothing to choose.
    case solve
    /// What the check of the answer key found, as text.
    case verify
    /// The form of a page with the sheet behind it, as JSON; see ``Opened/begin(_:)``.
    case begin
    /// The sheet with another answer; see ``Opened/write(_:)``.
    case write
    /// The feedback in pieces of a page, as JSON.
    case marks
    /// Takes the name of a step in the first line, then a sheet; all hints come back, as JSON.
    case hints
    /// Takes a sheet; what there is of the network to look at and to move comes back, as JSON.
    case scene = 11
    /// Takes the numbers of the network's inputs; all others come back, eight bytes each.
    case frame
    /// Takes a block and an entry of the scene as numbers; how it comes about, as JSON.
    case words
    /// Takes block, entry, from, to, step and count; see ``Scene/curve(block:entry:from:to:step:count:)``.
    case curve
    /// Every gradient beside its difference, as numbers.
    case differences
    /// Takes a block and an entry as numbers; the paths from there to the loss, as JSON.
    case paths
    /// Takes a block, an entry and a typed number, a line each; what is said of it, as JSON.
    case predict
    /// Takes a formula as far as it is typed; the mathematics or the fault comes back, as JSON.
    case preview

    /// How gradients fare in a deep network, as JSON; see ``WebGrader/depth(_:)``.
    case depth = 20
    /// Takes what is to be trained and begins; see ``WebGrader/train(_:)``.
    case train
    /// Takes how many epochs to train on, or nothing; see ``WebGrader/epochs(_:)``.
    case epochs
    /// What the network answers between its points, as JSON.
    case boundary
    /// The tables of a training, as JSON.
    case tables
    /// Takes a step and η in the first line, then a sheet; see ``Opened/mistake(_:)``.
    case mistake

    /// Whether the page of an exercise makes the call.
    var isOfPage: Bool {
      switch self {
      case .open, .begin, .write, .marks, .hints, .scene, .frame, .words, .curve, .differences,
        .paths, .predict, .preview, .depth, .train, .epochs, .boundary, .tables, .mistake:
        true
      case .question, .markAsText, .markAsJSON, .markAsPage, .solve, .verify: false
      }
    }
  }

  /// What came of a call.
  package struct Reply: Sendable {
    package let bytes: [UInt8]
    /// Whether the call was answered; otherwise the text says why not.
    package let isAnswer: Bool

    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Answers a call.
  package mutating func reply(to call: Call, _ bytes: [UInt8]) -> Reply {
    guard let opened, !call.isOfPage else { return pageReply(to: call, bytes) }
    let exercise = opened.exercise
    switch call {
    case .open, .question, .begin, .write, .marks, .hints, .scene, .frame, .words, .curve,
      .differences, .paths, .predict, .preview, .depth, .train, .epochs, .boundary, .tables,
      .mistake:
      return .answer(ExerciseText(exercise, style: WebGrader.style).question)
    case .markAsText: return mark(bytes, as: "text")
    case .markAsJSON: return mark(bytes, as: "json")
    case .markAsPage: return mark(bytes, as: "html")
    case .solve: return solve(opened)
    case .verify:
      let verification = Verification(exercise)
      return .answer(
        VerificationText(
          verification, exercise, file: exercise.source.name, style: WebGrader.style
        ).full + "\n")
    }
  }

  /// Answers a call that the page of an exercise makes, and no other.
  package mutating func pageReply(to call: Call, _ bytes: [UInt8]) -> Reply {
    if call == .open { return open(bytes) }
    if let reply = trainingReply(to: call, bytes) { return reply }
    do throws(AnswerFault) {
      let text: String? =
        switch call {
        case .begin: try opened?.begin(bytes)
        case .write: try opened?.write(bytes)
        case .marks: try opened?.marks(bytes)
        case .hints: try opened?.hints(bytes)
        case .mistake: try opened?.mistake(bytes)
        case .scene: try opened?.look(bytes)
        case .predict: try opened?.predict(bytes)
        case .preview: FormulaPreview.json(String(decoding: bytes, as: UTF8.self))
        case .words, .paths: opened?.say(call, bytes)
        default: nil
        }
      if let numbers = opened?.numbers(call, bytes) {
        return Reply(bytes: numbers, isAnswer: true)
      }
      return text.map { .answer($0) } ?? .refusal("there is no exercise yet")
    } catch {
      return .refusal(error.message.text)
    }
  }

  private static let style = TerminalStyle(isColoured: false, width: 80)

  private mutating func open(_ bytes: [UInt8]) -> Reply {
    do throws(Problems) {
      let exercise = try Exercise(
        reading: SourceText(name: "exercise.json", bytes: bytes),
        kinds: AnswerKinds.steps)
      opened = Opened(exercise: exercise, marker: Marker(exercise))
      return .answer("\(exercise.id) \(exercise.title)\n")
    } catch {
      opened = nil
      return .refusal(error.description)
    }
  }

  private mutating func mark(_ bytes: [UInt8], as format: String) -> Reply {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let name = String(decoding: bytes[..<end], as: UTF8.self)
    let source = SourceText(name: name, bytes: Array(bytes[end...].dropFirst()))
    guard
      let kind = Submission.Format.isPlainText(fileName: name)
        ? .answers : Submission.Format(fileName: name)
    else {
      return .refusal("'\(name)' is no name of a sheet")
    }
    do throws(AnswerFault) {
      let sheet = try Submission(reading: source, as: kind)
      let id = opened?.exercise.id
      let submission = sheet.parts.first { $0.exercise == id } ?? sheet
      guard let feedback = opened?.marker.mark(submission), let exercise = opened?.marker.exercise
      else { return .refusal("there is no exercise yet") }
      let format = FeedbackFormats.named(format) ?? FeedbackFormats.standard
      return .answer(
        format.text(
          of: [MarkedSubmission(feedback, exercise)], isList: false, style: WebGrader.style))
    } catch {
      return .refusal(error.message.text)
    }
  }

  private func solve(_ opened: Opened) -> Reply {
    let exercise = opened.exercise
    if !exercise.choices.isEmpty || exercise.isUndealt {
      return .refusal("what is right depends on the student here")
    }
    let solution = SolutionText(
      exercise, key: opened.marker.key, style: WebGrader.style)
    return .answer(
      solution.full(paths: PathsText.ofFirstWeight(opened.exercise, key: opened.marker.key)))
  }
}

extension WebGrader.Reply {
  static func answer(_ text: String) -> WebGrader.Reply {
    WebGrader.Reply(bytes: Array(text.utf8), isAnswer: true)
  }

  static func refusal(_ reason: String) -> WebGrader.Reply {
    WebGrader.Reply(bytes: Array(reason.utf8), isAnswer: false)
  }
}
