import Arguments
import Classroom
import Gradebooks
import Grading
import LocatedJSON
import Numerics
import SystemCalls

extension ParsedArguments {
  /// The marks of `--marks`, or of an earlier run into the same results, once everything in them fits
  /// the class.
  func marks(
    for folder: ClassFolder, _ library: ExerciseLibrary, _ assignment: ClassAssignment?,
    results: String
  ) throws -> ClassMarks? {
    let remembered = RememberedMarks(in: results)
    // A dry run leaves the results as they are.
    let isForGood = !flag("dry-run")
    let source: SourceText
    var advice = ""
    if let path = value("marks") {
      do {
        source = SourceText(
          name: path,
          bytes: try BoundedFile.read(path, atMost: MarksFile.largest, followsLink: true))
      } catch {
        throw Complaint("the marks '\(path)' \(error)")
      }
    } else if flag("no-marks") {
      if isForGood, remembered.forget() {
        Console.note("the marks of an earlier run are left out")
      }
      return nil
    } else if let earlier = remembered.source {
      source = earlier
      advice = "\nThey are of an earlier run; --no-marks leaves them out"
      // With --quiet too: whoever left the marks out should know that they count.
      Console.note(
        "the marks of \(earlier.name), given to an earlier run, are kept, so that none is lost; "
          + "--no-marks leaves them out")
    } else {
      return nil
    }
    do {
      var marks = try ClassMarks(reading: source)
      let ids = MarksFile.ids(in: folder, for: marks)
      if value("marks") == nil {
        // Whoever has left the class keeps nobody else's marks from counting.
        let gone = marks.leaveOut { ids[$0] == nil }
        if !gone.isEmpty {
          Console.note(
            "marks for students who are not in the class any more are left out: "
              + gone.prefix(20).map(\.shownOnOneLine).joined(separator: ", "))
        }
      }
      if let problems = marks.problems(
        ids: ids, students: folder.students.lazy.map(\.id), exercises: library.soundExercises,
        assignment: assignment)
      {
        throw problems
      }
      if isForGood, value("marks") != nil { try remembered.keep(source) }
      return marks.resolved(ids: ids, scales: assignment?.scales ?? [:])
    } catch let problems as Problems {
      throw Complaint("the marks cannot be used:\n\(problems)\(advice)")
    }
  }

  /// The sheet of `--marking-sheet`, which is none where it is not asked for.
  func markingSheet(_ library: ExerciseLibrary, _ marks: ClassMarks?) throws -> RunningMarkingSheet
  {
    do {
      return RunningMarkingSheet(
        try value("marking-sheet").map {
          try MarkingSheet($0, exercises: library.soundExercises, marks: marks)
        }, path: value("marking-sheet") ?? "")
    } catch let fault as MarkingSheet.Fault {
      throw Complaint(fault.description)
    }
  }
}

/// Whom marks mean.
private enum MarksFile {
  static let largest = Limits.table

  /// The ids in the class of all whom marks name, by an id, an address or a name that only one has.
  static func ids(in folder: ClassFolder, for marks: ClassMarks) -> [String: String] {
    let wanted = Set(marks.entries.map(\.student.text))
    let keys = Dictionary(grouping: wanted, by: \.matchingKey)
    var found: [String: Set<String>] = [:]
    var exact: Set<String> = []
    for student in folder.students {
      if wanted.contains(student.id) { exact.insert(student.id) }
      for word in Set(([student.id, student.name] + student.aliases).map(\.matchingKey)) {
        for name in keys[word] ?? [] { found[name, default: []].insert(student.id) }
      }
    }
    var ids: [String: String] = [:]
    for name in wanted {
      let others = found[name] ?? []
      ids[name] = exact.contains(name) ? name : others.count == 1 ? others.first : nil
    }
    return ids
  }
}

/// A marking sheet that gets every student, if there is one.
final class RunningMarkingSheet {
  private let sheet: MarkingSheet?
  private let path: String
  private var fault: MarkingSheet.Fault?

  init(_ sheet: MarkingSheet?, path: String) {
    self.sheet = sheet
    self.path = path
  }

  func add(_ record: StudentRecord) {
    guard fault == nil, let sheet else { return }
    do throws(MarkingSheet.Fault) {
      try sheet.add(record)
    } catch {
      fault = error
    }
  }

  func finish(_ arguments: ParsedArguments) throws {
    guard let sheet else { return }
    if let fault { throw Complaint(fault.description, .software) }
    do throws(MarkingSheet.Fault) {
      try sheet.finish()
    } catch {
      throw Complaint(error.description)
    }
    let rest =
      sheet.open == 0
      ? "all of them marked" : "\(sheet.open) still to be marked"
    arguments.note(
      "\(path) has \(sheet.count) \(sheet.count == 1 ? "answer" : "answers"), \(rest); "
        + "fill in points and words, then: --marks \(path)")
  }
}
