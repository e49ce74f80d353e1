import Gradebooks
import Grading

extension ClassFacts {
  package init(_ run: ClassRun) {
    self.init(
      students: run.folder.students.count,
      knowsLateness: run.folder.knowsLateness || run.assignment?.asksForTimes == true,
      titles: run.library.titles, pages: run.pages)
  }

  init(_ manifest: RunManifest) {
    self.init(
      students: manifest.students,
      knowsLateness: manifest.knowsLateness || manifest.classAssignment?.asksForTimes == true,
      titles: manifest.titles,
      pages: FeedbackPages(
        hasFeedback: !manifest.policy.contains("no-feedback"),
        isAnonymous: manifest.policy.contains("anonymise")))
  }
}
