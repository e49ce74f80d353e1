import Answers
import Exercises
import Formulas
import Grading
import LocatedJSON
import Marking
import Numerics
import TestSupport
import Testing

/// The one way from a submission to what is said about it.
@Suite("The grader")
struct GraderTests {
  private static func submission(_ text: String) throws -> Submission {
    try Submission(reading: SourceText(name: "ada.answers", text: text), as: .answers)
  }

  /// The fault that asking for an exercise ends with.
  private static func fault(_ id: String, _ grader: Grader) -> Catalogue.Fault? {
    var grader = grader
    do {
      _ = try grader.exercise(id)
      return nil
    } catch {
      return error
    }
  }

  @Test("a formula of very many operations keeps nobody waiting", .timeLimit(.minutes(1)))
  func longFormula() throws {
    let gradients = String(repeating: "grad(", count: 14) + "exp(x*x)"
    let ends = String(repeating: ", x)", count: 14)
    let exercise = try Exercise.sample(
      #""given": { "x": 1 }, "steps": [{ "name": "s", "formula": "\#(gradients + ends)" }]"#)
    // Every slip that is looked for compiles it anew.
    #expect(try exercise.feedback(on: "s = 1").steps[0].status == .incorrect)
  }

  @Test("the exercise beside the feedback has the numbers of the submission's student")
  func ownNumbers() throws {
    let sample = try SampleLibrary()
    try sample.folder.write(
      "own.json",
      """
      { "id": "own", "title": "t", "statement": "s",
        "given": { "x": { "random": { "shape": [2], "from": 1, "to": 9, "decimals": 2 } } },
        "steps": [{ "name": "y", "formula": "2*x", "text": "t" }] }
      """)
    var grader = Grader(try sample.catalogue)
    let dealt = try grader.exercise("own").dealt(to: "ada")
    let marked = try grader.marked(
      try Self.submission("student: ada\ny = [3, 4]"), answering: "own")
    #expect(marked.exercise.student == "ada")
    #expect(marked.exercise.givens.map(\.value) == dealt.givens.map(\.value))
  }

  @Test("it says the same with one exercise read at a time as with all of them read")
  func bothWays() throws {
    let sample = try SampleLibrary()
    try sample.folder.write(
      "wrong.json",
      """
      { "id": "wrong", "title": "t", "statement": "s", "given": { "x": 2 },
        "define": { "y": "x^2" }, "steps": [{ "name": "dy", "formula": "3*x", "text": "t" }],
        "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
      """)
    for grader in [Grader(try sample.catalogue), Grader(try sample.library)] {
      var grader = grader
      let feedback = try grader.mark(try Self.submission("y = 3"), answering: "double", of: "ada")
      #expect(feedback.steps.map { $0.says.map { $0.text } } == [["This is x."]])
      #expect(feedback.steps.map(\.given) == [.value(Tensor(3))])
      #expect(feedback.steps.map(\.expected) == [nil])
      let unknown = try #require(Self.fault("doubel", grader))
      #expect(
        unknown.note(on: "doubel").text == "there is no exercise 'doubel'; did you mean 'double'?")
      #expect(
        unknown.sentence.hasPrefix(
          "there is no exercise 'doubel' in \(sample.folder.path); did you mean 'double'?\n  double"
        ))
      #expect(unknown.isOfWhoeverAsked)
      let unsound = try #require(Self.fault("wrong", grader))
      #expect(unsound.note(on: "wrong").text == "exercise wrong is not sound; see backmark check")
      #expect(
        unsound.sentence.hasPrefix(
          "exercise wrong is not sound, so nothing is marked with it:\n"))
      #expect(!unsound.isOfWhoeverAsked)
      #expect(
        Self.fault("cube", grader)?.note(on: "cube").text
          == "exercise cube is not sound; see backmark check")
    }
  }

  @Test("right answers stand beside the steps where they may be shown")
  func reveals() throws {
    let sample = try SampleLibrary()
    var grader = Grader(try sample.library, reveals: true)
    let marked = try grader.marked(try Self.submission("y = 6"), answering: "double")
    #expect(marked.feedback.steps.map(\.expected) == [.value(Tensor(6))])
    #expect(marked.exercise.id == "double")
  }

  @Test("the digest of an exercise is that of the bytes which are marked with")
  func digests() throws {
    let library = try SampleLibrary().library
    for (id, exercise) in library.soundExercises {
      var hash = SHA256()
      hash.add(exercise.source.bytes)
      #expect(library.digests[id] == hash.digest())
    }
  }
}
