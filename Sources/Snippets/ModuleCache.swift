import Foundation
import Signatures

/// The compiled system modules that all compilations read and none may write.
///
/// Built once for each toolchain, at the path where it is read, since the compiler refuses it
/// anywhere else; inside the confinement, from a source of the grader's own.
struct ModuleCache {
  /// The modules that a student may import.
  static let available = ["Glibc", "Foundation", "Dispatch", "Synchronization", "RegexBuilder"]
  static let source = available.map { "import \($0)\n" }.joined()

  let folder: String
  private let identity: String
  private var marker: String { "\(folder).ready" }

  /// The cache's place for a toolchain; nothing is built yet.
  init(for toolchain: Toolchain, settings: BenchSettings) throws(CodeBench.Fault) {
    let base = try ModuleCache.base(settings)
    identity = "\(toolchain.identity) \(ModuleCache.source)"
    // FNV-1a: the name only keeps toolchains apart, the marker says whose it really is.
    let hash = identity.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    folder = "\(base)/modules-\(String(hash, radix: 16))"
  }

  /// What was noted when the cache was built for this very toolchain; nil if it never was.
  private var note: Adapter.Standard? {
    guard let kept = FileManager.default.contents(atPath: marker) else { return nil }
    let text = String(decoding: kept, as: UTF8.self)
    return text.hasPrefix(identity)
      ? Adapter.Standard(rawValue: String(text.dropFirst(identity.count))) : nil
  }

  /// Builds the cache unless somebody has; whoever comes second waits.
  ///
  /// - Returns: what `build` returned when it was built.
  func prepare(
    _ build: (_ folder: String) throws(CodeBench.Fault) -> Adapter.Standard
  ) throws(CodeBench.Fault) -> Adapter.Standard {
    if let note { return note }
    let lock = open("\(folder).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw fault("locked") }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw fault("locked") }
    }
    if let note { return note }
    try? FileManager.default.removeItem(atPath: folder)
    guard mkdir(folder, 0o755) == 0 else { throw fault("made") }
    try handOver(to: ModuleCache.isForNobody ? 65534 : geteuid())
    let found = try build(folder)
    try handOver(to: geteuid())
    try keep(identity + found.rawValue, at: marker)
    return found
  }

  /// Writes a note beside the cache, whole or not at all.
  private func keep(_ text: String, at path: String) throws(CodeBench.Fault) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CodeBench.Fault("\(path) could not be written: \(error.localizedDescription)")
    }
  }

  /// Whether a trial of the confinement under these conditions is known to have held.
  func hasHeld(under conditions: String) -> Bool {
    FileManager.default.contents(atPath: "\(folder).trial").map { Array($0) }
      .map { String(decoding: $0, as: UTF8.self) }?
      .split(separator: "\n").contains { $0 == conditions } ?? false
  }

  /// Remembers that it has held; forgetting it costs a trial, so failing to is no fault.
  func rememberHolding(under conditions: String) {
    let known = FileManager.default.contents(atPath: "\(folder).trial") ?? Data()
    let lines = String(decoding: known, as: UTF8.self).split(separator: "\n").suffix(7)
    try? keep((lines + [conditions[...]]).joined(separator: "\n"), at: "\(folder).trial")
  }

  private func handOver(to owner: uid_t) throws(CodeBench.Fault) {
    // The files in it may stay whose they are: who cannot enter by writing cannot replace them.
    guard chown(folder, owner, owner == 65534 ? owner : getegid()) == 0,
      chmod(folder, 0o755) == 0
    else { throw fault("handed over") }
  }

  private func fault(_ what: String) -> CodeBench.Fault {
    CodeBench.Fault("the folder \(folder) could not be \(what): \(systemMessage())")
  }

  // MARK: - Where

  /// The superuser's snippets run as nobody, who must be able to reach the cache.
  static var isForNobody: Bool { geteuid() == 0 }

  private static func base(_ settings: BenchSettings) throws(CodeBench.Fault) -> String {
    var places = [settings.cacheFolder, settings.userCache.map { "\($0)/backmark" }]
    places.append(settings.home.map { "\($0)/.cache/backmark" })
    if isForNobody { places.append("/var/cache/backmark") }
    places.append("\(settings.temporaryFolder)/backmark-\(geteuid())")
    for place in places.compactMap(\.self) where place.hasPrefix("/") {
      try? FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      if let found = realPath(place), isSafe(found) { return found }
    }
    throw CodeBench.Fault(
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
