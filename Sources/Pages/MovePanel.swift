/// "Move it": a slider for every number, and what becomes of the loss and its gradient.
enum MovePanel {
  static let html = """
    \(SceneBar.html("Whatever you move here, your answers stay what they are."))
    <section class="card" id="move-gate" aria-label="Before you move">
    <p>Moving shows every number of the network, and with them the answers of the exercise.</p>
    <button type="button" id="move-show" disabled="">Show the numbers</button>
    </section>
    <div id="move-body" hidden="">
    <div class="picture">
    <div class="wide" tabindex="0" role="region" aria-label="The network" id="move-network"></div>
    \(SceneBar.legend)
    <label><input type="checkbox" id="move-back" disabled=""/> Gradients on the edges</label>
    </div>
    <div class="pair">
    <section class="card" aria-label="The numbers that go in">
    <h2>The numbers that go in</h2>
    <div id="move-sliders"></div>
    </section>
    <section class="card plots" aria-label="The loss along one of them">
    <h2>The loss along one of them</h2>
    <p id="move-readout"></p>
    <div class="buttons">
    <button type="button" id="move-descend" disabled="">One step of gradient descent</button>
    </div>
    <label>Along <select id="move-along"></select></label>
    <h3>L</h3>
    <div id="move-loss"></div>
    <h3>Its gradient</h3>
    <div id="move-slope"></div>
    <p id="move-slopes"></p>
    <label>Half the chord’s width <input type="range" id="move-chord" min="0.01" max="1" step="0.01" \
    value="0.5" disabled=""/></label>
    <p class="soft small">Whole line: the curve. Dashes: the tangent. Line with squares: the chord, \
    whose slope is the difference (L(w + h) − L(w − h)) / 2h.</p>
    <details id="move-points"><summary>The curve as a table</summary>
    <div class="wide" tabindex="0" role="region" aria-label="Points of the curve"><table><thead><tr>\
    <th scope="col">value</th><th scope="col">L</th><th scope="col">gradient</th></tr></thead>\
    <tbody></tbody></table></div></details>
    </section>
    </div>
    <section class="card" aria-label="Gradients against differences">
    <h2>Gradients against differences</h2>
    <p id="move-verdict"></p>
    <div id="move-differences"></div>
    </section>
    </div>

    """
}
