import Archives
import Foundation
import Numerics
import SystemCalls

/// One export on its way to its file, or to one file for each student.
package final class ExportFile {
  private var export: any ClassExport
  private let path: String
  private let isPerStudent: Bool
  private var file: OutputFile?
  private var count = 0

  /// What stands for the student in the name of a file.
  package static let placeholder = "{student}"

  /// What came of an export.
  package struct Outcome: Sendable {
    /// Where it is.
    package let made: String
    /// What the instructor should know, for points may go nowhere.
    package let warnings: [String]
  }

  package init(_ form: any ClassExport.Type, _ order: ExportOrder) throws(ExportFault) {
    path = try form.target(of: order)
    isPerStudent = form.isPerStudent
    let hasPlaceholder = path.contains(ExportFile.placeholder)
    if isPerStudent, order.facts.students > 1, !hasPlaceholder {
      throw ExportFault(
        "\(form.name) makes a file for each student, so its name must contain "
          + ExportFile.placeholder)
    }
    export = try form.init(order)
    if !isPerStudent {
      do {
        try ExportFile.makeParent(of: path)
        file = try OutputFile(path)
      } catch {
        throw ExportFault(error.description)
      }
      try write(export.head())
    }
  }

  package func add(_ record: StudentRecord, pages: StudentPages? = nil) throws(ExportFault) {
    let bytes = try export.bytes(of: record, pages: pages)
    guard isPerStudent else { return try write(bytes) }
    let name = path.replacing(ExportFile.placeholder, with: ExportFile.fileName(of: record.id))
    do {
      try ExportFile.makeParent(of: name)
      var own = try OutputFile(name)
      try own.write(bytes)
      try own.commit()
    } catch {
      throw ExportFault(error.description)
    }
    count += 1
  }

  /// Makes the file appear.
  ///
  /// - Returns: Where it is, and what else there is to say.
  package func finish() throws(ExportFault) -> Outcome {
    let form = type(of: export).name
    if isPerStudent {
      return Outcome(
        made: "Exported \(form): \(count) \(count == 1 ? "file" : "files"), \(path)", warnings: [])
    }
    try write(export.foot())
    do {
      try file?.commit()
    } catch {
      throw ExportFault(error.description)
    }
    let columns = export.columns.isEmpty ? "" : " (\(export.columns))"
    return Outcome(
      made: "Exported \(form): \(path)\(columns)", warnings: export.notes.map { "\(form): \($0)" })
  }

  private func write(_ bytes: [UInt8]) throws(ExportFault) {
    do {
      try file?.write(bytes)
    } catch {
      throw ExportFault(error.description)
    }
  }

  private static func makeParent(of path: String) throws(OutputFile.Fault) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    try OutputFile.makeFolder(String(path[..<slash]))
  }

  /// An id as a file name: whatever is not plainly a name is spelled out byte by byte.
  static func fileName(of id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
      if isPlain || "_-@+".contains(character) || (character == "." && !name.isEmpty) {
        name.append(character)
      } else {
        name += byte.percentEncoded
      }
    }
    // Longer names than file systems take are told apart by a hash.
    return name.utf8.count <= 120
      ? name : name.prefix(100) + "-" + String(Checksum.of(Array(id.utf8)), radix: 16)
  }
}
