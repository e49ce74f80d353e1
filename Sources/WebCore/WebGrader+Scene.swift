import Answers
import Exercises
import Exploration

/// What the page asks for where the network is looked at and moved.
///
/// Numbers come as a page has them in memory: eight bytes each, the least significant first.
extension WebGrader.Opened {
  /// The scene for a sheet: its student's numbers, and what the student chose.
  mutating func look(_ bytes: [UInt8]) throws(AnswerFault) -> String {
    let feedback = try feedback(bytes)
    scene = Scene(marker.exercise, chosen: feedback.chosen)
    guard let scene else { throw AnswerFault(.noNetwork, at: nil) }
    return scene.structure
  }

  /// The numbers that are asked for; nil where the call asks for none, or for what there is not.
  mutating func numbers(_ call: WebGrader.Call, _ bytes: [UInt8]) -> [UInt8]? {
    let numbers = bytes.numbers
    switch call {
    case .frame: return scene?.frame(numbers)?.bytes
    case .differences: return scene?.differences().bytes
    case .curve:
      guard numbers.count == 6, let place = numbers.place, let count = Int(exactly: numbers[5])
      else { return nil }
      return scene?.curve(
        block: place.block, entry: place.entry, from: numbers[2], to: numbers[3],
        step: numbers[4], count: count
      )?.bytes
    default: return nil
    }
  }

  /// What is said of a block's entry.
  func say(_ call: WebGrader.Call, _ bytes: [UInt8]) -> String? {
    guard let place = bytes.numbers.place else { return nil }
    return call == .words
      ? scene?.words(block: place.block, entry: place.entry)
      : scene?.paths(block: place.block, entry: place.entry)
  }

  /// What is said of a number that was typed before it was seen.
  func predict(_ bytes: [UInt8]) throws(AnswerFault) -> String? {
    let (block, second) = bytes.firstLine
    let (entry, text) = second.firstLine
    guard let block = Int(block), let entry = Int(entry) else { return nil }
    return try scene?.prediction(
      block: block, entry: entry, String(decoding: text, as: UTF8.self))
  }
}

extension [UInt8] {
  /// The numbers that the bytes are.
  fileprivate var numbers: [Double] {
    (0..<count / 8).map { index in
      var bits: UInt64 = 0
      for byte in 0..<8 { bits |= UInt64(self[index * 8 + byte]) << UInt64(8 * byte) }
      return Double(bitPattern: bits)
    }
  }
}

extension [Double] {
  /// A block and an entry, where the first two numbers are such.
  fileprivate var place: (block: Int, entry: Int)? {
    guard count >= 2, let block = Int(exactly: self[0]), let entry = Int(exactly: self[1]) else {
      return nil
    }
    return (block, entry)
  }

  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 8)
    for number in self {
      let bits = number.bitPattern
      for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))) }
    }
    return bytes
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let noNetwork: Message = "this exercise has no network to look at"
}
