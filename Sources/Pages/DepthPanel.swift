/// "Depth": what becomes of a gradient on its way back through many layers.
enum DepthPanel {
  static let html = """
    <section class="card" aria-label="The deep network">
    <p>On the way back through a network, BP2 multiplies δ in every layer by W<sup>T</sup> and by f′. \
    Many factors below 1 make it vanish, many above 1 make it explode. Here is what they do to a \
    network that has not been trained yet: 10 inputs, the hidden layers you choose, and one sigmoid \
    output under binary cross-entropy, on ten random examples. Xavier draws the weights with variance 2/(in + out), He with 2/in.</p>
    <form class="choices" id="depth-choices">
    <label>Hidden layers <input type="number" name="depth" min="1" max="20" value="5"/></label>
    <label>Units in each <input type="number" name="width" min="1" max="64" value="20"/></label>
    <label>Initial weights <select name="initialisation">
    <option value="xavier">Xavier</option>
    <option value="he">He</option>
    <option value="plain">variance 1</option>
    <option value="small">variance 0.01</option>
    </select></label>
    <label>Seed <input type="number" name="seed" min="0" max="999999999" value="1"/></label>
    </form>
    <p>The sizes are <code id="depth-sizes">10-20-20-20-20-20-1</code>.</p>
    <p class="chart-legend"><span class="key">‖δ⁽ˡ⁾‖, the error signal (discs)</span>
    <span class="key two">‖∂ℒ/∂W⁽ˡ⁾‖, the weight gradient (squares)</span></p>
    </section>
    <div class="flows" id="depth-flows"></div>
    <section class="card" aria-label="As tables">
    <p>Every layer's ‖δ‖ is the one above it, times what W<sup>T</sup> and what f′ make of it.</p>
    <div id="depth-tables"></div>
    </section>

    """
}
