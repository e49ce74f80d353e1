/// A folder or a file for each student, named by the student.
struct PlainLayout: ClassLayout {
  static let name = "plain"

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    let count = listing.entries.count
    let folders = listing.entries.count { $0.kind == .folder }
    let what =
      switch (folders, count - folders) {
      case (0, 1): "file"
      case (0, _): "files"
      case (1, 0): "folder"
      case (_, 0): "folders"
      default: "folders and files"
      }
    return LayoutRecognition(fitting: count, count: count, what: what)
  }

  func handIns(_ listing: consuming ClassListing) -> [HandIn] {
    listing.entries.map { HandIn($0) }
  }
}
