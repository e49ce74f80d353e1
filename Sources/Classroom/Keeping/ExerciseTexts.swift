import Foundation
import Grading
import SystemCalls

/// The exercises' files as the last finished run marked with them, so that the next one can say what
/// in them made points change.
struct ExerciseTexts {
  private let path: String
  private let texts: [String: String]

  /// - Parameter folder: The hidden folder of the results.
  init(in folder: String) {
    path = folder + "/exercises.json"
    let data = FileManager.default.contents(atPath: path) ?? Data()
    texts = (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
  }

  /// What is different now, by the exercises' ids.
  func changes(in library: ExerciseLibrary) -> [String: ExerciseChange] {
    var changes: [String: ExerciseChange] = [:]
    for (id, old) in texts {
      if let new = library.texts[id] { changes[id] = ExerciseChange(from: old, to: new) }
    }
    return changes
  }

  /// Keeps what the exercises are now.
  func keep(_ library: ExerciseLibrary) throws(OutputFile.Fault) {
    if texts == library.texts { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(library.texts) else { return }
    var file = try OutputFile(path)
    try file.write([UInt8](data))
    try file.commit()
  }
}
