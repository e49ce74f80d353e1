import Foundation
import Signatures

/// The Swift compiler of this machine, and what is needed to call its parts one by one.
package struct Toolchain: Hashable, Sendable {
  /// The folder that holds `bin` and `lib`.
  package let root: String
  /// The part of the compiler that compiles.
  package let frontend: String
  /// The linker that puts students' programs together.
  package let linker: String
  /// What to link in front of and behind the compiled file.
  let objectsBefore: [String]
  let objectsAfter: [String]

  /// The kind of machine that is compiled for.
  static var target: String {
    #if arch(arm64)
      "aarch64-unknown-linux-gnu"
    #else
      "x86_64-unknown-linux-gnu"
    #endif
  }

  private static var architecture: String {
    String(target.prefix { $0 != "-" })
  }

  /// The folder of the libraries that programs are run with.
  var libraries: String { "\(root)/lib/swift/linux" }

  /// The toolchain that `swiftc` in the search path belongs to.
  package static func find(searchPath: String) throws(CodeBench.Fault) -> Toolchain {
    #if os(Linux)
      guard let compiler = program("swiftc", in: searchPath) else { throw .noCompiler }
      guard let root = rootFolder(of: compiler) else {
        throw CodeBench.Fault(
          "the Swift compiler's parts were not found beside \(compiler); put the toolchain's own "
            + "usr/bin folder first in PATH. Numeric work is still marked")
      }
      let goldOrOther = program("ld.gold", in: "/usr/bin:\(searchPath)").flatMap(realPath)
      let linker = goldOrOther ?? "\(root)/bin/ld.lld"
      guard access(linker, X_OK) == 0 else { throw .noLinker }
      return Toolchain(root: root, linker: realPath(linker) ?? linker)
    #else
      throw CodeBench.Fault(
        "Swift functions are only run on Linux so far; numeric work is still marked")
    #endif
  }

  private init(root: String, linker: String) {
    self.root = root
    self.linker = linker
    frontend = "\(root)/bin/swift-frontend"
    let multiarch = "\(Toolchain.architecture)-linux-gnu"
    let system = ["/usr/lib/\(multiarch)", "/usr/lib64", "/usr/lib"]
    let compilers = [
      "/usr/lib/gcc/\(multiarch)", "/usr/lib/gcc/\(Toolchain.architecture)-redhat-linux",
    ]
    .flatMap { folder in Toolchain.versions(in: folder).map { "\(folder)/\($0)" } }
    func first(_ name: String, in folders: [String]) -> [String] {
      let paths: [String] = folders.map { "\($0)/\(name)" }
      return Array(paths.filter { access($0, R_OK) == 0 }.prefix(1))
    }
    objectsBefore =
      first("crti.o", in: system) + first("crtbeginS.o", in: compilers)
      + ["\(root)/lib/swift/linux/\(Toolchain.architecture)/swiftrt.o"]
    objectsAfter =
      first("libc_nonshared.a", in: system) + first("crtendS.o", in: compilers)
      + first("crtn.o", in: system)
  }

  /// What tells this toolchain from any other, without starting it.
  var identity: String {
    var status = stat()
    guard stat(frontend, &status) == 0 else { return frontend }
    let time = status.st_mtim
    return "\(frontend) \(status.st_size) \(status.st_ino) \(time.tv_sec).\(time.tv_nsec)"
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
    for path in [realPath(compiler), compiler].compactMap(\.self) {
      let root = URL(fileURLWithPath: path).deletingLastPathComponent()
        .deletingLastPathComponent().path
      if access("\(root)/bin/swift-frontend", X_OK) == 0 { return realPath(root) }
    }
    return nil
  }

  /// The folders of a compiler's versions, newest first.
  private static func versions(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
  }
}

extension CodeBench.Fault {
  fileprivate static let noCompiler = CodeBench.Fault(
    "no Swift compiler was found in PATH, so Swift functions cannot be marked; install Swift from "
      + "swift.org or add its usr/bin folder to PATH. Numeric work is still marked")
  fileprivate static let noLinker = CodeBench.Fault(
    "no linker was found: neither ld.gold nor the toolchain's ld.lld; install binutils. Numeric "
      + "work is still marked")
}
