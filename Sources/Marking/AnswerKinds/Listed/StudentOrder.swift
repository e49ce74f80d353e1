import Exercises
import LocatedJSON
import Numerics

/// The order in which a student sees what a step lists, and so what its letters mean.
///
/// It is drawn by SplitMix64 from the exercise's id, the step's name and the student's id: the same
/// on every machine, in `show`, `start`, `practice` and `grade`. A sheet that names nobody has an
/// order as well, for that of the file would often be the answer.
struct StudentOrder {
  /// The entries' places in the file, in the order they are shown.
  let places: [Int]

  /// How often an order is drawn again that would give away too much of the answer.
  private static let mostDraws = 200

  /// - Parameter tells: Whether an order gives away too much of the answer.
  init(
    of count: Int, in exercise: String, _ step: String, for student: String,
    unless tells: ([Int]) -> Bool = { _ in false }
  ) {
    var generator = SplitMix64(seededBy: "\(exercise)/\(step)/\(student)")
    var places = Array(0..<count)
    for _ in 0..<StudentOrder.mostDraws {
      places.shuffle(by: &generator)
      if !tells(places) { break }
    }
    self.places = places
  }

  /// The letter of an entry, by its place in the file.
  func letter(of entry: Int) -> String {
    StudentOrder.letter(places.firstIndex(of: entry) ?? 0)
  }

  /// The entry of a letter, in any case.
  func entry(lettered word: String) -> Int? {
    places.first { letter(of: $0) == word.uppercased() }
  }

  /// "A to D".
  var letters: String {
    "\(StudentOrder.letter(0)) to \(StudentOrder.letter(places.count - 1))"
  }

  /// The most entries, one for each letter.
  static let most = 26

  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(place, most - 1))))
  }
}

extension [Int] {
  /// Puts the entries into an order at random (Fisher–Yates).
  fileprivate mutating func shuffle(by generator: inout SplitMix64) {
    for last in indices.dropFirst().reversed() {
      swapAt(last, Int(generator.number(from: 0, to: Double(last + 1))))
    }
  }
}

extension String {
  /// What a line about the letters of a student's sheet says.
  static func lettersOf(_ student: String) -> String {
    student.isEmpty
      ? "The letters are for a sheet that names no student; with a name the order is another."
      : "The letters are those of \(Quotation(student)): leave the line with the student as it is."
  }
}
