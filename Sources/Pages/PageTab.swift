import Exercises
import Practice

/// One of the ways to work with an exercise that its page has: a tab, and the panel that it opens.
struct PageTab {
  /// What the tab is called in the page's script and its address.
  let id: String
  let title: String
  /// What is in the panel before its script has drawn anything.
  let panel: String

  /// The tabs of an exercise's page, in their order; the first one is open.
  static func all(of exercise: Exercise) -> [PageTab] {
    let work = PageTab(id: "do", title: "Do it", panel: DoPanel(exercise).html)
    let own = [
      PageTab(id: "see", title: "See it", panel: SeePanel.html),
      PageTab(id: "move", title: "Move it", panel: MovePanel.html),
    ]
    let others = [
      PageTab(id: "depth", title: "Depth", panel: DepthPanel.html),
      PageTab(id: "train", title: "Train it", panel: TrainPanel.html),
    ]
    // Without a network there is nothing to see or to move.
    return [work] + (exercise.network == nil ? [] : own) + others
  }

  /// The list of tabs and the panels; a page with one tab has no list to see.
  static func html(of tabs: [PageTab]) -> String {
    var list = ""
    var panels = ""
    for (index, tab) in tabs.enumerated() {
      let isOpen = index == 0
      list += """
        <button type="button" role="tab" id="tab-\(tab.id)" aria-controls="panel-\(tab.id)" \
        aria-selected="\(isOpen)"\(isOpen ? "" : " tabindex=\"-1\"") disabled="">\(tab.title)</button>

        """
      panels += """
        <div role="tabpanel" id="panel-\(tab.id)" aria-labelledby="tab-\(tab.id)"\
        \(isOpen ? "" : " hidden=\"\"")>
        \(tab.panel)</div>

        """
    }
    return """
      <div role="tablist" aria-label="What to do with the exercise"\
      \(tabs.count > 1 ? "" : " hidden=\"\"")>
      \(list)</div>
      \(panels)
      """
  }
}
