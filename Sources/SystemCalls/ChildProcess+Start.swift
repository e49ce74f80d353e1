import Foundation
import Spawn

extension ChildProcess {
  /// The files that a process reads from and writes to, and this process's ends of them.
  struct Streams: ~Copyable {
    /// Both ends of what the process writes; -1 where there is none.
    struct Ends {
      var ours = FileDescriptor(-1)
      var theirs = FileDescriptor(-1)
    }

    private(set) var input = FileDescriptor(-1)
    private(set) var output = Ends()
    private(set) var errors = Ends()

    mutating func open(for process: ChildProcess) throws(SystemError) {
      try open(input: process.input)
      switch process.output {
      case .kept:
        output = try Streams.pipe()
        errors = try Streams.pipe()
      case .discarded:
        output.theirs = try Streams.nothing(O_WRONLY)
        errors.theirs = try Streams.nothing(O_WRONLY)
      }
    }

    private mutating func open(input bytes: [UInt8]) throws(SystemError) {
      if bytes.isEmpty {
        input = try Streams.nothing(O_RDONLY)
        return
      }
      // Unlike a pipe, a file needs nobody to write while the process reads, and no signal comes of
      // a process that does not read at all.
      input = FileDescriptor(spawn_nameless_file())
      guard input.number >= 0 else { throw .last }
      try input.write(bytes)
      guard lseek(input.number, 0, SEEK_SET) == 0 else { throw .last }
    }

    private static func nothing(_ flags: Int32) throws(SystemError) -> FileDescriptor {
      let file = Foundation.open("/dev/null", flags | O_CLOEXEC)
      guard file >= 0 else { throw .last }
      return FileDescriptor(file)
    }

    /// A pipe whose reading end never waits.
    private static func pipe() throws(SystemError) -> Ends {
      var ends: [Int32] = [-1, -1]
      let problem = spawn_pipe(&ends)
      guard problem == 0 else { throw SystemError(problem) }
      _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
      return Ends(ours: FileDescriptor(ends[0]), theirs: FileDescriptor(ends[1]))
    }

    /// Closes what only the process is to hold, so that the end can be seen.
    mutating func closeTheirs() {
      for file in [input, output.theirs, errors.theirs] where file.number >= 0 {
        close(file.number)
      }
      input = FileDescriptor(-1)
      output.theirs = FileDescriptor(-1)
      errors.theirs = FileDescriptor(-1)
    }

    deinit {
      for file in [input, output.theirs, errors.theirs, output.ours, errors.ours]
      where file.number >= 0 {
        close(file.number)
      }
    }
  }

  /// Starts the process.
  func start(with streams: borrowing Streams) throws(SystemError) -> pid_t {
    var request = spawn_request()
    request.input = streams.input.number
    request.output = streams.output.theirs.number
    request.errors = streams.errors.theirs.number
    var id: pid_t = 0
    let problem = withTexts([program] + words) { command in
      withTexts(environment) { environment in
        withText(folder) { folder in
          request.command = command
          request.environment = environment
          request.folder = folder
          return spawn_process(&request, &id)
        }
      }
    }
    guard problem == 0 else { throw SystemError(problem) }
    return id
  }
}

/// Passes texts on as a C array of C strings that ends with nil; nil as nil.
private func withTexts(
  _ texts: [String]?, _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Int32
) -> Int32 {
  guard let texts else { return body(nil) }
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
}

private func withText(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Int32) -> Int32 {
  if let text { text.withCString { body($0) } } else { body(nil) }
}
