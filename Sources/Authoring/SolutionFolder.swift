import Grading
import SystemCalls

/// What lies in the folder of solutions to one exercise.
struct SolutionFolder {
  let path: String
  /// Everything in it, sorted.
  let names: [String]

  /// The name of the file that says what must come of the wrong answers.
  static let expectations = "expected.json"

  init(_ path: String) {
    self.path = path
    names = SolutionFolder.entries(of: path).map(\.name.text)
      .filter { !EntryName.isRubbish($0) }.sorted()
  }

  /// The file that says what must come of the wrong answers.
  var expectations: String { path.appendingPath(SolutionFolder.expectations) }

  /// The submissions that must earn full marks.
  var models: [String] { names.filter { isModel($0) && !isCompanion($0) } }

  /// The submissions of which it is said what they must earn.
  var cases: [String] { names.filter(isCase) }

  func isCase(_ name: String) -> Bool {
    name != SolutionFolder.expectations && !isModel(name) && !isCompanion(name)
  }

  private func isModel(_ name: String) -> Bool { name.stem == "model" }

  /// Whether a Swift file belongs to a file of answers of the same name.
  private func isCompanion(_ name: String) -> Bool {
    name.hasSuffix(".swift")
      && names.contains { $0 != name && $0.stem == name.stem && !$0.hasSuffix(".swift") }
  }

  // MARK: Folders

  /// The names of the folders in a folder.
  static func folders(in path: String) -> [String] {
    entries(of: path).filter { $0.kind == .folder }.map(\.name.text).sorted()
  }

  private static func entries(of path: String) -> [Directory.Entry] {
    guard let folder = try? Directory(Array(path.utf8CString), followsLink: true) else { return [] }
    return (try? folder.entries()) ?? []
  }
}
