import Foundation

/// What a program may have left behind on the machine.
enum EndedRunners {
  /// The runners that ended without anybody asking how, and still do after a while.
  ///
  /// Tests beside this one end runners of theirs at any moment, and each is a zombie until its end
  /// is asked for: only one that stays so was forgotten.
  static func forgotten() async throws -> Set<String> {
    var seen = zombies
    for _ in 0..<600 where !seen.isEmpty {
      try await Task.sleep(for: .milliseconds(50))
      seen.formIntersection(zombies)
    }
    return seen
  }

  private static var zombies: Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return Set(
      names.filter { name in
        guard Int(name) != nil,
          let status = FileManager.default.contents(atPath: "/proc/\(name)/stat")
        else { return false }
        return String(decoding: status, as: UTF8.self)
          .contains("(backmark-runner) Z \(getpid()) ")
      })
  }
}
