import Exercises
import Formulas
import Numerics
import Reports

/// An exercise as the form of a page: the question, and a field for each answer.
///
/// A field has the name of its answer in `data-name` and what kind of field it is in `data-kind`;
/// a script finds everything by these and needs to know nothing else.
package struct ExerciseForm {
  private let exercise: Exercise
  private let student: String

  /// Where everyone has numbers of their own and nobody's are in place, an example is shown.
  ///
  /// - Parameter student: For whom it is; empty where that is not known.
  package init(_ exercise: Exercise, student: String = "") {
    self.exercise = exercise.isUndealt ? exercise.dealt(to: student) : exercise
    self.student = student
  }

  /// The question and the fields.
  package var html: String {
    let choices = exercise.choices.enumerated().map { index, choice in
      item(
        Field(
          name: choice.name, text: choice.text, note: "", kind: .value(shape(of: choice.slot)),
          details: [], hasHints: false, number: index))
    }
    let steps = exercise.steps.enumerated().map { index, step in
      let field = field(step, exercise.choices.count + index)
      return (step.passageBefore.map { card(of: $0) } ?? "") + item(field)
    }
    return question
      + (choices.isEmpty
        ? "" : "<h2>You choose</h2>\n<ol class=\"steps\">\n\(choices.joined())</ol>\n")
      + "<h2>Step by step</h2>\n" + advice + "<ol class=\"steps\">\n\(steps.joined())</ol>\n"
      + program
  }

  // MARK: The question

  private var question: String {
    let origin = exercise.origin.map { "<p class=\"soft\">\($0.escapedForHTML)</p>\n" } ?? ""
    return "<section class=\"card question\" aria-label=\"The exercise\">\n" + origin
      + StatementText.html(exercise.statement) + ownNumbers + "</section>\n"
  }

  private var ownNumbers: String {
    guard exercise.hasOwnNumbers else { return "" }
    let isExample = exercise.student?.isEmpty ?? true
    let note =
      isExample
      ? "<p><strong>Everyone has other numbers, so these are only an example; write your id above "
        + "for your own.</strong></p>" : ""
    let rows = exercise.ownNumbers.map { name, value in
      "<li><code>\(name.escapedForHTML) = \(value.inDecimals.escapedForHTML)</code></li>"
    }
    return "<h3>\(isExample ? "Example numbers" : "Your numbers")</h3>\(note)"
      + "<ul>\(rows.joined())</ul>\n"
  }

  private var advice: String {
    ExerciseText(exercise, student: student).advice
      .map { "<p class=\"soft\">\($0.escapedForHTML)</p>\n" }.joined()
  }

  // MARK: The fields

  /// Something to be answered.
  private struct Field {
    enum Kind {
      case value(Shape)
      case line
      case formula
      case text
      case picked(AnswerControl)
      /// A function, which stands in the Swift file below.
      case swift

      /// What can stand within a line of text: a short field, or a menu of a few options.
      var asControl: GapHTML.Control? {
        switch self {
        case .value(let shape): shape.count == 1 ? .line : nil
        case .line, .formula: .line
        case .picked(.options(let options, takesSeveral: false)): .menu(options)
        case .picked, .text, .swift: nil
        }
      }
    }

    let name: String
    let text: String
    let note: String
    let kind: Kind
    let details: [String]
    let hasHints: Bool
    let number: Int
    /// Whether its field stands in a text with gaps.
    var isGap = false

    /// Whether it is marked here: functions are elsewhere, and what is chosen is not at all.
    var isMarked: Bool { if case .swift = kind { false } else { !note.isEmpty } }
  }

  private func field(_ step: Step, _ number: Int) -> Field {
    let kind: Field.Kind
    var details = ExerciseText.details(of: step, for: student)
    if let value = step.value {
      kind = .value(shape(of: value.slot))
    } else if step.isAnsweredInSwift {
      kind = .swift
    } else if let control = step.assignment?.control(student) {
      kind = .picked(control)
      details = []
    } else {
      kind =
        step.assignment?.asksForText == true
        ? .text : step.kind.name == "formula" ? .formula : .line
    }
    let equation = step.equation.map { " <span class=\"soft\">[\($0.escapedForHTML)]</span>" } ?? ""
    var field = Field(
      name: step.name, text: StatementText.htmlLine(step.text) + equation,
      note: Numbers.pointsInWords(step.points), kind: kind, details: details,
      hasHints: !HintLadder(step, in: exercise).rungs.isEmpty, number: number)
    field.isGap = step.heading.passage != nil && GapHTML(kind.asControl) != nil
    return field
  }

  /// A text with the fields of its gaps in it.
  private func card(of passage: Passage) -> String {
    let text = passage.html { name in
      let index = exercise.steps.firstIndex { $0.name == name } ?? 0
      let field = field(exercise.steps[index], exercise.choices.count + index)
      guard field.isGap, let gap = GapHTML(field.kind.asControl) else {
        return "<code class=\"gap\">[\(name.escapedForHTML)]</code>"
      }
      return gap.text(
        name: name.escapedForHTML, id: "field\(field.number)", about: "about\(field.number)")
    }
    return "<li class=\"card passage\">\(text)</li>\n"
  }

  private func item(_ field: Field) -> String {
    let name = field.name.escapedForHTML
    let id = "field\(field.number)"
    var about = "about\(field.number)"
    var html = "<li class=\"card step open\" id=\"s1-\(name)\" data-step=\"\(name)\"><h3>"
    switch field.kind {
    case .value, .line, .formula, .text: html += "<label for=\"\(id)\"><code>\(name)</code></label>"
    case .picked, .swift: html += "<code>\(name)</code>"
    }
    html += " <span class=\"chip\"></span><span class=\"points\">\(field.note)</span></h3>\n"
    html += "<div id=\"about\(field.number)\"><p>\(field.text)</p>"
    html += field.details.map { "<p class=\"soft\"><code>\($0.escapedForHTML)</code></p>" }.joined()
    html += "</div>\n"
    if !field.isGap, case .value(let shape) = field.kind, shape.count > 1 {
      html += "<p class=\"soft small\" id=\"shape\(field.number)\">\(shape.description)</p>\n"
      about += " shape\(field.number)"
    }
    if !field.isGap { html += control(field, name: name, id: id, about: about) }
    html += "<div class=\"buttons\">"
    if field.isMarked {
      html +=
        "<button type=\"button\" data-do=\"check\">Check<span class=\"hidden\"> \(name)</span>"
        + "</button>"
    }
    if field.hasHints {
      html +=
        "<button type=\"button\" data-do=\"hint\" class=\"plain\">Hint"
        + "<span class=\"hidden\"> to \(name)</span></button>"
    }
    return html + "</div>\n<div class=\"says\"></div><ol class=\"hints\"></ol></li>\n"
  }

  private func control(_ field: Field, name: String, id: String, about: String) -> String {
    let common =
      "data-name=\"\(name)\" aria-describedby=\"\(about)\" autocomplete=\"off\" "
      + "autocapitalize=\"off\" spellcheck=\"false\""
    switch field.kind {
    case .value(let shape) where shape.rank > 0:
      let rows = shape.rank == 2 ? min(max(shape.rows, 2), 8) : 1
      // So many that a field for each entry is a help.
      let grid =
        shape.count > 1 && shape.count <= 36
        ? "data-shape=\"\(shape.rows),\(shape.columns)\" data-base=\"\(exercise.indexBase)\" " : ""
      return "<textarea id=\"\(id)\" rows=\"\(rows)\" \(grid)\(common)></textarea>\n"
    case .formula:
      return "<input type=\"text\" id=\"\(id)\" data-kind=\"formula\" \(common)/>\n"
        + "<p class=\"preview\" aria-live=\"polite\"></p>\n"
    case .value, .line: return "<input type=\"text\" id=\"\(id)\" \(common)/>\n"
    case .text:
      return "<textarea id=\"\(id)\" rows=\"5\" data-kind=\"text\" \(common)></textarea>\n"
    case .picked(let control):
      return AnswerControlHTML(control, name: name, id: id, about: about).text
    case .swift:
      return "<p class=\"soft small\">The function stands in the Swift file below; it is marked on "
        + "the command line.</p>\n"
    }
  }

  // MARK: Functions

  private var program: String {
    guard let program = ProgramText(exercise) else { return "" }
    let id = exercise.id.escapedForHTML
    let lines = program.text(student: student).utf8.count { $0 == UInt8(ascii: "\n") }
    return """
      <h2>The Swift file</h2>
      <section class="card"><p><label for="program">Your functions</label> <span class="soft">are \
      compiled and marked on the command line: put the file beside your answers, then \
      <code>backmark grade \(id).\(program.isWhole ? "swift" : "answers")</code></span></p>
      <textarea id="program" rows="\(min(max(lines + 4, 12), 40))" autocomplete="off" \
      autocapitalize="off" spellcheck="false"></textarea>
      <div class="buttons"><button type="button" data-do="program">Download \(id).swift</button></div>
      </section>

      """
  }

  private func shape(of slot: Program.Slot) -> Shape { exercise.program.shape(of: slot) }
}
