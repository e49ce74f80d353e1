import Arguments
import Classroom
import Foundation

extension ParsedArguments {
  /// The roster of `--roster`; nil where there is none.
  func roster() throws -> Roster? {
    guard let path = value("roster") else { return nil }
    do {
      return try Roster(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    } catch let fault as Roster.Fault {
      throw Complaint("the roster '\(path)' \(fault)")
    } catch {
      throw Complaint("the roster '\(path)' could not be read")
    }
  }
}
