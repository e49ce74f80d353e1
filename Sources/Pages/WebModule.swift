import Archives
import Foundation

/// The core as WebAssembly, and the small module that unpacks it in a page.
package struct WebModule: Sendable {
  package let core: [UInt8]
  package let unpacker: [UInt8]

  package init(core: [UInt8], unpacker: [UInt8]) {
    self.core = core
    self.unpacker = unpacker
  }

  /// The core as a page of one file has it.
  var packedCore: [UInt8] { Lzma.isPacked(core) ? core : Lzma.packed(core) }

  /// The variable of the environment that names the file.
  package static let variable = "BACKMARK_WASM"

  /// The command that makes the file.
  package static let recipe = "Sources/WebCore/build.sh"

  /// The files that may be it, the likeliest first: the one that is named, one beside the program,
  /// and the one that is built in the package that the program was built in.
  package static func candidates(program: String, environment: [String: String]) -> [String] {
    if let named = environment[variable], !named.isEmpty { return [named] }
    var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    var files = [folder.appendingPathComponent("backmark-page.wasm").path]
    // Where it is installed.
    files.append(
      folder.deletingLastPathComponent().appendingPathComponent("share/backmark/page.wasm").path)
    // The program lies in .build/PLATFORM/release.
    for _ in 0..<4 where folder.path != "/" {
      folder.deleteLastPathComponent()
      files.append(folder.appendingPathComponent(".build-wasm/page.wasm").path)
    }
    return files + [".build-wasm/page.wasm"]
  }

  /// The file of the unpacker of a core, which is built and kept together with it.
  package static func unpacker(of core: String) -> String {
    let url = URL(fileURLWithPath: core)
    let name = url.lastPathComponent
    let own = name.hasSuffix("page.wasm") ? String(name.dropLast("page.wasm".count)) : ""
    return url.deletingLastPathComponent().appendingPathComponent("\(own)unpack.wasm").path
  }

  /// Whether bytes are a module.
  package static func isModule(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x00, 0x61, 0x73, 0x6D])
  }

  /// Whether bytes are a core, packed or not.
  package static func isCore(_ bytes: [UInt8]) -> Bool { isModule(bytes) || Lzma.isPacked(bytes) }
}
