extension HTMLWriter {
  /// A table of how many students there are in each tenth of the points, with bars.
  mutating func distribution(_ bins: [Int], _ caption: String) {
    let largest = max(1, bins.max() ?? 1)
    markup("<table class=\"bars\"><caption>")
    text(caption)
    markup(
      "</caption><thead><tr><th scope=\"col\">points</th><th scope=\"col\" class=\"n\">students</th>"
        + "<td aria-hidden=\"true\"></td></tr></thead><tbody>\n")
    for number in bins.indices.reversed() {
      markup(
        "<tr><th scope=\"row\">\(ScoreBin.label(number))</th><td class=\"n\">\(bins[number])</td>"
          + "<td aria-hidden=\"true\"><span class=\"share\"><i style=\"width:"
          + "\(bins[number] * 100 / largest)%\"></i></span></td></tr>\n")
    }
    markup("</tbody></table>\n")
  }
}
