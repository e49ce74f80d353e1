import Archives
import Exercises
import Foundation
import Practice
import Reports

/// The page on which an exercise is done: one file, with the grader in it and nothing from elsewhere.
///
/// The exercise and the core are in it in base 64, so that nothing an author writes can end the
/// element that it stands in. What stands between tags goes through the renderers of every page.
package struct ExplorePage {
  private let exercise: Exercise
  private let core: [UInt8]

  /// - Parameter core: The core as WebAssembly, packed as gzip does or not yet.
  package init(_ exercise: Exercise, core: [UInt8]) {
    self.exercise = exercise
    self.core = Gzip.isPacked(core) ? core : Gzip.packed(core)
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let id = exercise.id.escapedForHTML
    let title = "\(exercise.id) \(exercise.title)".escapedForHTML
    let text = """
      \(ExplorePage.beginning)
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(ExplorePage.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(title)</title>
      <style>\(Stylesheet.text)\(PageResources.style)</style>
      </head>
      <body class="explore" data-exercise="\(id)">
      <header>
      <h1>\(title)</h1>
      </header>
      <main>
      <noscript><p class="card">This page marks with a script; without one it only shows the \
      question. <code>backmark start \(id)</code> writes a sheet to fill in.</p></noscript>
      \(PageTab.html(of: PageTab.all(of: exercise)))
      <p id="message" role="status" aria-live="polite">The grader is starting…</p>
      </main>
      <footer>Works offline: nothing is sent anywhere.</footer>
      <script type="application/octet-stream" id="exercise">\(base64(exercise.source.bytes))</script>
      <script type="application/octet-stream" id="module">\(base64(core))</script>
      <script>\(PageResources.script)</script>
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  /// With what every such page begins, and by which one is known.
  package static let beginning =
    "<!DOCTYPE html>\n<!-- An exercise of backmark, to be done in a browser. -->"

  private static let policy =
    "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; "
    + "style-src 'unsafe-inline'; img-src data:"

  private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
