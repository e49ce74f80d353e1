/// The systems that students' programs run on; what differs between them is text.
enum Platform: Hashable, Sendable {
  case linux
  /// Never tried: nothing of it has been compiled or run on a Mac.
  case macOS

  static var current: Platform {
    #if os(macOS)
      .macOS
    #else
      .linux
    #endif
  }

  /// The kinds of processors, by Apple's names.
  enum Processor: Hashable, Sendable {
    case arm64
    case x86

    static var current: Processor {
      #if arch(arm64)
        .arm64
      #else
        .x86
      #endif
    }
  }

  /// How the processor is called here.
  func name(of processor: Processor) -> String {
    switch (self, processor) {
    case (.linux, .arm64): "aarch64"
    case (.macOS, .arm64): "arm64"
    case (_, .x86): "x86_64"
    }
  }

  /// The kind of machine that is compiled for.
  func target(_ processor: Processor) -> String {
    switch self {
    case .linux: "\(name(of: processor))-unknown-linux-gnu"
    case .macOS: "\(name(of: processor))-apple-macosx\(Platform.oldestMacOS)"
    }
  }

  /// The oldest macOS that compiled programs have to run on.
  static let oldestMacOS = "15.0"

  /// The file name of a linked program.
  var libraryName: String { self == .linux ? "libStudent.so" : "libStudent.dylib" }

  /// The module of the C library.
  var systemModule: String { self == .linux ? "Glibc" : "Darwin" }
}
