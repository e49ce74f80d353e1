import Foundation
import Gradebooks
import SystemCalls

/// A folder with what a class has handed in.
package struct ClassFolder: Sendable {
  /// The folder that the ways to the files begin at; for an archive, where it was unpacked.
  package let path: String
  /// The students in the order of their ids.
  package let students: Students
  /// How many entries were passed over as rubbish of an operating system.
  package let ignored: Int
  /// Whether the layout says who was late.
  package let knowsLateness: Bool
  /// The unpacked archive, which is removed when nobody needs the class any more.
  private let unpacked: ScratchFolder?

  init(
    path: String, handIns: consuming [HandIn], ignored: Int, knowsLateness: Bool = false,
    unpacked: ScratchFolder? = nil, keepsAttempts: Bool = false,
    refuses: ((HandInTime) -> Bool)? = nil
  ) {
    self.path = path
    students = Students(handIns, keepsAttempts: keepsAttempts, refuses: refuses)
    self.ignored = ignored
    self.knowsLateness = knowsLateness
    self.unpacked = unpacked
  }

  /// The students of a plain class folder, whose every entry is a student's.
  ///
  /// - Parameters:
  ///   - path: The folder, or a link to it.
  ///   - results: The folder the results go to, which is no student's.
  /// - Throws: `FileFault` where the folder cannot be listed.
  package init(path: String, results: String? = nil) throws(FileFault) {
    let listing = try ClassListing(path, results: results)
    self.init(path: path, handIns: PlainLayout().handIns(listing), ignored: listing.ignored)
  }
}
