/// What See it and Move it have in common: what is shown, and what the lines of the picture mean.
enum SceneBar {
  /// - Parameter note: Why numbers are not shown at first.
  static func html(_ note: String) -> String {
    """
    <section class="card bar-of-scene" aria-label="What is shown">
    <label><input type="checkbox" data-scene="show" disabled=""/> Show the numbers</label>
    <label hidden="">Sample <select data-scene="sample"></select></label>
    <button type="button" class="plain" data-scene="reset" disabled="">The exercise’s numbers</button>
    <p class="soft small">\(note)</p>
    </section>
    """
  }

  static let legend = """
    <ul class="legend soft small">
    <li><i></i>above 0</li><li><i class="minus"></i>below 0</li>
    <li><i class="blocked"></i>0, or blocked by a dead unit</li>
    <li>The width is the size: of the weight on the way forward, of its gradient on the way back.</li>
    </ul>
    """
}
