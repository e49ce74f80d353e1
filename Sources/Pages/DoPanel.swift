import Exercises
import Practice
import Reports

/// "Do it": who does the exercise, its form, and what can be done with the work.
struct DoPanel {
  let exercise: Exercise

  init(_ exercise: Exercise) { self.exercise = exercise }

  var html: String {
    let id = exercise.id.escapedForHTML
    return """
      <section class="card" aria-label="Who you are">
      <p><label for="student">Your id</label> \
      <span class="soft">stands on your answers, if you like\(ownNumbers)</span></p>
      <input type="text" id="student" autocomplete="off" autocapitalize="off" spellcheck="false" \
      disabled=""/>
      </section>
      <div id="form">
      \(ExerciseForm(exercise).html)</div>
      <section class="card" aria-label="Your work">
      <div class="buttons">
      <button type="button" data-do="all" disabled="">Check all</button>
      <button type="button" data-do="download" class="plain" disabled="">Download answers</button>
      <label class="file">Load answers<input type="file" id="load" accept=".answers,.txt,.json,.swift" \
      disabled=""/></label>
      <button type="button" data-do="print" class="plain" disabled="">Print</button>
      <button type="button" data-do="over" class="plain" disabled="">Start over</button>
      <button type="button" data-do="undo" class="plain" hidden="">Bring back</button>
      </div>
      <p class="soft small">Your work stays in this browser, where it lets a page keep anything. \
      Marks here are practice; <code>\(id).answers</code>, which you download, is what you hand in, \
      and <code>backmark grade</code> says the same of it.</p>
      </section>
      <div id="result"></div>

      """
  }

  private var ownNumbers: String {
    exercise.hasOwnNumbers ? ", and gives you numbers of your own" : ""
  }
}
