import Exercises
import Foundation
import LocatedJSON
import Marking
import Numerics
import Reports
import SystemCalls

/// The exercises that submissions may answer, each read and verified once.
package struct ExerciseShelf: Sendable {
  /// What there is under an id.
  package enum Item: Sendable {
    case sound(Exercise)
    /// An exercise that cannot be marked with, and why.
    case broken(String)
  }

  private let items: [String: Item]
  package let ids: [String]
  /// What tells whether an exercise's file has changed, by the exercise's id.
  package let digests: [String: Digest]

  /// Reads and verifies every exercise of a catalogue.
  ///
  /// - Throws: `Catalogue.Fault` where the same id is in two files.
  package init(_ catalogue: Catalogue) throws(Catalogue.Fault) {
    var items: [String: Item] = [:]
    var files: [String: String] = [:]
    var digests: [String: Digest] = [:]
    let read = catalogue.files.concurrentMap { ($0, ExerciseShelf.item($0, catalogue)) }
    for (file, (id, item)) in read {
      if let other = files[id] { throw .duplicate(id: id, files: [other, file]) }
      files[id] = file
      items[id] = item
      var hash = SHA256()
      hash.add((try? Data(contentsOf: URL(fileURLWithPath: file))).map { [UInt8]($0) } ?? [])
      digests[id] = hash.digest()
    }
    self.items = items
    self.digests = digests
    ids = items.keys.sorted()
  }

  private static func item(_ file: String, _ catalogue: Catalogue) -> (id: String, Item) {
    do {
      let exercise = try catalogue.read(file: file)
      let verification = Verification(exercise)
      if verification.isSound { return (exercise.id, .sound(exercise)) }
      return (exercise.id, .broken(Problems(verification.problems).description))
    } catch {
      // What the file calls itself, if that much of it can be read.
      let stated = try? Catalogue(files: [file], kinds: AnswerKinds.steps).ids.first
      return (stated ?? file.fileName.stem, .broken(error.sentence))
    }
  }

  /// What tells whether any exercise has changed.
  package var digest: Digest {
    var hash = SHA256()
    for id in ids { hash.add(id + " " + (digests[id]?.hexadecimal ?? "")) }
    return hash.digest()
  }

  package subscript(id: String) -> Item? { items[id] }

  /// Whether there is an exercise of that id to mark with.
  package func isSound(_ id: String) -> Bool {
    if case .sound? = items[id] { true } else { false }
  }

  /// The exercises that can be marked with, by their ids.
  package var soundExercises: [String: Exercise] {
    items.compactMapValues { item in
      if case .sound(let exercise) = item { exercise } else { nil }
    }
  }

  /// The titles of the sound exercises, by their ids.
  package var titles: [String: String] {
    soundExercises.mapValues(\.title)
  }

  /// The broken exercises with what is wrong with them.
  package var faults: [(id: String, reason: String)] {
    ids.compactMap { id in
      if case .broken(let reason)? = items[id] { (id, reason) } else { nil }
    }
  }
}
