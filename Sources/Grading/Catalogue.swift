import Answers
import Exercises
import LocatedJSON
import Numerics
import SystemCalls

/// The exercises in one or several folders, one JSON file each.
package struct Catalogue: Sendable {
  /// The files, sorted by name within each folder.
  package let files: [String]
  /// The folders that the files were found in; none where single files were named.
  package let folders: [String]
  private let kinds: [StepKind]

  /// Why a folder or file could not be used.
  package enum Fault: Error, Hashable, Sendable {
    case noFolder(String)
    case unreadable(file: String, reason: String)
    /// The machine has too little of something to read it, as it would have of any other.
    case machine(path: String, reason: String)
    /// - Parameter folders: Where it was looked for, as far as that is of interest.
    case unknown(id: String, among: [Entry], in: [String] = [])
    case broken(Problems)
    case duplicate(id: String, files: [String])
    /// Its key is wrong.
    case unsound(id: String, Problems)
  }

  /// What a list of exercises has of one.
  package struct Entry: Hashable, Sendable {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// The catalogue of the given folders, of which one may be named twice.
  ///
  /// - Throws: `noFolder` for the first that is not there, or `machine`.
  package init(folders: [String], kinds: [StepKind]) throws(Fault) {
    var files: [String] = []
    for (number, folder) in folders.enumerated()
    where !folders[..<number].contains(where: { FolderPath.isSame($0, folder) }) {
      let names = try Catalogue.exercises(in: folder)
      files += names.sorted().map { folder.appendingPath($0) }
    }
    self.files = files
    self.folders = folders
    self.kinds = kinds
  }

  /// The catalogue of single files.
  package init(files: [String], kinds: [StepKind]) {
    self.files = files
    folders = []
    self.kinds = kinds
  }

  /// The names of the exercise files in a folder.
  private static func exercises(in folder: String) throws(Fault) -> [String] {
    do throws(FileFault) {
      let directory = try Directory(Array(folder.utf8CString), followsLink: true)
      return try directory.entries(where: isExercise).map { $0.name.text }
    } catch {
      if case .lacking(let reason) = error { throw .machine(path: folder, reason: reason) }
      throw .noFolder(folder)
    }
  }

  /// Whether a file name is that of an exercise rather than of the schema or of something hidden.
  package static func isExercise(_ name: String) -> Bool {
    name.hasSuffix(".json") && !name.hasSuffix(".schema.json") && !name.hasPrefix(".")
  }

  /// Reads one exercise file, without verifying its key.
  package func read(file: String) throws(Fault) -> Exercise {
    try exercise(reading: source(of: file))
  }

  /// The exercise that the text of a file is, without verifying its key.
  package func exercise(reading source: SourceText) throws(Fault) -> Exercise {
    do {
      return try Exercise(reading: source, kinds: kinds)
    } catch {
      throw .broken(error)
    }
  }

  /// Every exercise file as it was read, in the order of the files.
  package var exercises: [Result<Exercise, Fault>] {
    files.concurrentMap { file in
      Result { () throws(Fault) in try read(file: file) }
    }
  }

  /// The header of every exercise file, in the order of the files.
  ///
  /// A fault that only the formulas of a file have is not found.
  package var headers: [Result<ExerciseHeader, Fault>] {
    files.concurrentMap { file in
      Result { () throws(Fault) in
        let source = try source(of: file)
        if let root = try? JSONText.parse(source),
          let header = ExerciseHeader(of: root, in: source, kinds: kinds)
        {
          return header
        }
        return ExerciseHeader(try exercise(reading: source))
      }
    }
  }

  /// The text of an exercise file.
  package func source(of file: String) throws(Fault) -> SourceText {
    do throws(FileFault) {
      let bytes = try BoundedFile.read(file, atMost: Catalogue.largestFile, followsLink: true)
      return SourceText(name: file, bytes: bytes)
    } catch {
      switch error {
      case .tooLarge: throw .unreadable(file: file, reason: "it is larger than 16 MB")
      case .lacking(let reason): throw .machine(path: file, reason: reason)
      case .failed(let reason): throw .unreadable(file: file, reason: reason)
      case .isLink, .isFolder, .isNoFolder, .isSpecial, .isMissing:
        throw .unreadable(file: file, reason: "it \(error)")
      }
    }
  }

  /// The largest exercise file that is read, in bytes.
  private static let largestFile = Limits.exerciseFile

  /// The exercise of that id.
  package func exercise(_ id: String) throws(Fault) -> Exercise {
    guard let source = source(ofExercise: id) else { throw unknown(id) }
    return try exercise(reading: source)
  }

  /// Whether there is an exercise of that id.
  package func contains(_ id: String) -> Bool { source(ofExercise: id) != nil }

  /// The file of an exercise, which usually has its name: then no other is opened.
  private func source(ofExercise id: String) -> SourceText? {
    let likely = files.filter { $0.fileName == id + ".json" }
    for file in likely + files.filter({ !likely.contains($0) }) {
      guard let source = try? source(of: file), Catalogue.id(in: source) == id else { continue }
      return source
    }
    return nil
  }

  /// That there is no exercise of that id.
  package func unknown(_ id: String) -> Fault {
    .unknown(id: id, among: entries, in: folders)
  }

  /// The exercise of that id, which may be marked with.
  package func verified(_ id: String) throws(Fault) -> Exercise {
    let exercise = try exercise(id)
    if let fault = exercise.fault { throw fault }
    return exercise
  }

  /// The ids of all exercises whose files can be read at all.
  package var ids: [String] {
    files.compactMap { file in (try? source(of: file)).flatMap { Catalogue.id(in: $0) } }
  }

  /// Every exercise whose file can be read at all, with its title, by its id.
  private var entries: [Entry] {
    var titles: [String: String] = [:]
    for file in files {
      guard let source = try? source(of: file), let id = Catalogue.id(in: source) else { continue }
      titles[id] = Catalogue.title(in: source) ?? ""
    }
    return titles.map { Entry(id: $0.key, title: $0.value) }.sorted { $0.id < $1.id }
  }

  /// The id that the text of a file states; nil where it states none.
  static func id(in source: SourceText) -> String? {
    // A file that is no JSON is reported when it is asked for by its name.
    guard let root = try? JSONText.parse(source) else { return source.name.fileName.stem }
    guard case .string(let id)? = root["id"]?.kind else { return nil }
    return id
  }

  private static func title(in source: SourceText) -> String? {
    guard case .string(let title)? = (try? JSONText.parse(source))?["title"]?.kind else {
      return nil
    }
    return title
  }
}

extension Exercise {
  /// Why nothing may be marked with it; nil where its key is sound.
  var fault: Catalogue.Fault? {
    let verification = Verification(self)
    return verification.isSound ? nil : .unsound(id: id, Problems(verification.problems))
  }
}

extension String {
  /// The last part of a path.
  package var fileName: String { split(separator: "/").last.map(String.init) ?? self }

  package func appendingPath(_ name: String) -> String {
    hasSuffix("/") ? self + name : self + "/" + name
  }
}
