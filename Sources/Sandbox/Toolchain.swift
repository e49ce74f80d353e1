import Foundation
import FunctionMarking
import SystemCalls

/// The Swift compiler of this machine, and what is needed to call its parts one by one.
package struct Toolchain: Hashable, Sendable {
  let platform: Platform
  let processor: Platform.Processor
  /// The folder that holds `bin` and `lib`.
  package let root: String
  /// The part of the compiler that compiles.
  package let frontend: String
  /// The linker that puts students' programs together.
  package let linker: String
  /// What to link in front of and behind the compiled file.
  private(set) var objectsBefore: [String]
  private(set) var objectsAfter: [String]
  /// The system's headers and libraries, on macOS.
  let sdk: String

  /// What names the line of an address in a program; nil where it is not there.
  var symbolizer: String? {
    let path = "\(root)/bin/llvm-symbolizer"
    guard platform == .linux, access(path, X_OK) == 0 else { return nil }
    return realPath(of: path)
  }

  /// The kind of machine that is compiled for.
  var target: String { platform.target(processor) }
  var architecture: String { platform.name(of: processor) }

  /// The folder of the libraries that programs are run with.
  var libraries: String { "\(root)/lib/swift/linux" }

  /// The toolchain of this machine: on Linux the one that `swiftc` in the search path belongs to,
  /// on macOS the one that is chosen there.
  package static func find(searchPath: String) throws(FunctionRunner.Fault) -> Toolchain {
    switch Platform.current {
    case .linux: try findOnLinux(searchPath: searchPath)
    case .macOS: try findOnMac()
    }
  }

  private static func findOnLinux(searchPath: String) throws(FunctionRunner.Fault) -> Toolchain {
    guard let compiler = program("swiftc", in: searchPath) else { throw .noCompiler }
    guard let root = rootFolder(of: compiler) else {
      throw FunctionRunner.Fault(
        "the Swift compiler's parts were not found beside \(compiler); put the toolchain's own "
          + "usr/bin folder first in PATH. Numeric work is still marked")
    }
    let goldOrOther = program("ld.gold", in: "/usr/bin:\(searchPath)").flatMap(realPath(of:))
    let linker = goldOrOther ?? "\(root)/bin/ld.lld"
    guard access(linker, X_OK) == 0 else { throw .noLinker }
    var toolchain = Toolchain(
      root: root, frontend: "\(root)/bin/swift-frontend", linker: realPath(of: linker) ?? linker)
    toolchain.addObjects()
    return toolchain
  }

  /// What `xcrun` is asked for on macOS: the compiler, the linker and the SDK.
  static let questions = [["--find", "swift-frontend"], ["--find", "ld"], ["--show-sdk-path"]]

  private static func findOnMac() throws(FunctionRunner.Fault) -> Toolchain {
    var paths: [String] = []
    for question in questions {
      let end = try ChildProcess.bare(
        ["/usr/bin/xcrun"] + question, deadline: .now + .seconds(60))
      let words = String(decoding: end.output, as: UTF8.self)
      guard !end.wasStopped, let line = words.split(whereSeparator: \.isNewline).first,
        let path = realPath(of: String(line))
      else { throw .noTools }
      paths.append(path)
    }
    guard let toolchain = Toolchain(mac: paths), access(toolchain.frontend, X_OK) == 0 else {
      throw .noTools
    }
    return toolchain
  }

  /// The toolchain that `xcrun` answers the questions with; nil where that cannot be one.
  init?(mac answers: [String], processor: Platform.Processor = .current) {
    guard answers.count == 3, answers[0].hasSuffix("/bin/swift-frontend") else { return nil }
    self.init(
      platform: .macOS, processor: processor,
      root: String(answers[0].dropLast("/bin/swift-frontend".count)), frontend: answers[0],
      linker: answers[1], sdk: answers[2])
  }

  init(
    platform: Platform = .current, processor: Platform.Processor = .current, root: String,
    frontend: String, linker: String, objectsBefore: [String] = [], objectsAfter: [String] = [],
    sdk: String = ""
  ) {
    self.platform = platform
    self.processor = processor
    self.root = root
    self.frontend = frontend
    self.linker = linker
    self.objectsBefore = objectsBefore
    self.objectsAfter = objectsAfter
    self.sdk = sdk
  }

  /// Finds what the linker of Linux puts around every program.
  private mutating func addObjects() {
    let multiarch = "\(architecture)-linux-gnu"
    let system = ["/usr/lib/\(multiarch)", "/usr/lib64", "/usr/lib"]
    let compilers = [
      "/usr/lib/gcc/\(multiarch)", "/usr/lib/gcc/\(architecture)-redhat-linux",
    ]
    .flatMap { folder in Toolchain.versions(in: folder).map { "\(folder)/\($0)" } }
    func first(_ name: String, in folders: [String]) -> [String] {
      let paths: [String] = folders.map { "\($0)/\(name)" }
      return Array(paths.filter { access($0, R_OK) == 0 }.prefix(1))
    }
    objectsBefore =
      first("crti.o", in: system) + first("crtbeginS.o", in: compilers)
      + ["\(root)/lib/swift/linux/\(architecture)/swiftrt.o"]
    objectsAfter =
      first("libc_nonshared.a", in: system) + first("crtendS.o", in: compilers)
      + first("crtn.o", in: system)
  }

  /// What tells this toolchain from any other on this machine, without starting it.
  var identity: String {
    guard let status = compilerStatus else { return frontend }
    let time = status.modified
    return "\(frontend) \(status.st_size) \(status.st_ino) \(time.tv_sec).\(time.tv_nsec)"
  }

  /// What tells this toolchain from others wherever it is installed: packages keep size and time.
  var build: String {
    compilerStatus.map { "\(target) \($0.st_size) \($0.modified.tv_sec)" } ?? ""
  }

  private var compilerStatus: stat? {
    var status = stat()
    return stat(frontend, &status) == 0 ? status : nil
  }

  /// What the compiler says of its own version, in its first line.
  package func version() throws(FunctionRunner.Fault) -> String {
    try ProgramVersion.read([frontend, "-frontend", "-version"])
  }

  // MARK: - Finding

  static func program(_ name: String, in searchPath: String) -> String? {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  private static func rootFolder(of compiler: String) -> String? {
    // The link itself comes second: where it leads to a driver that is kept apart.
    for path in [realPath(of: compiler), compiler].compactMap(\.self) {
      let root = URL(fileURLWithPath: path).deletingLastPathComponent()
        .deletingLastPathComponent().path
      if access("\(root)/bin/swift-frontend", X_OK) == 0 { return realPath(of: root) }
    }
    return nil
  }

  /// The folders of a compiler's versions, newest first.
  private static func versions(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
  }
}

extension stat {
  fileprivate var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}

extension FunctionRunner.Fault {
  fileprivate static let noCompiler = FunctionRunner.Fault(
    "no Swift compiler was found in PATH, so Swift functions cannot be marked; install Swift from "
      + "swift.org or add its usr/bin folder to PATH. Numeric work is still marked")
  fileprivate static let noTools = FunctionRunner.Fault(
    "xcrun does not name a Swift compiler, a linker and an SDK, so Swift functions cannot be "
      + "marked; install Xcode or its command line tools. Numeric work is still marked")
  fileprivate static let noLinker = FunctionRunner.Fault(
    "no linker was found: neither ld.gold nor the toolchain's ld.lld; install binutils. Numeric "
      + "work is still marked")
}
