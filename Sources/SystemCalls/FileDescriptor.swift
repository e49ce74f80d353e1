import Foundation

/// An open file, pipe or terminal, by the number that the system gave it.
///
/// Whoever opened it closes it. Nothing here is cut short by a signal: what it interrupts is taken
/// up again.
package struct FileDescriptor: Hashable, Sendable {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  package static let standardInput = FileDescriptor(0)

  // MARK: - Writing

  /// Writes all the bytes.
  package func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
    try put(bytes) { bytes, _ in Foundation.write(number, bytes.baseAddress, bytes.count) }
  }

  /// Writes all the bytes from that place of the file on, wherever it was written last.
  package func write(_ bytes: some Collection<UInt8>, at offset: Int) throws(SystemError) {
    try put(bytes) { bytes, done in
      pwrite(number, bytes.baseAddress, bytes.count, off_t(offset + done))
    }
  }

  /// - Parameter call: Writes some of what is left, so much being done.
  private func put(
    _ bytes: some Collection<UInt8>, _ call: (UnsafeRawBufferPointer, Int) -> Int
  ) throws(SystemError) {
    func putAll(_ bytes: UnsafeRawBufferPointer) -> SystemError? {
      var done = 0
      while done < bytes.count {
        let written = uninterrupted { call(UnsafeRawBufferPointer(rebasing: bytes[done...]), done) }
        if written < 0 { return .last }
        // Nothing written and nothing wrong would go on for ever.
        if written == 0 { return SystemError(EIO) }
        done += written
      }
      return nil
    }
    let problem =
      bytes.withContiguousStorageIfAvailable { putAll(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes(putAll)
    if let problem { throw problem }
  }

  // MARK: - Reading

  /// Waits for some bytes, as many as are there; none at the end.
  package func read(atMost count: Int) throws(SystemError) -> [UInt8] {
    try take(count, isGreedy: false) { Foundation.read(number, $0.baseAddress, $0.count) }
  }

  /// Reads until there are so many bytes, or fewer at the end.
  package func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    try take(count, isGreedy: true) { Foundation.read(number, $0.baseAddress, $0.count) }
  }

  /// Reads from a place of the file until there are so many bytes, or fewer at its end; the
  /// file's own position stays as it is.
  package func read(upTo count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try take(count, isGreedy: true) { rest in
      pread(number, rest.baseAddress, rest.count, off_t(offset + (count - rest.count)))
    }
  }

  /// - Parameter call: Reads into some of the room that is left.
  private func take(
    _ count: Int, isGreedy: Bool, _ call: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(SystemError) -> [UInt8] {
    var problem: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // The buffer may be larger than was asked for.
      let room = UnsafeMutableRawBufferPointer(buffer)[..<count]
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
        let received = uninterrupted { call(rest) }
        if received < 0 { problem = .last }
        if received <= 0 { break }
        filled += received
        if !isGreedy { break }
      }
    }
    if let problem { throw problem }
    return bytes
  }
}

/// Makes a call of the system again for as long as a signal interrupts it.
///
/// - Returns: What the call returned, negative with `errno` where it failed for another reason.
package func uninterrupted<Number: SignedInteger>(_ call: () -> Number) -> Number {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
