import Foundation

/// Why a file or a folder was not read.
package enum FileFault: Error, Hashable, Sendable {
  case isLink
  case isFolder
  /// A file where a folder is needed, be it the last of the path or one on the way.
  case isNoFolder
  /// A pipe, a socket or a device.
  case isSpecial
  case tooLarge(bytes: Int, limit: Int)
  case isMissing
  /// What the system has too little of for anybody's files, in its own words.
  case lacking(String)
  /// The system's own words; the fault of nobody who wrote the file.
  case failed(String)

  /// Whether the machine is to blame rather than what lies there.
  package var isMachineFault: Bool {
    switch self {
    case .lacking, .failed: true
    case .isLink, .isFolder, .isNoFolder, .isSpecial, .tooLarge, .isMissing: false
    }
  }

  /// The fault behind the system's number for a file or folder that cannot be opened.
  package init(opening error: SystemError) {
    self =
      switch error.code {
      case ELOOP: .isLink
      case ENOENT: .isMissing
      case ENXIO: .isSpecial
      case ENOTDIR: .isNoFolder
      case EMFILE, ENFILE, ENOMEM: .lacking(error.description)
      default: .failed(error.description)
      }
  }
}

// MARK: - CustomStringConvertible

extension FileFault: CustomStringConvertible {
  /// What is wrong, without the name of the file.
  package var description: String {
    switch self {
    case .isLink: "is a link; links are not followed"
    case .isFolder: "is a folder, not a file"
    case .isNoFolder: "is not a folder"
    case .isSpecial: "is a pipe or a device, not a file"
    case .tooLarge(let bytes, let limit):
      "has \(FileFault.kilobytes(bytes)) kB; at most \(limit >> 10) kB are read"
    case .isMissing: "is not there"
    case .lacking(let reason), .failed(let reason): "could not be read: \(reason)"
    }
  }

  /// The size in kilobytes, a part of one counting as one.
  package static func kilobytes(_ bytes: Int) -> Int { bytes >> 10 + (bytes & 1023 == 0 ? 0 : 1) }
}
