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
  var libraries: [String] = []
  /// The linked program.
  var program = ""
  var calls: [Call] = []
  /// The most processes and threads of the user; 0 where that cannot be counted fairly.
  var threads = 0

  /// The bytes "BKMARK01": a runner of another version must not guess.
  private static let magic: UInt64 = 0x3130_4B52_414D_4B42

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(RunnerRequest.magic)
    let times = [limits.compileTime, limits.compileProcessorTime].map(\.milliseconds)
    let sizes = [limits.compileMemory, limits.compiledFile, limits.messages].map(UInt64.init)
    let runTimes = [limits.callTime, limits.callProcessorTime, limits.runTime]
    let runSizes = [
      limits.runMemory, limits.outputKept, limits.outputMost, limits.result, limits.restarts,
      threads,
    ]
    for number in times + sizes + runTimes.map(\.milliseconds) + runSizes.map(UInt64.init) {
      writer.add(number)
    }
    writer.add(permissions.rawValue)
    writer.add(folder)
    for list in [
      readable, executable, writable, runReadable, environment, frontend, linker, libraries,
    ] {
      writer.add(list)
    }
    writer.add(program)
    writer.add(UInt32(calls.count))
    for call in calls {
      writer.add(UInt32(call.function))
      writer.add(UInt32(call.arguments.count))
      writer.bytes += call.arguments
    }
    return writer.bytes
  }
}
