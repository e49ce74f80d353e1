import Foundation
import Grading
import SystemCalls
import TestSupport
import Testing

@Suite("Reading what students hand in")
struct SubmissionFileTests {
  @Test("a file of the greatest length is read whole")
  func greatest() throws {
    let folder = try TestFolder()
    try folder.makeSparseFile("f", bytes: SubmissionFile.largest)
    #expect(try SubmissionFile.read(folder("f")).count == SubmissionFile.largest)
  }

  @Test(
    "a file that grows while it is read is not half read",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func growing() {
    // Files of the system's own say that they are empty, and are not.
    #expect(throws: SubmissionFile.Fault.file(.failed("the file changed while it was read"))) {
      try SubmissionFile.read("/proc/self/status")
    }
  }

  @Test(
    "each fault says what is wrong, and whose it is",
    arguments: [
      (.file(.isLink), "is a link; links are not followed", false),
      (.file(.isFolder), "is a folder, not a file", false),
      (.file(.isNoFolder), "is not a folder", false),
      (.file(.isSpecial), "is a pipe or a device, not a file", false),
      (
        .file(.tooLarge(bytes: 1 << 20 + 1, limit: SubmissionFile.largest)),
        "has 1025 kB; a submission has at most 1024 kB", false
      ),
      (.file(.isMissing), "is not there", false),
      (.file(.failed("Input/output error")), "could not be read: Input/output error", true),
    ] as [(SubmissionFile.Fault, String, Bool)])
  func faults(_ fault: SubmissionFile.Fault, _ words: String, _ isTheMachines: Bool) {
    #expect(fault.description == words)
    #expect(fault.isMachineFault == isTheMachines)
  }
}
