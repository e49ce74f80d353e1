import Foundation

/// Where the pages of one student are, which are read one at a time.
package struct StudentPages: Sendable {
  private let results: String
  private let label: String
  private let number: Int

  /// - Parameters:
  ///   - label: What the student is called on pages.
  ///   - number: The student's place in the class.
  ///   - results: The folder of the results that the pages are in.
  package init(of label: String, number: Int, in results: String) {
    self.label = label
    self.number = number
    self.results = results
  }

  /// The page of an exercise as it was written; nil where it is not there.
  func page(of exercise: String) -> (name: String, bytes: [UInt8])? {
    let folder = FolderName(label, number: number).text
    // An id too long for a file's name, of which the number would be a part, has no page here.
    let name = FolderName(exercise, number: 0).text + ".html"
    return FileManager.default.contents(atPath: "\(results)/feedback/\(folder)/\(name)")
      .map { (name, [UInt8]($0)) }
  }
}
