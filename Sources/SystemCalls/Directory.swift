import Foundation

/// An open folder: what is in it, and the way to it even if another takes its name meanwhile.
package struct Directory: ~Copyable {
  package let descriptor: Int32

  /// One thing in a folder.
  package struct Entry: Hashable, Sendable {
    package let name: EntryName
    package let kind: Kind

    package init(name: EntryName, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What an entry is, without looking into it.
  package enum Kind: Sendable {
    case folder
    case file
    /// A link, a pipe, a socket or a device.
    case other
  }

  /// Opens a folder.
  ///
  /// - Parameter followsLink: Whether the path may be a link to the folder.
  package init(_ path: [CChar], followsLink: Bool = false) throws(FileFault) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    descriptor = open(path, flags)
    guard descriptor >= 0 else { throw FileFault(opening: .last) }
  }

  /// Opens a folder within another, without passing through a link on the way.
  ///
  /// A link that takes the place of one of the folders after they were listed would lead elsewhere:
  /// to another student's work.
  ///
  /// - Parameter root: The folder that the way begins at, or a link to it.
  package init(_ name: EntryName, below root: String) throws(FileFault) {
    try self.init(name.parts[...], below: root)
  }

  init(_ parts: ArraySlice<[CChar]>, below root: String) throws(FileFault) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    // The first is opened through the root, as a class's thousands of folders are.
    var folder =
      parts.first.map { open(EntryName.path(to: $0, below: root), flags | O_NOFOLLOW) }
      ?? open(root, flags)
    for part in parts.dropFirst() where folder >= 0 {
      let next = openat(folder, part, flags | O_NOFOLLOW)
      let problem = errno
      close(folder)
      errno = problem
      folder = next
    }
    descriptor = folder
    guard descriptor >= 0 else { throw FileFault(opening: .last) }
  }

  /// The entries in no order.
  ///
  /// - Parameter isWanted: Says by the name whether an entry is among them.
  package func entries(
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(FileFault) -> [Entry] {
    let copy = dup(descriptor)
    guard copy >= 0 else { throw FileFault(opening: .last) }
    guard let stream = fdopendir(copy) else {
      close(copy)
      throw FileFault(opening: .last)
    }
    defer { closedir(stream) }
    // The copy shares its place with the descriptor, which another look may have moved.
    rewinddir(stream)
    var list = EntryList()
    while let record = readdir(stream) {
      let name = withUnsafeBytes(of: &record.pointee.d_name) { bytes in
        EntryName(
          UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self).prefix { $0 != 0 }))
      }
      let text = name.text
      if text == "." || text == ".." || !isWanted(text) { continue }
      list.append(name, text, kind(record.pointee.d_type, name))
    }
    return list.entries
  }

  private func kind(_ type: UInt8, _ name: EntryName) -> Kind {
    switch Int(type) {
    case Int(DT_DIR): return .folder
    case Int(DT_REG): return .file
    // Some file systems do not say with the name.
    case Int(DT_UNKNOWN): return self.kind(of: name) ?? .other
    default: return .other
    }
  }

  /// What an entry is, or one within a folder of this one; nil where there is none.
  package func kind(of name: EntryName) -> Kind? {
    var status = stat()
    guard fstatat(descriptor, name.path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  deinit {
    close(descriptor)
  }
}

/// The entries of a folder with their names in one text: a string for each of 200,000 would take
/// four times as much.
private struct EntryList {
  private var names = ""
  private var ends: [(end: Int, kind: Directory.Kind)] = []
  /// Names that are no text, by the places of their entries.
  private var odd: [Int: EntryName] = [:]

  mutating func append(_ name: EntryName, _ text: String, _ kind: Directory.Kind) {
    if !name.isText { odd[ends.count] = name }
    names += text
    ends.append((names.utf8.count, kind))
  }

  var entries: [Directory.Entry] {
    var start = names.startIndex
    return ends.enumerated().map { place, item in
      let end = names.utf8.index(names.startIndex, offsetBy: item.end)
      let name = EntryName(part: names[start..<end])
      start = end
      return Directory.Entry(name: odd[place] ?? name, kind: item.kind)
    }
  }
}
