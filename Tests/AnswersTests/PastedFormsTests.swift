import Formulas
import LocatedJSON
import TestSupport
import Testing

@testable import Answers

@Suite("Forms of pasted values")
struct PastedFormsTests {
  @Test(
    "Each form reads its own examples, and says that it did", arguments: 0..<PastedForms.all.count)
  func examples(_ index: Int) {
    let form = PastedForms.all[index]
    for example in form.examples {
      let outcome = PastedReader(example.shape, where: { _ in true }).read(example.text)
      guard case .value(let value) = outcome else {
        #expect(example.reading == nil, "\(form.kind): \(example.text) was not read")
        continue
      }
      let isPlain = example.reading == example.text
      guard let reading = example.reading else {
        Issue.record("\(form.kind): \(example.text) was read as \(value.canonical)")
        continue
      }
      // A transposed list is shown as it stands, with its mark.
      if value.canonical.hasSuffix("ᵀ") {
        let plain = try? TypedValue.plain(reading).fitted(to: example.shape)
        #expect(value.value.tensor == plain?.tensor, "\(form.kind): \(example.text)")
      } else {
        #expect(value.canonical == reading, "\(form.kind): \(example.text)")
      }
      #expect(
        value.kinds.contains(form.kind) || isPlain || form.kind == .approximate
          || value.kinds != [],
        "\(form.kind): \(example.text) is told as \(value.kinds)")
    }
  }

  @Test("Each form has an example of its own kind, and one that is not read or not of its kind")
  func isShown() {
    for form in PastedForms.all {
      var isTaken = false
      var isLeft = false
      for example in form.examples {
        let outcome = PastedReader(example.shape, where: { _ in true }).read(example.text)
        guard case .value(let value) = outcome else {
          isLeft = true
          continue
        }
        if value.kinds.contains(form.kind) { isTaken = true } else { isLeft = true }
      }
      #expect(isTaken && isLeft, "\(form.kind)")
    }
  }

  @Test("Every kind has words, and those of values have a form")
  func complete() {
    let forms = Set(PastedForms.all.map(\.kind))
    let ofSheets: Set<PastedKind> = [.untitled, .name, .entries]
    #expect(forms.union(ofSheets) == Set(PastedKind.allCases))
    #expect(forms.count == PastedForms.all.count)
    #expect(Set(PastedKind.allCases.map(\.words)).count == PastedKind.allCases.count)
  }

  @Test(
    "The last digit of a number is that of the number as it was typed",
    arguments: [
      ("263.4×10⁻³", -4), ("263.4 x 10^-3", -4), ("2,50·10²", 0), ("0,2634", -4), ("0.26 nats", -2),
      ("\\frac{1}{4}", nil), ("1.0e-03 *\n\n  263.40", -5), ("≈ 0.263", -3), ("tensor(0.2634)", -4),
      ("0.5*0.52 = 0.26", -2), ("0.26341 ≈ 0.26", -5), ("0.26…", -2), ("263.4*10**-3", -4),
      ("1,234.50", -2),
    ] as [(String, Int?)])
  func lastDigits(_ text: String, _ digit: Int?) {
    guard case .value(let read) = PastedReader(.scalar, where: { _ in true }).read(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(read.value.lastDigits == [digit])
  }

  @Test(
    "Where two readings are possible, both are told and none is taken",
    arguments: [
      ("1,234", Shape.scalar, "1.234", "1234"), ("0.2 = 0.3", .scalar, "0.2", "0.3"),
      ("[1,234; 5,678]", .vector(2), "[[1.234], [5.678]]", "[[1234], [5678]]"),
      ("[[1,2],[3,4]]", .vector(2), "[[1, 2], [3, 4]]", "[[1.2], [3.4]]"),
      ("[1,2,3,4]", .vector(2), "[1, 2, 3, 4]", "[1.2, 3.4]"),
      ("[4,5]", .scalar, "[4, 5]", "[4.5]"),
    ])
  func twoReadings(_ text: String, _ shape: Shape, _ one: String, _ other: String) throws {
    let submission = try Submission(answers: "a = \(text)")
    #expect {
      try ReadValue.read(submission.answers[0], of: submission, as: shape)
    } throws: { error in
      (error as? AnswerFault)?.message.text
        == "'\(text)' can be read in two ways, as \(one) and as \(other); "
        + "write it so that only one is left"
    }
  }

  @Test(
    "Commas are decimal where others have blanks, or where digits say so",
    arguments: [
      ("[0,5, 0,25]", [0.5, 0.25]), ("[0,558481,0,587830]", [0.558481, 0.58783]),
      ("[[0,068],[0,072]]", [0.068, 0.072]), ("[1,25; 2,5]", [1.25, 2.5]),
    ])
  func decimals(_ text: String, _ entries: [Double]) throws {
    let submission = try Submission(answers: "a = \(text)")
    let read = try ReadValue.read(submission.answers[0], of: submission, as: .vector(2))
    #expect(read.value.tensor.entries == entries)
  }

  @Test("In JSON commas stand between entries, whatever the shape", arguments: ["[[1,2],[3,4]]"])
  func json(_ list: String) throws {
    let text = #"{ "exercise": "e", "answers": { "a": \#(list) } }"#
    let submission = try Submission(reading: SourceText(name: "a.json", text: text), as: .json)
    let read = try ReadValue.read(submission.answers[0], of: submission, as: .vector(2))
    #expect(read.value.tensor.shape == .matrix(2, 2))
    let string = try Submission(
      reading: SourceText(
        name: "a.json", text: #"{ "exercise": "e", "answers": { "a": "[0,5; 0,25]" } }"#),
      as: .json)
    let typed = try ReadValue.read(string.answers[0], of: string, as: .vector(2))
    #expect(typed.value.tensor.entries == [0.5, 0.25])
  }

  @Test("Where only a whole number can be meant, a comma stands between thousands")
  func whole() throws {
    let submission = try Submission(answers: "n = 1,234")
    let read = try ReadValue.read(
      submission.answers[0], of: submission, as: .scalar,
      where: { $0.tensor[0] == $0.tensor[0].rounded() })
    #expect(read.value == TypedValue(Tensor(1234), lastDigits: [0]))
    #expect(read.kinds == [.thousands])
  }
}
