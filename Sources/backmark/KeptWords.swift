import Foundation
import LocatedJSON
import SystemCalls

/// A few words under names, kept in a JSON file of the person's own from one run to the next.
struct KeptWords {
  let path: String
  private(set) var words: [String: String] = [:]

  /// - Throws: Where there is a file that cannot be read as such words.
  init(_ path: String) throws {
    self.path = path
    guard let bytes = FileManager.default.contents(atPath: path) else { return }
    let source = SourceText(name: path, bytes: Array(bytes))
    let root: LocatedValue
    do {
      root = try JSONText.parse(source)
    } catch {
      throw Complaint("\(error)")
    }
    guard case .object(let members) = root.kind else {
      throw Complaint("'\(path)' is not an object of names and words")
    }
    for member in members {
      guard case .string(let word) = member.value.kind else {
        throw Complaint("'\(path)': '\(member.name.harmless)' is not a string")
      }
      words[member.name] = word
    }
  }

  subscript(name: String) -> String? {
    get { words[name] }
    set { words[name] = newValue }
  }

  /// Writes the file, with the folders on the way to it; it is whole at every moment.
  func save() throws {
    var json = JSONWriter(layout: .indented)
    json.beginObject()
    for (name, word) in words.sorted(by: { $0.key < $1.key }) { json.member(name, word) }
    json.endObject()
    do {
      try OutputFile.makeFolder(NSString(string: path).deletingLastPathComponent)
      var file = try OutputFile(path)
      try file.write(Array((json.text + "\n").utf8))
      try file.commit()
    } catch {
      throw Complaint("\(error)")
    }
  }
}

extension KeptWords {
  /// What ``ConfigCommand`` has set; nil where the person has no folder for settings.
  static func settings() throws -> KeptWords? {
    try place("XDG_CONFIG_HOME", or: ".config", "config.json").map { try KeptWords($0) }
  }

  /// How many hints have been given; nil where nothing can be kept.
  static func hints() -> KeptWords? {
    // A file that is not ours any more must not keep anybody from a hint.
    place("XDG_STATE_HOME", or: ".local/state", "hints.json").flatMap { try? KeptWords($0) }
  }

  /// A file of ours in one of the folders that a person has for such things, be they there or not.
  private static func place(_ variable: String, or folder: String, _ name: String) -> String? {
    let environment = Backmark.environment
    if let base = environment[variable], base.hasPrefix("/") { return "\(base)/backmark/\(name)" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(folder)/backmark/\(name)"
  }
}
