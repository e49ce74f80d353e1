import SystemCalls

extension String {
  /// Writes the file that this is the path of.
  func write(_ bytes: [UInt8]) throws {
    do {
      var file = try OutputFile(self)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw Complaint("\(error)")
    }
  }
}
