import Exercises
import Formulas

/// The question of an exercise, or its worked solution, as a page to print.
package enum PrintedPage {
  /// What is asked, with room to write under each step.
  package static func question(_ exercise: Exercise, student: String) -> String {
    let exercise = exercise.isUndealt ? exercise.dealt(to: student) : exercise
    return page(exercise, student: student) { writer in
      writeStatement(exercise, in: &writer)
      writer.markup("<h2>Steps</h2>\n<ol class=\"steps\">\n")
      for step in exercise.steps {
        writer.markup("<li class=\"card\">")
        writeHead(step, name: step.name, in: &writer)
        for detail in ExerciseText.details(of: step, for: student) {
          writer.element("p", class: "soft", detail)
        }
        writer.markup("<p><code>\(step.name.escapedForHTML) =</code></p></li>\n")
      }
      writer.markup("</ol>\n")
      for line in ExerciseText(exercise, student: student).advice {
        writer.element("p", class: "soft", line)
      }
    }
  }

  /// Every step with symbols, with numbers, and its value.
  package static func solution(
    _ exercise: Exercise, key: Evaluation, steps: [Step], paths: PathsText?
  ) -> String {
    var solution = WorkedSolution(exercise, key: key)
    let worked = steps.map { solution.worked($0) }
    return page(exercise, student: exercise.student ?? "") { writer in
      writer.markup("<ol class=\"steps\">\n")
      for one in worked { write(one, in: &writer) }
      writer.markup("</ol>\n")
      list("Worth noticing", NetworkObservations(exercise, key: key)?.sentences ?? [], in: &writer)
      if let paths { block(paths.title, paths.lines.map { solution.signed($0) }, in: &writer) }
      let table = GradientTable(exercise, key: key).lines(isPlain: false)
        .map { solution.signed($0) }
      block("Gradients against central differences", table, in: &writer)
    }
  }

  // MARK: Parts

  private static func page(
    _ exercise: Exercise, student: String, _ write: (inout HTMLWriter) -> Void
  ) -> String {
    var writer = HTMLWriter()
    HTMLDocument.begin(title: "\(exercise.id) \(exercise.title)", in: &writer)
    writer.markup("<header>\n")
    writer.element("h1", "\(exercise.id) \(exercise.title)")
    if let origin = exercise.origin { writer.element("p", class: "soft", origin) }
    if !student.isEmpty { writer.element("p", class: "who", student) }
    writer.markup("</header>\n<main>\n")
    write(&writer)
    writer.markup("</main>\n")
    HTMLDocument.end(in: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func writeStatement(_ exercise: Exercise, in writer: inout HTMLWriter) {
    writer.markup(StatementText.html(exercise.statement) + "\n")
    guard exercise.hasOwnNumbers || !exercise.choices.isEmpty else { return }
    writer.markup("<ul>\n")
    for (name, value) in exercise.hasOwnNumbers ? exercise.ownNumbers : [] {
      writer.markup("<li><code>\(name.escapedForHTML) = ")
      writer.value(value)
      writer.markup("</code></li>\n")
    }
    for choice in exercise.choices {
      writer.markup("<li>You choose <code>\(choice.name.escapedForHTML)</code>, ")
      writer.text("\(exercise.program.shape(of: choice.slot))")
      writer.markup(": \(StatementText.htmlLine(choice.text))</li>\n")
    }
    writer.markup("</ul>\n")
  }

  private static func writeHead(_ step: Step, name: String, in writer: inout HTMLWriter) {
    if let passage = step.passageBefore {
      writer.markup("<div class=\"passage\">\(passage.html)</div>")
    }
    writer.markup("<h3><code>\(name.escapedForHTML)</code>")
    if let equation = step.equation { writer.element("span", class: "soft", "[\(equation)]") }
    writer.element("span", class: "points", Numbers.pointsInWords(step.points))
    writer.markup("</h3>")
    let text = StatementText.htmlLine(step.text)
    if !text.isEmpty { writer.markup("<p>\(text)</p>") }
  }

  private static func write(_ worked: WorkedStep, in writer: inout HTMLWriter) {
    writer.markup("<li class=\"card\">")
    writeHead(worked.step, name: worked.name, in: &writer)
    if let formula = worked.formula {
      writer.element("p", "\(worked.name) = \(formula)")
    }
    if let text = worked.step.working { writer.markup(StatementText.html(text)) }
    var lines = worked.arithmetic + (worked.isShortened ? ["…"] : [])
    if let value = worked.value { lines.append("\(worked.name) = \(value)") }
    if let answer = worked.answer { lines += answer.split(separator: "\n").map { String($0) } }
    for line in lines {
      writer.markup("<p>")
      writer.element("code", line)
      writer.markup("</p>")
    }
    writer.markup("</li>\n")
  }

  private static func list(_ title: String, _ items: [String], in writer: inout HTMLWriter) {
    if items.isEmpty { return }
    writer.element("h2", title)
    writer.markup("<ul>")
    for item in items { writer.element("li", item) }
    writer.markup("</ul>\n")
  }

  private static func block(_ title: String, _ lines: [String], in writer: inout HTMLWriter) {
    if lines.isEmpty { return }
    writer.element("h2", title)
    writer.markup("<pre class=\"wide\">")
    for line in lines { writer.markup(line.escapedForHTML + "\n") }
    writer.markup("</pre>\n")
  }
}
