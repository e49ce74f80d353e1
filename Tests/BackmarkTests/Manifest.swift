import Foundation
import TestSupport

/// What `Package.swift` says of its targets.
struct Manifest {
  /// A target, and what its files bring in.
  struct Target {
    enum Kind: String {
      case library = "target"
      case executable = "executableTarget"
      case tests = "testTarget"
    }

    let name: String
    let kind: Kind
    let dependencies: [String]
    /// The folder of its files.
    let path: String
  }

  /// In the order in which they stand there.
  let targets: [Target]

  init(reading text: String) {
    let code = text.split(separator: "\n").filter { !$0.contains(/^\s*\/\//) }
      .joined(separator: "\n")
    targets = code.matches(of: /\.(target|executableTarget|testTarget)\(/).compactMap { match in
      guard let kind = Target.Kind(rawValue: String(match.output.1)) else { return nil }
      let call = Manifest.arguments(code[match.range.upperBound...])
      guard let name = call.firstMatch(of: /name: "([^"]+)"/)?.output.1 else { return nil }
      let list = call.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
      let path = call.firstMatch(of: /path: "([^"]+)"/)?.output.1
      return Target(
        name: String(name), kind: kind,
        dependencies: list.matches(of: /"([^"]+)"/).map { String($0.output.1) },
        path: path.map(String.init) ?? (kind == .tests ? "Tests/\(name)" : "Sources/\(name)"))
    }
  }

  /// The text up to the bracket that closes what was opened before it.
  private static func arguments(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// The targets that a file of Swift or C brings in.
  func imports(of source: String) -> Set<String> {
    let names = Set(targets.map(\.name))
    let modules = source.matches(
      of:
        /(?m)^ *(?:@\w+ +|(?:package|public|internal|private|fileprivate) +)*import +(?:(?:struct|enum|class|protocol|func|var|let|typealias) +)?(\w+)/
    ).map { String($0.output.1) }
    // A target in C gives itself by a header of its name.
    let headers = source.matches(of: /(?m)^ *# *include *["<](\w+)\.h[">]/)
      .map { String($0.output.1) }
    return Set(modules + headers).intersection(names)
  }
}

extension Manifest.Target {
  /// What its files bring in, of the targets of the package.
  func imports(in manifest: Manifest) throws -> Set<String> {
    let folder = "\(ProjectFolder.path)/\(path)"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    var found: Set<String> = []
    for file in files {
      let source = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      found.formUnion(manifest.imports(of: source))
    }
    return found.subtracting([name])
  }
}
