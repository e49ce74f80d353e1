/// What the runner answered, taken apart but not yet understood.
struct RunnerReply {
  /// How the compiler, the linker or a program came to its end.
  struct Ending: Hashable {
    enum Kind: UInt32 {
      case exit = 0
      case signal
      case time
      case processorTime
      case output
      case malformed
      case tooLarge
      case unloadable
      case runTime
    }

    let kind: Kind
    /// The exit status or the signal's number.
    let number: Int

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
  var output: [UInt8] = []
  var isOutputCut = false
  /// Why the runner is to blame.
  var fault: String?
  var isDone = false
  /// Whether there was anything that a runner does not say.
  var isGarbled = false

  init(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    while reader.rest > 0 {
      guard let kind = reader.number(UInt8.self), let length = reader.number(UInt32.self),
        let contents = reader.part(Int(length)), take(Character(UnicodeScalar(kind)), contents)
      else {
        isGarbled = true
        return
      }
    }
  }

  private mutating func take(_ kind: Character, _ contents: ArraySlice<UInt8>) -> Bool {
    var reader = ByteReader(contents)
    switch kind {
    case "H": return takeGreeting(&reader)
    case "D": messages += contents
    case "C": compiled = ending(&reader)
    case "L": linked = ending(&reader)
    case "R":
      guard let call = reader.number(UInt32.self) else { return false }
      results[Int(call)] = Array(contents.dropFirst(4))
    case "E":
      guard let call = reader.number(UInt32.self), let ending = ending(&reader) else {
        return false
      }
      broken.append(
        BrokenCall(call: Int(call), ending: ending, words: Array(contents.dropFirst(12))))
    case "O":
      output += contents
      // An empty part says that there was more.
      if contents.isEmpty { isOutputCut = true }
    case "F": fault = String(decoding: contents, as: UTF8.self)
    case "Z": isDone = true
    default: return false
    }
    return true
  }

  private mutating func takeGreeting(_ reader: inout ByteReader) -> Bool {
    guard let landlock = reader.number(UInt32.self), let filter = reader.number(UInt32.self) else {
      return false
    }
    greeting = (Int(landlock), filter != 0)
    return true
  }

  private func ending(_ reader: inout ByteReader) -> Ending? {
    guard let kind = reader.number(UInt32.self).flatMap(Ending.Kind.init(rawValue:)),
      let number = reader.number(UInt32.self)
    else { return nil }
    return Ending(kind: kind, number: Int(number))
  }
}
