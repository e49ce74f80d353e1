import Foundation
import Gradebooks
import SystemCalls

/// Puts the results of shards together, as if one run had marked the class.
///
/// It reads the shards' journals side by side, all in the order of the students' ids, so that it
/// holds one student of each shard at a time; and it looks at nothing but the results.
package struct ClassMerge {
  private let shards: [ShardResults]
  private let output: String
  private let manifest: RunManifest

  /// Why results cannot be put together.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Throws: What keeps the results from being those of one class.
  package init(_ folders: [String], output: String) throws(Fault) {
    let limit = folders.count
    var shards: [ShardResults] = []
    for folder in folders { shards.append(try ShardResults(folder, beside: limit)) }
    guard let first = shards.first else { throw Fault(description: "there is nothing to merge") }
    for other in shards.dropFirst() {
      if let difference = first.manifest.difference(from: other.manifest) {
        throw Fault(
          description: """
            '\(first.folder)' and '\(other.folder)' are not shards of one run: \(difference) \
            \(difference.hasSuffix("s") && difference != "the class" ? "are" : "is") not the same
            """)
      }
    }
    if let count = first.manifest.shard?.count {
      let missing = Set(1...count).subtracting(shards.compactMap(\.manifest.shard?.number)).sorted()
      if !missing.isEmpty {
        let shown = missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
        let more = missing.count > 20 ? " and \(missing.count - 20) more" : ""
        throw Fault(description: "shards are missing: \(shown)\(more)")
      }
    }
    self.shards = shards
    self.output = output
    var manifest = first.manifest
    manifest.shard = nil
    self.manifest = manifest
  }

  /// How many students there are to be.
  package var count: Int { manifest.students }

  /// What exports know of the class.
  package var facts: ClassFacts { ClassFacts(manifest) }

  /// Writes the results.
  ///
  /// - Parameter each: Called with every record and where its pages are, in the order of the
  ///   students.
  /// - Returns: What the class came to; nil where the run was interrupted.
  package func run(
    progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false },
    willFinish: () -> Void = {},
    each: (StudentRecord, StudentPages) -> Void = { _, _ in }
  ) throws -> ClassSummary? {
    let kept = output + "/" + KeptWork.folderName
    try OutputFile.makeFolder(kept)
    let lock = try RunLock(kept + "/lock", results: output)
    defer { withExtendedLifetime(lock) {} }
    unlink(kept + "/" + RunManifest.name)
    var journal = try OutputFile(kept + "/journal")
    try journal.write(Journal.magic)
    let form = RecordForm(
      knowsLateness: manifest.knowsLateness, assignment: manifest.classAssignment,
      pages: facts.pages, titles: manifest.titles)
    var results = try ClassResults(output, form)
    var heads = shards.map { ShardHead($0) }
    for index in heads.indices { try heads[index].advance() }
    var done = 0
    while let first = heads.indices.filter({ heads[$0].result != nil }).min(by: {
      heads[$0].id < heads[$1].id
    }), var result = heads[first].result {
      let frame = heads[first].frame
      result.number = done
      for index in heads.indices where index != first && heads[index].result != nil {
        guard heads[index].id == result.record.id else { continue }
        guard heads[index].result?.agrees(with: result) == true else {
          throw Fault(
            description: """
              '\(shards[first].folder)' and '\(shards[index].folder)' do not agree on \
              \(result.record.id)
              """)
        }
        try heads[index].advance()
      }
      try journal.write(Array(frame))
      let rendered = RenderedResult(result, form)
      try results.add(rendered)
      each(
        rendered.result.record, StudentPages(of: result, in: shards[first].folder))
      try heads[first].advance()
      done += 1
      if done % 512 == 0 {
        progress(done)
        if isInterrupted() { return nil }
      }
    }
    guard done == manifest.students else {
      throw Fault(
        description: "the class has \(manifest.students) students, but the shards have \(done)")
    }
    for shard in shards {
      let isWhole = try PageFolder.copy(
        shard.folder + "/feedback", to: output + "/feedback", isInterrupted: isInterrupted)
      if !isWhole || isInterrupted() { return nil }
    }
    willFinish()
    // The next run into these results has the same marks.
    if manifest.marks != nil, let marks = RememberedMarks(in: shards[0].folder).source {
      try RememberedMarks(in: output).keep(marks)
    }
    try results.finish(titles: manifest.titles)
    try journal.commit()
    var file = try OutputFile(kept + "/" + RunManifest.name)
    try file.write(manifest.json)
    try file.commit()
    progress(done)
    return results.summary
  }
}
