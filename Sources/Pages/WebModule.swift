import Foundation

/// Where the core as WebAssembly is looked for.
package enum WebModule {
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
    // The program lies in .build/PLATFORM/release.
    for _ in 0..<4 where folder.path != "/" {
      folder.deleteLastPathComponent()
      files.append(folder.appendingPathComponent(".build-wasm/page.wasm").path)
    }
    return files + [".build-wasm/page.wasm"]
  }

  /// Whether bytes are a module, packed or not.
  package static func isModule(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x00, 0x61, 0x73, 0x6D]) || bytes.starts(with: [0x1F, 0x8B])
  }
}
