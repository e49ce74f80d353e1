import LocatedJSON

/// Why an archive is not unpacked; nothing of it is kept then.
package enum ZipFault: Error, Hashable, Sendable {
  case isNoArchive
  case isDamaged(at: String)
  /// An entry whose name leads out of the folder it is unpacked into.
  case escapes(String)
  case isEncrypted(String)
  case unknownMethod(Int, String)
  case isTwice(String)
  case tooManyEntries(Int)
  case tooDeep(String)
  case tooLarge(bytes: UInt64)
  /// So much from so little that it can only be meant to fill the disk.
  case isBomb(ratio: UInt64)
  /// Somebody asked the program to stop.
  case interrupted
  /// The system's own words.
  case failed(String)
  /// What was to be unpacked cannot be written; the system's own words, and the machine's fault.
  case unwritable(String)
}

extension ZipFault: CustomStringConvertible {
  /// What is wrong, without the name of the archive.
  package var description: String {
    switch self {
    case .isNoArchive: "is not a zip archive, or only part of one"
    case .isDamaged(let name): "is damaged at '\(name.shownOnOneLine)'"
    case .escapes(let name):
      "is not safe: '\(name.shownOnOneLine)' leads out of the folder it belongs in"
    case .isEncrypted(let name): "asks for a password for '\(name.shownOnOneLine)'"
    case .unknownMethod(let method, let name):
      "packs '\(name.shownOnOneLine)' by method \(method), which is not known here; unpack it first"
    case .isTwice(let name): "holds '\(name.shownOnOneLine)' twice"
    case .tooManyEntries(let count):
      "has \(count) entries; at most \(ZipArchive.mostEntries) are unpacked"
    case .tooDeep(let name): "is nested too deeply at '\(name.shownOnOneLine)'"
    case .tooLarge(let bytes):
      "would unpack to \(bytes >> 20) MB; at most \(ZipArchive.mostBytes >> 20) MB are unpacked"
    case .isBomb(let ratio): "would unpack to \(ratio) times its size, as no class does"
    case .interrupted: "was not unpacked to the end, for the run was interrupted"
    case .failed(let reason), .unwritable(let reason): "could not be unpacked: \(reason)"
    }
  }
}
