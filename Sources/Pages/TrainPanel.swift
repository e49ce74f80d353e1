/// "Train it": a network that learns to tell points of two classes apart.
enum TrainPanel {
  static let html = """
    <section class="card" aria-label="What is trained">
    <p>Gradient descent, step by step: forward pass, loss, backpropagation, and every weight and bias \
    moves by −η times its gradient. The output is a sigmoid, the chance of class 1.</p>
    <form class="choices" id="train-choices">
    <label>Points <select name="data">
    <option value="moons">two moons</option>
    <option value="xor">XOR</option>
    <option value="four">four on a line</option>
    <option value="own">your own</option>
    </select></label>
    <label>Hidden layers <input type="text" name="hidden" value="8, 8" autocomplete="off" \
    spellcheck="false"/></label>
    <label>Activation <select name="activation">
    <option value="relu">ReLU</option>
    <option value="tanh">tanh</option>
    <option value="sigmoid">sigmoid</option>
    </select></label>
    <label>Loss <select name="loss">
    <option value="entropy">cross-entropy</option>
    <option value="squared">½ squared error</option>
    </select></label>
    <label>Initial weights <select name="initialisation">
    <option value="">He or Xavier</option>
    <option value="he">He</option>
    <option value="xavier">Xavier</option>
    <option value="plain">variance 1</option>
    <option value="small">variance 0.01</option>
    </select></label>
    <label>η <input type="text" inputmode="decimal" name="rate" value="0.5" autocomplete="off"/></label>
    <label>A step after <select name="steps">
    <option value="batch">all points</option>
    <option value="online">each point</option>
    </select></label>
    <label>Seed <input type="number" name="seed" min="0" max="999999999" value="1"/></label>
    <div id="train-own" hidden=""><label for="train-points">Your points: a line for each, its one or \
    two numbers, then its class, 0 or 1</label>
    <textarea id="train-points" name="points" rows="6" spellcheck="false" \
    placeholder="0.5, 1.2, 1"></textarea></div>
    </form>
    <div class="choices row">
    <label>Epochs a run <input type="number" id="train-epochs" min="1" max="100000" value="2000"/></label>
    <button type="button" id="train-run" disabled="">Run</button>
    <button type="button" id="train-step" class="plain" disabled="">One epoch</button>
    <button type="button" id="train-reset" class="plain" disabled="">Reset</button>
    </div>
    </section>
    <section class="card" aria-label="The training">
    <p>The network is <code id="train-sizes">2-8-8-1</code>.</p>
    <p id="train-status"></p>
    <p id="train-trouble"></p>
    <div class="training">
    <div><div id="train-picture"><canvas aria-hidden="true"></canvas><div class="over"></div></div>
    <p class="chart-legend"><span class="first">● class 0</span> <span class="second">■ class 1</span> \
    <span>hollow: test</span> <span id="train-line"></span></p></div>
    <div id="train-curves"></div>
    </div>
    <details id="train-tables"><summary>The curves and the points as tables</summary><div></div></details>
    </section>

    """
}
