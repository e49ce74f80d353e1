import Gradebooks
import Grading
import Marking
import Numerics
import TestSupport
import Testing

@testable import Classroom

/// A class in which some sheets were copied, with the slips that people make by themselves.
@Suite("A class with copied sheets")
struct AlikeClassTests {
  private static let steps = 12
  private static let students = 200

  private static let exercise: String = {
    let items = (0..<steps).map { step in
      #"{ "name": "y\#(step)", "formula": "\#(factor(step)) * a + \#(summand(step))" }"#
    }
    return """
      { "id": "lines", "title": "Lines", "statement": "S", "given": { "a": 1.37 },
        "steps": [\(items.joined(separator: ", "))] }
      """
  }()

  private static func factor(_ step: Int) -> Double { Double(131 + 57 * step) / 100 }
  private static func summand(_ step: Int) -> Double { Double(223 + 91 * step) / 100 }

  /// What a student types, and how many of the numbers have no reason that the tutor knows.
  private static func answers(_ random: inout SplitMix64) -> (values: [Double], unexplained: Int) {
    var unexplained = 0
    let values = (0..<steps).map { step -> Double in
      let right = factor(step) * 1.37 + summand(step)
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<62: return right
      case 62..<70: return factor(step) * 1.37 - summand(step)
      case 70..<78: return factor(step) * 1.37
      case 78..<82: return -right
      default:
        unexplained += 1
        return right * Double.random(in: 0.4...1.9, using: &random)
      }
    }
    return (values, unexplained)
  }

  private static func sheet(_ values: [Double]) -> String {
    values.enumerated().map { "y\($0) = \(NumberText.fixed($1, decimals: 3))\n" }.joined()
  }

  @Test("every planted pair is found, and at most one other in 200 students", arguments: 1...3)
  func planted(_ seed: Int) throws {
    var random = SplitMix64(seededBy: "copied \(seed)")
    let folder = try TestFolder()
    var sources: [(id: String, values: [Double])] = []
    for number in 0..<Self.students {
      let (values, unexplained) = Self.answers(&random)
      let id = "s\(number)"
      try folder.write("\(id)/lines.answers", Self.sheet(values))
      if unexplained >= 5, sources.count < 6 { sources.append((id, values)) }
    }
    // A copy is rarely whole: one number is the copier's own.
    for (number, source) in sources.enumerated() {
      var values = source.values
      values[Int.random(in: 0..<Self.steps, using: &random)] += 0.25
      try folder.write("c\(number)/lines.answers", Self.sheet(values))
    }
    let exercises = try TestFolder(["lines.json": Self.exercise])
    let library = try ExerciseLibrary(
      Catalogue(folders: [exercises.path], kinds: AnswerKinds.steps))
    let output = try TestFolder()
    let records = try folder.mark(into: output, library: library).records
    var search = AlikeSearch()
    for record in records { search.add(record) }
    let found = Set(search.pairs.map { $0.students.map(\.id) })
    let planted = Set(sources.enumerated().map { ["c\($0)", $1.id] })
    #expect(planted.count >= 3)
    #expect(planted.isSubset(of: found), "\(planted.subtracting(found))")
    #expect(found.subtracting(planted).count <= 1)
  }

  @Test("what makes sheets alike is kept with the rest of a run, and is the same when merged")
  func kept() throws {
    let folder = try TestFolder()
    for (id, y) in [("ann", 0.731), ("bob", 0.731), ("cy", 6)] {
      try folder.write("\(id)/double.answers", "y = \(y)")
    }
    func traces(_ marked: MarkedClass) -> [[WorkTrace]] {
      marked.records.map { $0.results.flatMap(\.traces) }
    }
    let whole = try MarkedClass(folder)
    let found = traces(whole)
    #expect(found[0] == found[1] && found[0].map(\.label) == ["y = 0.731"] && found[2].isEmpty)
    let shards = try (1...2).map {
      try MarkedClass(folder, shard: Shard(number: $0, count: 2))
    }
    let output = try TestFolder()
    var merged: [[WorkTrace]] = []
    _ = try ClassMerge(shards.map(\.output.path), output: output.path).run(each: { record, _ in
      merged.append(record.results.flatMap(\.traces))
    })
    #expect(merged == found)
  }
}
