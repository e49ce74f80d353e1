import FunctionMarking
import SystemCalls

/// What the runner answered, taken apart but not yet understood.
package struct RunnerReply {
  /// How the compiler, the linker or a program came to its end.
  struct Ending: Hashable {
    enum Kind: UInt32 {
      case exit = 0
      case signal
      case time
      case processorTime
      case memory
      case malformed
      case tooLarge
      case unloadable
      case runTime
    }

    let kind: Kind
    /// The exit status or the signal's number.
    let number: Int
    /// The processor time of a compiler or linker.
    var processorTime = Duration.zero
    /// The most bytes of memory that the process held at once.
    var peakMemory = 0

    var isSuccess: Bool { kind == .exit && number == 0 }
  }

  /// A call that was not finished.
  struct BrokenCall {
    let call: Int
    let ending: Ending
    /// The last that the program printed.
    let words: [UInt8]
  }

  /// The version of Landlock, and whether system calls can be filtered; nil without a greeting.
  var greeting: (landlock: Int, hasFilter: Bool)?
  var messages: [UInt8] = []
  var compiled: Ending?
  var linked: Ending?
  var results: [Int: [UInt8]] = [:]
  var broken: [BrokenCall] = []
  /// Calls that broke off, and how many of the places are theirs.
  private var traces: [(call: Int, count: Int)] = []
  /// What the symbolizer says of the places.
  private var places: [UInt8] = []
  var output: [UInt8] = []
  var isOutputCut = false
  /// Why the runner is to blame.
  var fault: String?
  var isDone = false
  /// Whether there was anything that a runner does not say.
  var isGarbled = false

  package init(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    do throws(ByteReader.Malformed) {
      while reader.rest > 0 {
        let kind = try reader.readFixed(UInt8.self)
        let length = try reader.readFixed(UInt32.self)
        try take(Character(UnicodeScalar(kind)), try reader.read(raw: Int(length)))
      }
    } catch {
      isGarbled = true
    }
  }

  /// Whether it came to its end, and is what a runner says.
  package var isWhole: Bool { isDone && !isGarbled && greeting != nil }

  /// Whether what was compiled cannot be linked or loaded: a symbol is missing, or is there twice.
  var isUnlinked: Bool {
    guard compiled?.isSuccess == true else { return false }
    return linked?.isSuccess == false || broken.contains { $0.ending.kind == .unloadable }
  }

  /// What the calls of a job came to by it.
  package func outcomes(of job: FunctionJob, limits: SandboxLimits = SandboxLimits())
    -> [FunctionReport.Outcome]
  {
    CallOutcomes(reply: self, limits: limits).outcomes(of: job, made: Array(job.calls.indices))
  }

  private mutating func take(
    _ kind: Character, _ contents: ArraySlice<UInt8>
  ) throws(ByteReader.Malformed) {
    var reader = ByteReader(contents)
    switch kind {
    case "H":
      greeting = (
        landlock: Int(try reader.readFixed(UInt32.self)),
        hasFilter: try reader.readFixed(UInt32.self) != 0
      )
    case "D": messages += contents
    case "C": compiled = try RunnerReply.toolEnding(&reader)
    case "L": linked = try RunnerReply.toolEnding(&reader)
    case "R":
      let call = try reader.readFixed(UInt32.self)
      results[Int(call)] = Array(contents.dropFirst(4))
    case "E":
      let call = try reader.readFixed(UInt32.self)
      var ending = try RunnerReply.ending(&reader)
      ending.peakMemory = Int(try reader.readFixed(UInt32.self)) << 10
      broken.append(
        BrokenCall(call: Int(call), ending: ending, words: Array(contents.dropFirst(16))))
    case "T":
      let call = try reader.readFixed(UInt32.self)
      traces.append((Int(call), Int(try reader.readFixed(UInt32.self))))
    case "P": places += contents
    case "O":
      output += contents
      // An empty part says that there was more.
      if contents.isEmpty { isOutputCut = true }
    case "F": fault = String(decoding: contents, as: UTF8.self)
    case "Z": isDone = true
    default: throw ByteReader.Malformed()
    }
  }

  private static func ending(
    _ reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> Ending {
    guard let kind = Ending.Kind(rawValue: try reader.readFixed(UInt32.self)) else {
      throw ByteReader.Malformed()
    }
    return Ending(kind: kind, number: Int(try reader.readFixed(UInt32.self)))
  }

  /// How a compiler or a linker ended, with what it took.
  private static func toolEnding(
    _ reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> Ending {
    var ending = try ending(&reader)
    ending.processorTime = .milliseconds(Int(try reader.readFixed(UInt32.self)))
    ending.peakMemory = Int(try reader.readFixed(UInt32.self)) << 10
    return ending
  }

  /// Where calls broke off.
  var crashPlaces: CrashPlaces { CrashPlaces(places, traces: traces) }
}
