/// The page that a student begins from: what all the work comes to, with a link to each exercise's
/// feedback.
package struct StudentPage: Sendable {
  /// One exercise, as a line of the page.
  package struct Line: Sendable {
    package let id: String
    package let title: String
    /// The points with what they are out of, or what stands for them.
    package let points: String
    package let remark: String
    /// The page of feedback; nil where there is none.
    package let link: String?

    package init(id: String, title: String, points: String, remark: String, link: String?) {
      self.id = id
      self.title = title
      self.points = points
      self.remark = remark
      self.link = link
    }
  }

  private let student: String
  private let title: String
  private let total: String
  private let lines: [Line]
  private let remarks: [String]

  /// - Parameters:
  ///   - student: What the student is called.
  ///   - title: What the assignment is called.
  ///   - total: What it comes to, in words.
  ///   - remarks: What else there is to say.
  package init(
    student: String, title: String, total: String, lines: [Line], remarks: [String]
  ) {
    self.student = student
    self.title = title
    self.total = total
    self.lines = lines
    self.remarks = remarks
  }

  /// The whole page.
  package var page: [UInt8] {
    var writer = HTMLWriter()
    HTMLDocument.begin(title: "\(title) – \(student)", style: "class", in: &writer)
    writer.markup("<header>\n")
    writer.element("h1", title)
    writer.element("p", class: "who", student)
    writer.markup("</header>\n<main>\n<div class=\"card\"><p><strong>")
    writer.text(total)
    writer.markup("</strong></p></div>\n")
    writer.markup(
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Exercises\"><table><thead><tr>"
        + "<th scope=\"col\">exercise</th><th scope=\"col\" class=\"n\">points</th>"
        + "<th scope=\"col\">remarks</th></tr></thead><tbody>\n")
    for line in lines {
      writer.markup("<tr><th scope=\"row\">")
      if let link = line.link { writer.markup("<a href=\"\(link.escapedForHTML)\">") }
      writer.text(line.title.isEmpty ? line.id : "\(line.id) \(line.title)")
      if line.link != nil { writer.markup("</a>") }
      writer.markup("</th>")
      writer.element("td", class: "n", line.points)
      writer.element("td", class: "words", line.remark)
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody></table></div>\n")
    for remark in remarks { writer.element("p", remark) }
    writer.markup("</main>\n")
    HTMLDocument.end(in: &writer)
    return writer.bytes
  }
}
