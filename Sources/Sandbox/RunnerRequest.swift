import SystemCalls

/// What the runner is asked for, in the bytes it reads.
struct RunnerRequest {
  /// Parts of the confinement that may be missing.
  struct Permissions: OptionSet {
    let rawValue: UInt64
    static let withoutLandlock = Permissions(rawValue: 1)
    static let withoutFilter = Permissions(rawValue: 2)
  }

  /// A call of a function by its place, with its arguments as bytes.
  struct Call {
    let function: Int
    let arguments: [UInt8]
  }

  var limits: SandboxLimits
  var permissions: Permissions = []
  /// The working directory of the compiler and the program.
  var folder: String
  var readable: [String]
  var executable: [String]
  var writable: [String]
  /// What the running program may read.
  var runReadable: [String]
  /// The compiler's environment.
  var environment: [String]
  var frontend: [String]
  /// Empty where nothing is to be linked and run.
  var linker: [String] = []
  /// What names the lines of addresses in the program; empty where nothing does.
  var symbolizer: [String] = []
  var libraries: [String] = []
  /// The linked program.
  var program = ""
  var calls: [Call] = []
  /// The most processes and threads of the user; 0 where that cannot be counted fairly.
  var threads = 0

  /// The bytes "BKMARK05": a runner of another version must not guess.
  private static let magic: UInt64 = 0x3530_4B52_414D_4B42

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(fixed: RunnerRequest.magic)
    let times = [limits.compileTime, limits.compileProcessorTime].map(\.milliseconds)
    let sizes = [limits.compileMemory, limits.compiledFile, limits.messages].map(UInt64.init)
    let runTimes = [limits.callTime, limits.callProcessorTime, limits.runTime]
    let runSizes = [
      limits.runMemory, limits.outputKept, limits.result, limits.results,
      limits.restarts, limits.hangs, threads,
    ]
    for number in times + sizes + runTimes.map(\.milliseconds) + runSizes.map(UInt64.init) {
      writer.write(fixed: number)
    }
    writer.write(fixed: permissions.rawValue)
    writer.write(measured: folder)
    for list in [
      readable, executable, writable, runReadable, environment, frontend, linker, symbolizer,
      libraries,
    ] {
      writer.write(fixed: UInt32(list.count))
      for text in list { writer.write(measured: text) }
    }
    writer.write(measured: program)
    writer.write(fixed: UInt32(calls.count))
    for call in calls {
      writer.write(fixed: UInt32(call.function))
      writer.write(fixed: UInt32(call.arguments.count))
      writer.write(raw: call.arguments)
    }
    return writer.bytes
  }
}

extension ByteWriter {
  /// Writes a text behind its length, as the runner reads it.
  fileprivate mutating func write(measured text: String) {
    write(fixed: UInt32(text.utf8.count))
    write(raw: text.utf8)
  }
}
