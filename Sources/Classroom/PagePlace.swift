import Gradebooks

/// Where a student's pages are, and what the student is called on them.
struct PagePlace: Sendable {
  let label: String
  let folder: FolderName

  init(_ label: String, number: Int) {
    self.label = label
    folder = FolderName(label, number: number)
  }
}
