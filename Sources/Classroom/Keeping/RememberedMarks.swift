import Foundation
import LocatedJSON
import SystemCalls

/// The marks that were given with an earlier run into the same results: a person's work is not lost
/// because a command was given without it.
package struct RememberedMarks {
  private let folder: String
  private let path: String

  package init(in results: String) {
    folder = results + "/" + KeptWork.folderName
    path = folder + "/marks"
  }

  /// The marks as they stand in their file, under its name; nil where there are none.
  package var source: SourceText? {
    guard let data = FileManager.default.contents(atPath: path),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return SourceText(
      name: String(decoding: data[..<end], as: UTF8.self),
      bytes: Array(data[data.index(after: end)...]))
  }

  package func keep(_ source: SourceText) throws(OutputFile.Fault) {
    try OutputFile.makeFolder(folder)
    var file = try OutputFile(path)
    try file.write(source.name.shownOnOneLine + "\n")
    try file.write(source.bytes)
    try file.commit()
  }

  /// - Returns: Whether there were any.
  package func forget() -> Bool { unlink(path) == 0 }
}
