import Foundation
import Grading
import SystemCalls

/// Where exercises are looked for when no folder is named: `exercises` here or in a folder above,
/// then the folders of `$BACKMARK_EXERCISES`; where there are none, what came with the program.
struct ExerciseFolders {
  let workingFolder: String
  /// The path of the program that runs.
  let program: String
  /// The folders of ``variable``, with colons between them.
  let environment: String?

  static let variable = "BACKMARK_EXERCISES"

  /// The folders to read, in order.
  var found: [String] {
    let folders =
      (near.map { [$0] } ?? []) + (environment ?? "").split(separator: ":").map(String.init)
    return folders.isEmpty ? installed.map { [$0] } ?? [] : folders
  }

  /// The one here, whatever is in it; above, the nearest that has an exercise in it, since another
  /// folder of that name may be anybody's.
  private var near: String? {
    if FileKind(of: "\(workingFolder)/exercises") == .folder { return "exercises" }
    var folder = URL(fileURLWithPath: workingFolder)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let exercises = folder.appendingPathComponent("exercises").path
      if hasExercises(exercises) { return exercises }
    }
    return nil
  }

  /// The catalogue that came with the program: `share/backmark/exercises` of where it is installed,
  /// or that of the clone it was built in.
  private var installed: String? {
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    var candidates = [
      folder.deletingLastPathComponent().appendingPathComponent("share/backmark/exercises"),
      folder.appendingPathComponent("exercises"),
    ]
    // The program lies in .build/PLATFORM/release.
    for _ in 0..<3 where folder.path != "/" {
      folder.deleteLastPathComponent()
      candidates.append(folder.appendingPathComponent("exercises"))
    }
    return candidates.map(\.path).first(where: hasExercises)
  }

  private func hasExercises(_ path: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.contains(where: Catalogue.isExercise)
  }
}
