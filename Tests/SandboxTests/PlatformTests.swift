import Foundation
import Testing

@testable import Sandbox

@Suite("What differs between the systems")
struct PlatformTests {
  private static let linux = Toolchain(
    platform: .linux, processor: .x86, root: "/swift/usr",
    frontend: "/swift/usr/bin/swift-frontend",
    linker: "/usr/bin/ld", objectsBefore: ["/usr/lib/crti.o", "/swift/usr/lib/swiftrt.o"],
    objectsAfter: ["/usr/lib/crtn.o"])

  private static func mac(_ processor: Platform.Processor) throws -> Toolchain {
    try #require(
      Toolchain(
        mac: ["/Xcode/usr/bin/swift-frontend", "/Xcode/usr/bin/ld", "/Xcode/SDKs/MacOSX.sdk"],
        processor: processor))
  }

  // MARK: - Linux

  @Test("the commands of Linux are these, word for word")
  func linuxCommands() {
    #expect(
      CompilerCommands.frontend(
        Self.linux, files: ["submission.swift", "adapter0.swift"], modules: "/m")
        == [
          "/swift/usr/bin/swift-frontend", "-frontend", "-c", "submission.swift", "adapter0.swift",
          "-target", "x86_64-unknown-linux-gnu", "-disable-objc-interop", "-gline-tables-only",
          "-file-compilation-dir", ".", "-no-clang-module-breadcrumbs", "-Onone",
          "-parse-as-library",
          "-module-name", "Student", "-module-cache-path", "/m",
          "-no-color-diagnostics", "-diagnostic-style", "llvm", "-suppress-warnings",
          "-solver-scope-threshold=200000", "-o", "out/student.o",
        ])
    #expect(
      CompilerCommands.linker(Self.linux) == [
        "/usr/bin/ld", "-shared", "--hash-style=gnu", "--eh-frame-hdr", "-soname", "libStudent.so",
        "-o", "out/libStudent.so", "/usr/lib/crti.o", "/swift/usr/lib/swiftrt.o", "out/student.o",
        "/usr/lib/crtn.o",
      ])
    #expect(
      CompilerCommands.adapter(Adapter(signature: .number, place: 0), Self.linux, modules: "/m")
        == [
          "/swift/usr/bin/swift-frontend", "-frontend", "-c", "-primary-file", "adapter0.swift",
          "submission.swift", "-target", "x86_64-unknown-linux-gnu", "-disable-objc-interop",
          "-gline-tables-only", "-file-compilation-dir", ".", "-no-clang-module-breadcrumbs", "-O",
          "-parse-as-library", "-module-name", "Student", "-module-cache-path", "/m",
          "-suppress-warnings", "-o", "out/student.o",
        ])
    #expect(CompilerCommands.symbolizer(Self.linux) == [])
    #expect(
      CompilerCommands.libraries(for: "import Dispatch", Self.linux) == [
        "/swift/usr/lib/swift/linux/libswiftCore.so",
        "/swift/usr/lib/swift/linux/libswift_Concurrency.so",
        "/swift/usr/lib/swift/linux/libswift_StringProcessing.so",
        "/swift/usr/lib/swift/linux/libswiftSwiftOnoneSupport.so",
        "/swift/usr/lib/swift/linux/libdispatch.so",
        "/swift/usr/lib/swift/linux/libswiftDispatch.so",
      ])
    #expect(Platform.linux.target(.arm64) == "aarch64-unknown-linux-gnu")
  }

  @Test("the runner of Linux is started like this, word for word")
  func linuxLaunch() {
    var launch = RunnerLaunch(toolchain: Self.linux, bubblewrap: nil, modules: "/m")
    #expect(launch.command(runner: "/r", folder: "/b") == ["/r", "enter"])
    #expect(
      launch.environment(in: "/b") == [
        "LD_LIBRARY_PATH=/swift/usr/lib/swift/host/compiler:/swift/usr/lib/swift/linux",
        "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=33554432",
        "HOME=/b/out", "TMPDIR=/b/out", "PATH=/swift/usr/bin:/usr/bin", "LANG=C.UTF-8",
      ])
    launch = RunnerLaunch(
      toolchain: Self.linux, bubblewrap: Bubblewrap(path: "/bwrap"), modules: "/m")
    // These two are links on most machines, and folders on some.
    let folders = ["/lib", "/lib64"].flatMap { folder in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder)
      return target.map { ["--symlink", $0, folder] } ?? ["--ro-bind-try", folder, folder]
    }
    let begin = [
      "/r", "enter", "/bwrap", "--unshare-all", "--unshare-user", "--uid", "65534", "--gid",
      "65534", "--disable-userns", "--die-with-parent", "--new-session", "--clearenv",
      "--cap-drop", "ALL", "--hostname", "backmark", "--ro-bind-try", "/usr/lib", "/usr/lib",
      "--ro-bind-try", "/usr/lib64", "/usr/lib64", "--ro-bind-try", "/usr/include",
      "/usr/include", "--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo",
      "--ro-bind-try", "/sys/kernel/mm/transparent_hugepage",
      "/sys/kernel/mm/transparent_hugepage",
    ]
    let end = [
      "--ro-bind", "/swift/usr", "/swift/usr", "--ro-bind", "/usr/bin/ld", "/usr/bin/ld",
      "--ro-bind", "/m", "/m", "--ro-bind", "/b", "/b", "--bind", "/b/out", "/b/out",
      "--dev-bind", "/dev/urandom", "/dev/urandom", "--dev-bind", "/dev/null", "/dev/null",
      "--remount-ro", "/", "--", "/b/runner", "supervise",
    ]
    #expect(launch.command(runner: "/r", folder: "/b") == begin + folders + end)
  }

  // MARK: - macOS

  @Test("the commands of macOS are these, word for word")
  func macCommands() throws {
    let toolchain = try Self.mac(.arm64)
    #expect(
      CompilerCommands.frontend(toolchain, files: ["submission.swift"], modules: "/m") == [
        "/Xcode/usr/bin/swift-frontend", "-frontend", "-c", "submission.swift", "-target",
        "arm64-apple-macosx15.0", "-sdk", "/Xcode/SDKs/MacOSX.sdk", "-gline-tables-only",
        "-file-compilation-dir", ".", "-no-clang-module-breadcrumbs", "-Onone", "-parse-as-library",
        "-module-name", "Student", "-module-cache-path", "/m", "-no-color-diagnostics",
        "-diagnostic-style", "llvm", "-suppress-warnings", "-solver-scope-threshold=200000", "-o",
        "out/student.o",
      ])
    #expect(
      CompilerCommands.linker(toolchain) == [
        "/Xcode/usr/bin/ld", "-dylib", "-arch", "arm64", "-platform_version", "macos", "15.0",
        "15.0", "-syslibroot", "/Xcode/SDKs/MacOSX.sdk", "-L",
        "/Xcode/SDKs/MacOSX.sdk/usr/lib/swift", "-lSystem", "-undefined", "dynamic_lookup", "-o",
        "out/libStudent.dylib", "out/student.o",
      ])
    #expect(CompilerCommands.libraries(for: "import Foundation", toolchain) == [])
    #expect(try Self.mac(.x86).target == "x86_64-apple-macosx15.0")
    #expect(
      Toolchain.questions == [
        ["--find", "swift-frontend"], ["--find", "ld"], ["--show-sdk-path"],
      ])
    #expect(Toolchain(mac: ["/usr/bin/other", "/usr/bin/ld", "/sdk"]) == nil)
  }

  @Test("the runner of macOS is started inside sandbox-exec, with these rules and no others")
  func macLaunch() throws {
    let launch = RunnerLaunch(
      toolchain: try Self.mac(.arm64), bubblewrap: nil, isInSandbox: true, modules: "/m/modules")
    let command = launch.command(runner: "/bin/runner", folder: "/private/box")
    #expect(command.count == 5)
    #expect(command[..<2] == ["/usr/bin/sandbox-exec", "-p"])
    #expect(command[3...] == ["/bin/runner", "supervise"])
    #expect(command[2] == Self.profile)
    #expect(
      launch.environment(in: "/b") == [
        "HOME=/b/out", "TMPDIR=/b/out", "PATH=/Xcode/usr/bin:/usr/bin", "LANG=C.UTF-8",
      ])
    let preparing = launch.command(
      runner: "/bin/runner", folder: "/private/box", writableModules: true)
    let writing = "(allow file-write*\n  (subpath \"/private/box/out\"))\n"
    #expect(command[2].hasSuffix(writing))
    #expect(
      preparing[2].hasSuffix(writing.dropLast(2) + "\n  (subpath \"/m/modules\"))\n"))
  }

  private static let profile = """
    (version 1)
    (deny default)
    (allow process-fork)
    (allow process-exec
      (literal "/Xcode/usr/bin/swift-frontend")
      (literal "/Xcode/usr/bin/ld")
      (literal "/bin/runner"))
    (allow signal (target self) (target children))
    (allow sysctl-read)
    (allow file-read-data file-read-metadata (literal "/"))
    (allow file-read-metadata
      (literal "/usr")
      (literal "/System")
      (literal "/System/Volumes")
      (literal "/System/Volumes/Preboot")
      (literal "/System/Volumes/Preboot/Cryptexes")
      (literal "/Xcode")
      (literal "/Xcode/SDKs")
      (literal "/m")
      (literal "/private")
      (literal "/dev")
      (literal "/Xcode/usr")
      (literal "/Xcode/usr/bin")
      (literal "/bin")
      (literal "/private/box"))
    (allow file-read*
      (literal "/dev/null")
      (literal "/dev/urandom")
      (literal "/Xcode/usr/bin/swift-frontend")
      (literal "/Xcode/usr/bin/ld")
      (literal "/bin/runner")
      (subpath "/usr/lib")
      (subpath "/System/Library")
      (subpath "/System/Volumes/Preboot/Cryptexes/OS")
      (subpath "/Xcode/usr")
      (subpath "/Xcode/SDKs/MacOSX.sdk")
      (subpath "/m/modules")
      (subpath "/private/box"))
    (allow file-map-executable
      (subpath "/usr/lib")
      (subpath "/System/Library")
      (subpath "/System/Volumes/Preboot/Cryptexes/OS")
      (subpath "/Xcode/usr")
      (subpath "/Xcode/SDKs/MacOSX.sdk")
      (subpath "/m/modules")
      (subpath "/private/box")
      (subpath "/private/box/out")
      (literal "/Xcode/usr/bin/swift-frontend")
      (literal "/Xcode/usr/bin/ld")
      (literal "/bin/runner"))
    (allow file-write*
      (subpath "/private/box/out"))

    """

  @Test(
    "a path cannot say more in a profile than where it leads",
    arguments: [
      ("/a b", "\"/a b\""), ("/a\") (allow default", "\"/a\\\") (allow default\""),
      ("/a\\", "\"/a\\\\\""), ("/ä;#|", "\"/ä;#|\""),
      ("", nil), ("/", nil), ("//", nil), ("a", nil), ("/a/../b", nil), ("/a/.", nil),
      ("/a\nb", nil), ("/a\u{7F}", nil), ("/a\u{0}b", nil),
    ] as [(String, String?)])
  func quoting(path: String, quoted: String?) {
    #expect(SandboxProfile.quoted(path) == quoted)
  }

  @Test("what cannot be written down is denied, not allowed to everybody")
  func emptyRules() {
    let text = SandboxProfile(executable: [""], readable: ["/", ""], writable: ["/"]).text
    #expect(!text.contains("process-exec"))
    #expect(!text.contains("file-write"))
    #expect(!text.contains("(subpath \"/\")"))
    #expect(!text.contains("\"\""))
  }

  @Test("people are told that the profile is untested, and what it does not do")
  func macConfinement() {
    let parts = Confinement.partsOnMac(isInSandbox: true, limits: SandboxLimits())
    #expect(parts.map(\.name) == ["sandbox", "system calls", "user", "limits"])
    #expect(parts.map(\.holds) == [true, false, true, true])
    #expect(parts[0].detail == "sandbox-exec: a deny-by-default profile; untested")
    #expect(
      parts[3].detail
        == "2.5 seconds a call, 64 kB of printing kept, no processes; memory is not limited")
    #expect(!Confinement.partsOnMac(isInSandbox: false, limits: SandboxLimits())[0].holds)
  }

  @Test("the trial program makes the same attempts on both systems")
  func trial() {
    let linux = SelfTest.source(for: .linux)
    #expect(linux.hasPrefix("import Glibc\n\nfunc honest"))
    #expect(linux.contains("socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)"))
    #expect(
      SelfTest.source(for: .macOS)
        == linux.replacing("Glibc", with: "Darwin")
        .replacing("Int32(SOCK_STREAM.rawValue)", with: "SOCK_STREAM"))
  }
}
