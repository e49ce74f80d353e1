import Exercises
import Reports

/// The first page of a site: its exercises, and how far the reader is with each.
package struct SitePage {
  private let course: CourseOrder

  package init(_ exercises: [ExerciseHeader]) { course = CourseOrder(exercises) }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let head = PageHead(
      title: "Exercises in backpropagation", style: .text(PageResources.indexStyle),
      script: .text(PageResources.indexScript))
    let text = """
      \(SitePage.beginning)
      <html lang="en">
      \(head.html)
      <body>
      <header>
      <h1>\(head.title)</h1>
      <p class="soft">Each step of your working is marked on its own, and a wrong one is answered \
      with the reason.</p>
      </header>
      <main>
      <p id="progress" role="status"></p>
      \(course.sections.map(SitePage.section).joined())\
      </main>
      <footer>No cookies, no accounts: your work stays in this browser. Marks on these pages are \
      practice; the sheet that a page lets you download is what you hand in.</footer>
      \(head.scriptElement)
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  /// With what every such page begins, and by which a site is known.
  package static let beginning =
    "<!DOCTYPE html>\n<!-- Exercises of backmark, to be done in a browser. -->"

  /// Where in a site the page of an exercise is.
  package static func path(of id: String) -> String { "exercises/\(id).html" }

  private static func section(_ section: CourseOrder.Section) -> String {
    let heading = section.topic.map { "<h2>\($0.escapedForHTML)</h2>\n" } ?? ""
    return """
      \(heading)<ul class="exercises">
      \(section.exercises.map(SitePage.item).joined())</ul>

      """
  }

  private static func item(_ exercise: ExerciseHeader) -> String {
    let id = exercise.id.escapedForHTML
    let origin = exercise.origin.map { "; \($0.escapedForHTML)" } ?? ""
    let before = exercise.place.needs.map(\.escapedForHTML).joined(separator: ", ")
    let needs = before.isEmpty ? "" : "; after \(before)"
    return """
      <li class="card" data-exercise="\(id)" data-out-of="\(exercise.outOf)">
      <div class="what"><a href="\(path(of: id))">\(id) \(exercise.title.escapedForHTML)</a><br/>
      <span class="soft">\(exercise.extent.joined(separator: ", "))\(needs)\(origin)</span></div>
      <progress max="\(exercise.outOf)" value="0" aria-label="Points in \(id)" hidden=""></progress>
      <span class="state verdict"></span>
      </li>

      """
  }
}
