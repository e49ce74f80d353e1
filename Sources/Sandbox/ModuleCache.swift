import Foundation
import FunctionMarking
import Numerics
import SystemCalls

/// The compiled system modules that all compilations read and none may write.
///
/// Built once for each toolchain, at the path where it is read, since the compiler refuses it
/// anywhere else; inside the confinement, from a source of the grader's own.
struct ModuleCache {
  /// The modules that a student may import.
  static let available = [
    Platform.current.systemModule, "Foundation", "Dispatch", "Synchronization", "RegexBuilder",
  ]
  static let source = available.map { "import \($0)\n" }.joined()

  /// What was built, and where.
  struct Content: Equatable {
    let folder: String
    /// How this compiler names the standard library's own.
    let standard: Adapter.Standard
  }

  /// The path that the names of everything in this cache begin with.
  private let stem: String
  private let identity: String
  private var marker: String { "\(stem).ready" }

  /// The cache's place for a toolchain; nothing is built yet.
  init(for toolchain: Toolchain, settings: SandboxSettings) throws(FunctionRunner.Fault) {
    let base = try ModuleCache.base(settings)
    let ready = AnswerFolder.readyName + ReadyFunction.allCases.map(\.source).joined()
    // The compiler takes no module that was compiled with other options.
    let options = CompilerCommands.frontend(toolchain, files: [], modules: "").joined()
    identity =
      "\(toolchain.identity) \(ModuleCache.available.joined(separator: " ")) "
      + String(FNV1a.hash(ready + options), radix: 16)
    // The name only keeps toolchains apart, the marker says whose it really is.
    stem = "\(base)/modules-\(String(FNV1a.hash(identity), radix: 16))"
  }

  /// What has been built for this very toolchain; nil if nothing has.
  private var content: Content? {
    guard let kept = FileManager.default.contents(atPath: marker) else { return nil }
    let lines = String(decoding: kept, as: UTF8.self).split(separator: "\n")
    guard lines.count == 3, lines[0] == identity,
      let standard = Adapter.Standard(rawValue: String(lines[1]))
    else { return nil }
    let folder = String(lines[2])
    guard folder.hasPrefix(stem), access(folder, R_OK | X_OK) == 0 else { return nil }
    return Content(folder: folder, standard: standard)
  }

  /// Builds the cache unless somebody has; whoever comes second waits.
  func prepare(
    _ build: (_ folder: String) throws(FunctionRunner.Fault) -> Adapter.Standard
  ) throws(FunctionRunner.Fault) -> Content {
    if let content { return content }
    let lock = open("\(stem).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw fault(stem, "locked") }
    defer { close(lock) }
    guard uninterrupted({ flock(lock, LOCK_EX) }) == 0 else { throw fault(stem, "locked") }
    if let content { return content }
    // A new folder each time: others may be at work with the one before.
    var name = Array("\(stem)-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw fault(stem, "made") }
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let standard: Adapter.Standard
    do throws(FunctionRunner.Fault) {
      try handOver(folder, to: ModuleCache.isForNobody ? 65534 : geteuid())
      standard = try build(folder)
      try handOver(folder, to: geteuid())
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    try keep("\(identity)\n\(standard.rawValue)\n\(folder)\n", at: marker)
    clearAway(keeping: folder)
    return Content(folder: folder, standard: standard)
  }

  /// Removes what was built before and nobody can be at work with any more.
  private func clearAway(keeping folder: String) {
    let base = URL(fileURLWithPath: stem).deletingLastPathComponent()
    let yesterday = Date(timeIntervalSinceNow: -86_400)
    let entries = try? FileManager.default.contentsOfDirectory(
      at: base, includingPropertiesForKeys: [.contentModificationDateKey])
    for entry in entries ?? [] where entry.path.hasPrefix("\(stem)-") && entry.path != folder {
      let values = try? entry.resourceValues(forKeys: [.contentModificationDateKey])
      if let changed = values?.contentModificationDate, changed < yesterday {
        try? FileManager.default.removeItem(at: entry)
      }
    }
  }

  /// Forgets what was built, so that it is built again: the system's own files have changed.
  func forget(_ content: Content) {
    if self.content == content { unlink(marker) }
  }

  /// Writes a note beside the cache, whole or not at all.
  private func keep(_ text: String, at path: String) throws(FunctionRunner.Fault) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FunctionRunner.Fault("\(path) could not be written: \(error.localizedDescription)")
    }
  }

  /// Whether a trial of the confinement under these conditions is known to have held.
  func hasHeld(under conditions: String) -> Bool {
    trials.contains(conditions)
  }

  /// Remembers that it has held; forgetting it costs a trial, so failing to is no fault.
  func rememberHolding(under conditions: String) {
    let known = trials
    if known.contains(conditions) { return }
    try? keep((known.suffix(7) + [conditions]).joined(separator: "\n"), at: "\(stem).trials")
  }

  private var trials: [String] {
    let kept = FileManager.default.contents(atPath: "\(stem).trials") ?? Data()
    return String(decoding: kept, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func handOver(_ folder: String, to owner: uid_t) throws(FunctionRunner.Fault) {
    // The files in it may stay whose they are: who cannot enter by writing cannot replace them.
    guard chown(folder, owner, owner == 65534 ? owner : getegid()) == 0,
      chmod(folder, 0o755) == 0
    else { throw fault(folder, "handed over") }
  }

  private func fault(_ path: String, _ what: String) -> FunctionRunner.Fault {
    FunctionRunner.Fault("\(path) could not be \(what): \(SystemError.last)")
  }

  // MARK: - Where

  /// The superuser's answers run as nobody, who must be able to reach the cache.
  static var isForNobody: Bool { geteuid() == 0 }

  private static func base(_ settings: SandboxSettings) throws(FunctionRunner.Fault) -> String {
    var places = [settings.cacheFolder, settings.userCache.map { "\($0)/backmark" }]
    places.append(settings.home.map { "\($0)/.cache/backmark" })
    if isForNobody { places.append("/var/cache/backmark") }
    places.append("\(settings.temporaryFolder)/backmark-\(geteuid())")
    for place in places.compactMap(\.self) where place.hasPrefix("/") {
      try? FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      if let found = realPath(of: place), isSafe(found) { return found }
    }
    throw FunctionRunner.Fault(
      "there is no folder for the compiler's modules; set XDG_CACHE_HOME to one of your own")
  }

  /// Whether the folder is the grader's alone, and can be reached by whoever must read it.
  private static func isSafe(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0
    else { return false }
    guard isForNobody else { return true }
    var folder = URL(fileURLWithPath: path)
    while folder.path != "/" {
      guard stat(folder.path, &status) == 0, status.st_mode & 0o001 != 0 else { return false }
      folder.deleteLastPathComponent()
    }
    return true
  }
}
