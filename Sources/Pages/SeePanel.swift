/// "See it": the chain of the exercise's network, one link at a time.
enum SeePanel {
  static let html = """
    \(SceneBar.html(
      "Without them you can say what each number will be before you look: they are the answers."))
    <section class="stepper" aria-label="The links of the chain">
    <div class="phases" id="see-phases" role="group" aria-label="Parts of the chain"></div>
    <div class="buttons">
    <button type="button" class="plain" id="see-first" disabled="">First</button>
    <button type="button" class="plain" id="see-back" disabled="">Back</button>
    <button type="button" id="see-next" disabled="">Next</button>
    <button type="button" class="plain" id="see-last" disabled="">Last</button>
    <button type="button" class="plain" id="see-play" disabled="">Play</button>
    <span id="see-place" class="soft"></span>
    </div>
    </section>
    <div class="picture">
    <div class="wide" tabindex="0" role="region" aria-label="The network" id="see-network"></div>
    \(SceneBar.legend)
    </div>
    <div class="pair">
    <section class="card" aria-label="This link">
    <h2 id="see-name"></h2>
    <div class="wide soft" id="see-law" tabindex="0" role="region" aria-label="The equation"></div>
    <div class="wide" id="see-lines" tabindex="0" role="region" aria-label="The same here"></div>
    <p id="see-note"></p>
    <form id="see-predict" hidden="">
    <label id="see-guess">Your prediction<input type="text" id="see-number" autocomplete="off" \
    inputmode="text" spellcheck="false"/></label>
    <button type="submit" disabled="">Reveal</button>
    </form>
    <p id="see-says"></p>
    </section>
    <section class="card" aria-label="The formulas">
    <h2>The formulas</h2>
    <ol class="formulas" id="see-formulas" tabindex="0"></ol>
    </section>
    </div>
    <section class="card" id="see-paths" aria-label="The paths of a weight" hidden="">
    <h2></h2>
    <div class="wide" tabindex="0" role="region" aria-label="Paths"><ol></ol></div>
    <p id="see-sum"></p>
    </section>
    <h2>The graph of the computation</h2>
    <div class="picture wide" tabindex="0" role="region" aria-label="The graph" id="see-graph"></div>
    <h2>All numbers</h2>
    <div class="pair">
    <div class="wide" tabindex="0" role="region" aria-label="Numbers of the units" id="see-units"></div>
    <div class="wide" tabindex="0" role="region" aria-label="Numbers of the weights" \
    id="see-weights"></div>
    </div>

    """
}
