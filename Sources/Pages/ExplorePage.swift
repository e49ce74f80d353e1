import Exercises
import Foundation
import Practice
import Reports

/// The page on which an exercise is done: one file, with the grader in it and nothing from elsewhere,
/// or a page of a site, which shares it.
///
/// The exercise and the core are in it in base 64, so that nothing an author writes can end the
/// element that it stands in. What stands between tags goes through the renderers of every page.
package struct ExplorePage {
  private let exercise: Exercise
  private let setting: PageSetting

  package init(_ exercise: Exercise, in setting: PageSetting) {
    self.exercise = exercise
    self.setting = setting
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let id = exercise.id.escapedForHTML
    let title = "\(exercise.id) \(exercise.title)".escapedForHTML
    let head = head(title)
    let text = """
      \(ExplorePage.beginning)
      <html lang="en">
      \(head.html)
      <body class="explore" data-exercise="\(id)">
      <header>
      \(way)<h1>\(title)</h1>
      </header>
      <main>
      <noscript><p class="card">This page marks with a script; without one it only shows the \
      question. <code>backmark start \(id)</code> writes a sheet to fill in.</p></noscript>
      \(record)\(PageTab.html(of: PageTab.all(of: exercise)))
      <p id="message" role="status" aria-live="polite">The grader is starting…</p>
      </main>
      <footer>\(footer)</footer>
      <script type="application/octet-stream" id="exercise">\(base64(exercise.source.bytes))</script>
      \(moduleElements)
      \(head.scriptElement)
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  /// With what every such page begins, and by which one is known.
  package static let beginning =
    "<!DOCTYPE html>\n<!-- An exercise of backmark, to be done in a browser. -->"

  private func head(_ title: String) -> PageHead {
    switch setting {
    case .file:
      PageHead(
        title: title, style: .text(PageResources.wholeStyle), script: .text(PageResources.script))
    case .site(let files):
      PageHead(
        title: title, style: .address("../\(files.style)"), script: .address("../\(files.script)"),
        fetches: true)
    case .package:
      PageHead(
        title: title, style: .text(PageResources.wholeStyle),
        script: .text(PageResources.scriptOfPackage))
    }
  }

  private var moduleElements: String {
    switch setting {
    case .file(let module), .package(let module):
      let core = module.packedCore
      return """
        <script type="application/octet-stream" id="unpacker">\(base64(module.unpacker))</script>
        <script type="application/octet-stream" id="module" data-size="\(core.count)">\(Base85.text(of: core))</script>
        """
    case .site(let files):
      return """
        <script type="application/octet-stream" id="module" data-at="../\(files.grader)"></script>
        """
    }
  }

  /// The way back to the other exercises of a site.
  private var way: String {
    guard case .site = setting else { return "" }
    return "<nav aria-label=\"Site\"><a href=\"../index.html\">All exercises</a></nav>\n"
  }

  /// What becomes of work and score in a learning-management system.
  private var record: String {
    guard case .package = setting else { return "" }
    return """
      <section class="card" aria-label="What is recorded">
      <p id="record">Looking for the course site…</p>
      <div class="buttons">
      <button type="button" id="finish" class="plain" hidden="">Save and finish</button>
      </div>
      </section>

      """
  }

  private var footer: String {
    switch setting {
    case .file: "Works offline: nothing is sent anywhere."
    case .site: "No cookies, no accounts: your work stays in this browser."
    case .package: "Your work goes to the course site that opened this page, and nowhere else."
    }
  }

  private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
