import Answers
import Foundation
import Gradebooks

/// A Gradescope export: folders `submission_1234` and who they belong to in a YAML file beside.
struct GradescopeLayout: ClassLayout {
  static let name = "gradescope"

  static let metadata = "submission_metadata.yml"

  func recognition(of listing: ClassListing) -> LayoutRecognition? {
    guard listing.entry(GradescopeLayout.metadata) != nil else { return nil }
    let others = listing.entries.filter { $0.name.text != GradescopeLayout.metadata }
    let fitting = others.count { $0.name.text.hasPrefix("submission_") }
    // The file by itself is a class of which nothing is there.
    return LayoutRecognition(
      fitting: max(1, fitting), count: max(1, others.count), what: "submissions")
  }

  func handIns(_ listing: ClassListing) throws(LayoutFault) -> [HandIn] {
    guard let file = listing.entry(GradescopeLayout.metadata) else {
      throw .unlike(layout: Self.name, reason: "there is no \(GradescopeLayout.metadata)")
    }
    var known: [String: GradescopeSubmission] = [:]
    do {
      for submission in try GradescopeMetadata.submissions(file.name.path(in: listing.path)) {
        known[submission.folder] = submission
      }
    } catch {
      throw .folder(error)
    }
    var handIns: [HandIn] = []
    for entry in listing.entries where entry.name != file.name {
      guard let submission = known.removeValue(forKey: entry.name.text) else {
        handIns.append(HandIn(stray: entry, in: Self.name))
        continue
      }
      handIns += submission.details.map { HandIn(entry, $0) }
    }
    for submission in known.values {
      handIns += submission.details.map { HandIn(nothingOf: $0) }
    }
    return handIns
  }
}

extension GradescopeSubmission {
  /// What there is to know of each submitter; of the submission itself where none is named.
  fileprivate var details: [HandIn.Detail] {
    let attempt = time.timeStamp ?? 0
    let known = CourseTime(time)
    let unreadable: [Message] =
      known == nil && !time.isEmpty
      ? [.unreadableTime(time)] : []
    if submitters.isEmpty {
      return [
        HandIn.Detail(
          id: folder, attempt: attempt, remarks: ["no submitter is named"] + unreadable,
          time: HandInTime(time: known))
      ]
    }
    return submitters.enumerated().map { place, submitter in
      let id = [submitter.number, submitter.address, folder].first { !$0.isEmpty } ?? folder
      // A sheet of one of a pair is the other's too.
      let partners = submitters.enumerated().filter { $0.offset != place }
        .flatMap { [$0.element.number, $0.element.address, $0.element.name] }
      return HandIn.Detail(
        id: id, name: submitter.name, aliases: [submitter.address], partners: partners,
        attempt: attempt, remarks: unreadable, time: HandInTime(time: known))
    }
  }
}

extension Message {
  /// That nobody can tell when something was handed in, although a system says so.
  static func unreadableTime(_ time: String) -> Message {
    "the time of handing in cannot be read, and counts as on time: \(visible: time)"
  }
}
