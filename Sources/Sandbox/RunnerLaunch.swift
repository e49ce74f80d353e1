import Foundation

/// How the runner is started: alone, inside bubblewrap, or on macOS inside `sandbox-exec`.
struct RunnerLaunch {
  let toolchain: Toolchain
  /// Where bubblewrap is, if it is used.
  let bubblewrap: Bubblewrap?
  /// Whether the runner is started inside `sandbox-exec`.
  var isInSandbox = false
  /// The folder of the compiled system modules.
  var modules = ""

  /// What the compiler and the linker may read, apart from the folder of the answer.
  var readable: [String] {
    ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/include", modules, "\(toolchain.root)/lib"]
      + ["\(toolchain.root)/share", "\(toolchain.root)/include", "\(toolchain.root)/bin"]
      + RunnerLaunch.devices + ["/usr/share/zoneinfo", RunnerLaunch.largePages]
  }

  /// What may be started: the compiler, the linker, and what loads them.
  var executable: [String] {
    let loaders = [
      "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1",
    ]
    return [toolchain.frontend, toolchain.linker] + [toolchain.symbolizer].compactMap(\.self)
      + loaders
  }

  /// What a student's program may read, apart from itself.
  var runReadable: [String] { RunnerLaunch.devices + ["/usr/share/zoneinfo"] }

  private static let devices = ["/dev/urandom", "/dev/null"]

  /// Where the C library reads whether the system has pages of megabytes.
  private static let largePages = "/sys/kernel/mm/transparent_hugepage"

  /// The heap grows by 32 MB, in large pages.
  ///
  /// The compiler then touches less than half as many pages, and takes a seventh less time.
  private static let heap = "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=33554432"

  /// The environment of the compiler.
  func environment(in folder: String) -> [String] {
    let libraries = "\(toolchain.root)/lib/swift/host/compiler:\(toolchain.libraries)"
    let ofLinux = ["LD_LIBRARY_PATH=\(libraries)", "GLIBC_TUNABLES=\(RunnerLaunch.heap)"]
    return (toolchain.platform == .linux ? ofLinux : []) + [
      "HOME=\(folder)/out", "TMPDIR=\(folder)/out", "PATH=\(toolchain.root)/bin:/usr/bin",
      "LANG=C.UTF-8",
    ]
  }

  /// The command that ends in a runner which supervises, `runner` being its path outside.
  func command(runner: String, folder: String, writableModules: Bool = false) -> [String] {
    if isInSandbox {
      let rules = profile(runner: runner, folder: folder, writableModules: writableModules)
      return [RunnerLaunch.sandbox, "-p", rules.text, runner, "supervise"]
    }
    guard let bubblewrap else { return [runner, "enter"] }
    let inside = "\(folder)/runner"
    return [runner, "enter", bubblewrap.path] + bubblewrap.rules
      + mounts(folder: folder, writableModules: writableModules) + ["--", inside, "supervise"]
  }

  /// The program of macOS that confines others.
  static let sandbox = "/usr/bin/sandbox-exec"

  private func profile(runner: String, folder: String, writableModules: Bool) -> SandboxProfile {
    SandboxProfile(
      executable: [toolchain.frontend, toolchain.linker, runner],
      readable: [toolchain.root, toolchain.sdk, modules, folder],
      writable: ["\(folder)/out"] + (writableModules ? [modules] : []))
  }

  private func mounts(folder: String, writableModules: Bool) -> [String] {
    var rules: [String] = []
    let folders = ["/usr/lib", "/usr/lib64", "/usr/include", "/usr/share/zoneinfo"]
    for folder in folders + [RunnerLaunch.largePages] {
      rules += ["--ro-bind-try", folder, folder]
    }
    for folder in ["/lib", "/lib64"] {
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        rules += ["--symlink", target, folder]
      } else {
        rules += ["--ro-bind-try", folder, folder]
      }
    }
    rules += ["--ro-bind", toolchain.root, toolchain.root]
    rules += ["--ro-bind", toolchain.linker, toolchain.linker]
    rules += [writableModules ? "--bind" : "--ro-bind", modules, modules]
    rules += ["--ro-bind", folder, folder, "--bind", "\(folder)/out", "\(folder)/out"]
    for device in RunnerLaunch.devices { rules += ["--dev-bind", device, device] }
    return rules + ["--remount-ro", "/"]
  }
}
