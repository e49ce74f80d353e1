import Exercises
import LocatedJSON
import Numerics
import SystemCalls

/// The exercises that submissions may answer, each read and verified once.
package struct ExerciseLibrary: Sendable {
  /// What there is under an id.
  package enum Item: Sendable {
    case sound(Exercise)
    /// An exercise that cannot be marked with, and why.
    case broken(Catalogue.Fault)
  }

  private let items: [String: Item]
  package let ids: [String]
  private let folders: [String]
  /// What tells whether an exercise's file has changed, by the exercise's id: made from the bytes
  /// that are marked with.
  package let digests: [String: Digest]
  /// The files of the sound exercises as they were read, by the exercises' ids.
  package let texts: [String: String]

  /// Reads and verifies every exercise of a catalogue.
  ///
  /// - Throws: `Catalogue.Fault` where the same id is in two files, or the machine cannot read one.
  package init(_ catalogue: Catalogue) throws(Catalogue.Fault) {
    var items: [String: Item] = [:]
    var files: [String: String] = [:]
    var digests: [String: Digest] = [:]
    var texts: [String: String] = [:]
    let read = catalogue.files.concurrentMap { ($0, ExerciseLibrary.read($0, catalogue)) }
    for (file, (id, item, source, digest)) in read {
      if case .broken(let fault) = item, fault.isMachineFault { throw fault }
      if let other = files[id] { throw .duplicate(id: id, files: [other, file]) }
      files[id] = file
      items[id] = item
      digests[id] = digest
      if case .sound = item, let source { texts[id] = String(decoding: source, as: UTF8.self) }
    }
    self.items = items
    folders = catalogue.folders
    self.texts = texts
    self.digests = digests
    ids = items.keys.sorted()
  }

  private static func read(
    _ file: String, _ catalogue: Catalogue
  ) -> (id: String, item: Item, source: [UInt8]?, digest: Digest) {
    var hash = SHA256()
    let source: SourceText
    do {
      source = try catalogue.source(of: file)
    } catch {
      return (file.fileName.stem, .broken(error), nil, hash.digest())
    }
    hash.add(source.bytes)
    do {
      let exercise = try catalogue.exercise(reading: source)
      let fault = exercise.fault
      return (
        exercise.id, fault.map { .broken($0) } ?? .sound(exercise), source.bytes, hash.digest()
      )
    } catch {
      // What the file calls itself, if that much of it can be read.
      let stated = Catalogue.id(in: source)
      return (stated ?? file.fileName.stem, .broken(error), nil, hash.digest())
    }
  }

  /// What tells whether any exercise has changed.
  package var digest: Digest {
    var hash = SHA256()
    for id in ids { hash.add(id + " " + (digests[id]?.hexadecimal ?? "")) }
    return hash.digest()
  }

  package subscript(id: String) -> Item? { items[id] }

  /// That there is no exercise of that id.
  package func unknown(_ id: String) -> Catalogue.Fault {
    let titles = titles
    return .unknown(
      id: id, among: ids.map { Catalogue.Entry(id: $0, title: titles[$0] ?? "") }, in: folders)
  }

  /// The exercise of that id.
  ///
  /// - Throws: Why nothing can be marked with it, or that there is none.
  package func exercise(_ id: String) throws(Catalogue.Fault) -> Exercise {
    switch items[id] {
    case .sound(let exercise): return exercise
    case .broken(let fault): throw fault
    case nil: throw unknown(id)
    }
  }

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
      switch items[id] {
      case .broken(.unsound(_, let problems)): (id, problems.description)
      case .broken(let fault): (id, fault.sentence)
      case .sound, nil: nil
      }
    }
  }
}
