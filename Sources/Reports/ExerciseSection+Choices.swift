extension ExerciseSection {
  private static let mostGroups = 30

  /// Who chose the same values, where everybody chooses their own.
  func writeChoices(in writer: inout HTMLWriter) {
    let groups = statistics.choices.groups(ExerciseSection.mostGroups)
    if groups.isEmpty { return }
    begin("The same own values: worth a look", in: &writer)
    writer.markup(
      "<thead><tr><th scope=\"col\" class=\"n\">students</th><th scope=\"col\">values</th>"
        + "<th scope=\"col\">for example</th></tr></thead><tbody>\n")
    for group in groups {
      writer.markup("<tr><td class=\"n\">\(group.count)</td><td class=\"words\">")
      for (index, one) in group.values.enumerated() {
        writer.markup(index == 0 ? "<code>" : ", <code>")
        writer.text(one.name)
        writer.markup(" = ")
        writer.value(one.value, most: 40)
        writer.markup("</code>")
      }
      if group.isUniform { writer.markup(" (all entries equal, which many think of first)") }
      writer.markup("</td>")
      writer.element("td", group.students.joined(separator: ", "))
      writer.markup("</tr>\n")
    }
    end(in: &writer)
    writer.markup(
      "<p class=\"soft\">These students chose exactly the same values. That proves nothing: round "
        + "numbers meet by chance, and an example from the course may have been taken over. Those "
        + "with the most digits come first.")
    if statistics.choices.groupCount > groups.count {
      writer.markup(" There are \(statistics.choices.groupCount - groups.count) more such groups.")
    }
    if statistics.choices.isFull {
      writer.markup(
        " Only the first \(ChoiceTable.mostChoices) different choices were compared with the rest.")
    }
    writer.markup("</p>\n")
  }
}
